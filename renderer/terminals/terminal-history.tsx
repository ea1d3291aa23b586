import { Fragment } from 'react';
import { createMoment } from '../../assets/locales/moment.ts';
import { duration } from '../../assets/locales/duration.ts';
import { percent } from '../../assets/locales/percent.ts';
import { Button } from '../components/button.tsx';
import { detailWords, lastedWords, toldWords } from '../history/incident-words.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal } from '../model.ts';
import type { Incident, Life, useLife } from './use-life.ts';
import { WeekBars } from './week-bars.tsx';

/** What has become of the terminal so far: how much, how often, when, and what people were told of it. */
export function TerminalHistory({
  terminal,
  life: { value, error, now },
  onShowAll,
}: {
  terminal: NamedTerminal;
  life: ReturnType<typeof useLife>;
  onShowAll: (terminal: NamedTerminal) => void;
}) {
  const words = useWords();
  return (
    <section className="flex flex-col gap-4 border-t border-line pt-4">
      <h3 className="-mb-2 font-semibold">{words('history:terminal.title')}</h3>
      {error !== null ? (
        <p role="status" className="text-sm text-soft">
          {words('history:unavailable')}. {words(`problem:error.${error.code}`, error.params)}
        </p>
      ) : value === null ? null : value.uptime.quarter.watched === 0 && value.incidents.length === 0 ? (
        <p className="text-sm text-soft">{words('history:terminal.unwatched')}</p>
      ) : (
        <>
          <Uptimes uptime={value.uptime} />
          <Drops drops={value.drops} />
          <div>
            <h4 className="mb-1 text-sm text-soft">{words('history:terminal.week')}</h4>
            <WeekBars timeline={value.timeline} now={now} />
          </div>
          <LastIncidents incidents={value.incidents} now={now} />
        </>
      )}
      {value !== null && value.incidents.length > 0 && (
        <Button look="quiet" className="-mt-2 -ml-2 self-start" onClick={() => onShowAll(terminal)}>
          {words('history:terminal.all')}
        </Button>
      )}
    </section>
  );
}

/** Never one number without the other: a share of a time of which little was watched says little. */
function Uptimes({ uptime }: Pick<Life, 'uptime'>) {
  const words = useWords();
  const locale = useLocale();
  const { day, week, month, quarter } = uptime;
  return (
    <table className="w-full text-sm tabular-nums">
      <thead>
        <tr className="border-b border-line text-soft">
          {(['period', 'connected', 'watched'] as const).map((column) => (
            <th
              key={column}
              scope="col"
              className="pb-1 text-right font-normal whitespace-nowrap first:text-left"
            >
              {words(`history:terminal.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[['1', day] as const, ['7', week] as const, ['30', month] as const, ['90', quarter] as const].map(
          ([days, { connected, watched }]) => (
            <tr key={days} className="border-b border-line last:border-0">
              <th scope="row" className="py-1 text-left font-normal">
                {words(`history:period.${days}`)}
              </th>
              {connected === null ? (
                <td colSpan={2} className="py-1 text-right text-soft">
                  {words('history:terminal.none')}
                </td>
              ) : (
                <>
                  <td className="py-1 text-right font-semibold">{percent(connected, locale, words)}</td>
                  <td className="py-1 text-right text-soft">{percent(watched, locale, words)}</td>
                </>
              )}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function Drops({ drops: { incidents, betweenDropsMs, toRecoverMs } }: Pick<Life, 'drops'>) {
  const words = useWords();
  const means = [
    { term: words('history:terminal.recover'), ms: toRecoverMs },
    { term: words('history:terminal.between'), ms: betweenDropsMs },
  ];
  return (
    <div className="text-sm">
      <p>
        {incidents === 0
          ? words('history:terminal.noDrop')
          : words('history:terminal.drops', { count: incidents })}
      </p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {means.map(
          ({ term, ms }) =>
            ms !== null && (
              <Fragment key={term}>
                <dt className="text-soft">{term}</dt>
                <dd className="text-right tabular-nums">{duration(ms, words)}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </div>
  );
}

function LastIncidents({ incidents, now }: { incidents: readonly Incident[]; now: number }) {
  const words = useWords();
  const time = createMoment(now, useLocale());
  if (incidents.length === 0) return null;
  return (
    <div>
      <h4 className="mb-1 text-sm text-soft">{words('history:terminal.incidents')}</h4>
      <ol className="flex flex-col gap-2.5 text-sm">
        {incidents.map((incident) => {
          const detail = detailWords(incident, time, words);
          return (
            <li key={incident.id}>
              <p className="flex flex-wrap justify-between gap-x-3 tabular-nums">
                <span className="font-semibold">{time(incident.start)}</span>
                <span>{lastedWords(incident, now, words)}</span>
              </p>
              <p>{words(`history:cause.${incident.cause}`)}</p>
              {detail !== '' && <p className="text-soft">{detail}</p>}
              <p className="text-soft">
                {incident.told?.reason === null
                  ? words('history:terminal.told', { time: time(incident.told.at) })
                  : toldWords(incident, time, words)}
              </p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
