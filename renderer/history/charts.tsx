import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import { ColumnChart, type Column } from './column-chart.tsx';
import type { Charts as ChartData } from './history-model.ts';

type Part = ChartData['hours'][number];

/** When it happens: over the days of the period, and over the hours of a day. */
export function Charts({ charts: { days, hours } }: { charts: ChartData }) {
  const words = useWords();
  const locale = useLocale();
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const hourText = (hour: number) => time.format(hour * 3_600_000);

  const byDay = days.map((part) => columnOf(part.start, weekday.format(part.start), part));
  const byHour = hours.map((part, hour) =>
    columnOf(hour, `${hourText(hour)} – ${hourText((hour + 1) % 24)}`, part),
  );
  const middle = days[Math.floor(days.length / 2)];
  const dayText = (part: { start: number } | undefined) => (part ? day.format(part.start) : '');
  return (
    <div className="grid shrink-0 gap-3 min-[900px]:grid-cols-[3fr_2fr]">
      <ColumnChart
        title={words('history:chart.days')}
        columns={byDay}
        labels={[
          dayText(days[0]),
          days.length > 4 ? dayText(middle) : '',
          days.length > 1 ? dayText(days.at(-1)) : '',
        ]}
      />
      <ColumnChart
        title={words('history:chart.hours')}
        columns={byHour}
        labels={[hourText(0), hourText(12), hourText(23)]}
      />
    </div>
  );
}

function columnOf(key: number, when: string, { incidents, storeWide, shares }: Part): Column {
  const watched = shares.up + shares.down;
  const all = watched + shares.unwatched;
  return { key, when, incidents, storeWide, watched: all > 0 ? watched / all : 0 };
}
