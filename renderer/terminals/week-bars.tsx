import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import { partWords } from './bar.ts';
import { lastDays, type Day, type Span } from './week.ts';

/** Of the drawing. However short an outage, it is wide enough to be seen. */
const width = 288;
const least = 1.5;

const looks = {
  up: { height: 10, look: 'fill-ok-fill forced-colors:fill-[CanvasText]' },
  down: { height: 16, look: 'fill-bad-fill forced-colors:fill-[Highlight]' },
} as const;

/** A bar for each of the last days, midnight to midnight: high where it was down, a line where nobody watched. */
export function WeekBars({ timeline, now }: { timeline: readonly Span[]; now: number }) {
  const words = useWords();
  const locale = useLocale();
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' });
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  return (
    <ul className="flex flex-col gap-0.5 text-xs text-soft tabular-nums">
      {lastDays(7, timeline, now).map((day) => {
        const said = words('history:terminal.day', {
          day: long.format(day.from),
          facts: partWords(day.shares, words),
        });
        return (
          <li key={day.from} className="flex items-center gap-2" title={said}>
            <span aria-hidden className="w-12 shrink-0 truncate">
              {short.format(day.from)}
            </span>
            <svg
              role="img"
              aria-label={said}
              viewBox={`0 0 ${width} 18`}
              preserveAspectRatio="none"
              className="h-4.5 min-w-0 flex-1"
            >
              <path
                d={`M0 9H${xOf(day, day.until)}`}
                strokeWidth={2}
                className="stroke-edge forced-colors:stroke-[GrayText]"
              />
              {(['up', 'down'] as const).map((state) => (
                <path key={state} d={boxes(day, state)} className={looks[state].look} />
              ))}
            </svg>
          </li>
        );
      })}
      <li aria-hidden className="flex justify-between pl-14">
        {[0, 12, 24].map((hour) => (
          <span key={hour}>{time.format(hour * 3_600_000)}</span>
        ))}
      </li>
    </ul>
  );
}

function xOf({ from, to }: Day, at: number): number {
  return ((at - from) / (to - from)) * width;
}

function boxes(day: Day, state: Span['state']): string {
  const { height } = looks[state];
  return day.spans
    .filter((span) => span.state === state)
    .map(({ from, to }) => {
      const [begin, end] = [xOf(day, from), xOf(day, to)];
      const long = Math.max(end - begin, least);
      return `M${Math.min(begin, width - long).toFixed(2)} ${9 - height / 2}h${long.toFixed(2)}v${height}h-${long.toFixed(2)}z`;
    })
    .join('');
}
