import { Filter } from 'lucide-react';
import { createMoment } from '../../assets/locales/moment.ts';
import { cx } from '../components/cx.ts';
import { IconButton } from '../components/icon-button.tsx';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import type { TerminalRef } from '../model.ts';
import type { Incident } from './history-model.ts';
import { HistoryTable, TerminalLink } from './history-table.tsx';
import { detailWords, isOngoing, lastedWords, toldWords } from './incident-words.ts';

const columns = ['when', 'store', 'terminal', 'lasted', 'what', 'told'] as const;

export function IncidentList({
  incidents,
  now,
  hasMore,
  onMore,
  onOpen,
  onNarrow,
}: {
  incidents: readonly Incident[];
  now: number;
  hasMore: boolean;
  onMore: () => void;
  /** Goes to the terminal. */
  onOpen: (terminal: TerminalRef) => void;
  /** Shows the terminal's history alone. */
  onNarrow: (incident: Incident) => void;
}) {
  const words = useWords();
  const time = createMoment(now, useLocale());
  return (
    <HistoryTable
      columns={columns.map((column) => ({ column, title: words(`history:list.${column}`) }))}
      hasActions
      hasMore={hasMore}
      onMore={onMore}
    >
      {incidents.map((incident) => {
        const { id, account, poiid, name, storeName, start, cause } = incident;
        const detail = detailWords(incident, time, words);
        return (
          <tr key={id} className="border-b border-line align-top last:border-0">
            <td className="py-2 pr-4 whitespace-nowrap tabular-nums">{time(start)}</td>
            <td className="max-w-44 truncate py-2 pr-4" title={storeName}>
              {storeName}
            </td>
            <td className="max-w-60 py-2 pr-4">
              <TerminalLink terminal={{ account, poiid }} name={name} onOpen={onOpen} />
              {name !== poiid && (
                <span className="block truncate text-sm text-soft select-text">{poiid}</span>
              )}
            </td>
            <td className={cx('py-2 pr-4', isOngoing(incident) && 'font-semibold text-bad')}>
              {lastedWords(incident, now, words)}
            </td>
            <td className="py-2 pr-4">
              {words(`history:cause.${cause}`)}
              {detail !== '' && <span className="block text-sm text-soft">{detail}</span>}
            </td>
            <td className={cx('py-2 pr-4', incident.told?.reason !== null && 'text-soft')}>
              {toldWords(incident, time, words)}
            </td>
            <td className="py-0.5 text-right">
              <IconButton
                label={words('history:list.only', { name })}
                disabled={account === ''}
                onClick={() => onNarrow(incident)}
              >
                <Filter aria-hidden />
              </IconButton>
            </td>
          </tr>
        );
      })}
    </HistoryTable>
  );
}
