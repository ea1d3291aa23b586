import type { ReactNode } from 'react';
import { duration } from '../../assets/locales/duration.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import { percent } from '../../assets/locales/percent.ts';
import type { Summary } from './history-model.ts';

/** The four numbers that people ask for. Where there is none, that is said. */
export function SummaryCards({ summary }: { summary: Summary }) {
  const words = useWords();
  const locale = useLocale();
  const { uptime, incidents, storeWide, toRecoverMs, betweenDropsMs, worst } = summary;
  const counted = words('history:card.incidents', { count: incidents });
  return (
    <ul className="grid shrink-0 grid-cols-2 gap-3 min-[900px]:grid-cols-4">
      <Figure value={uptime.connected === null ? '–' : percent(uptime.connected, locale, words)}>
        {words(uptime.connected === null ? 'history:card.uptimeNone' : 'history:card.uptime')}
      </Figure>
      <Figure value={incidents.toLocaleString(locale)}>
        {storeWide > 0 ? words('history:card.wide', { incidents: counted, count: storeWide }) : counted}
      </Figure>
      <Figure value={toRecoverMs === null ? '–' : duration(toRecoverMs, words)}>
        {words(toRecoverMs === null ? 'history:card.recoverNone' : 'history:card.recover')}
        {betweenDropsMs !== null && (
          <>
            <br />
            {words('history:card.between', { duration: duration(betweenDropsMs, words) })}
          </>
        )}
      </Figure>
      <Figure value={worst?.name ?? '–'}>
        {worst === null
          ? words('history:card.worstNone')
          : words('history:card.worst', { store: worst.storeName, count: worst.incidents })}
      </Figure>
    </ul>
  );
}

function Figure({ value, children }: { value: string; children: ReactNode }) {
  return (
    <li className="min-w-0 rounded-xl border border-line bg-card px-4 py-3 shadow-card">
      <p className="truncate text-2xl font-bold tabular-nums" title={value}>
        {value}
      </p>
      <p className="text-sm text-soft">{children}</p>
    </li>
  );
}
