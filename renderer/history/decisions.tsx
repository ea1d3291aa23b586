import { useDeferredValue, useState } from 'react';
import { createMoment } from '../../assets/locales/moment.ts';
import { request } from '../bridge.ts';
import { cx } from '../components/cx.ts';
import { useList } from '../hooks/use-list.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import type { TerminalRef } from '../model.ts';
import { Choice } from './choice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { outcomes, type Decision, type Outcome, type Scope } from './history-model.ts';
import { HistoryTable, TerminalLink } from './history-table.tsx';
import { becameWords } from './incident-words.ts';
import type { Period } from './period.ts';

type Cursor = Pick<Decision, 'at' | 'id'>;

const columns = ['when', 'what', 'about', 'became'] as const;

/** Everything that people were told or could have been told, and why they were not. */
export function Decisions({
  scope,
  period,
  refresh,
  onOpen,
}: {
  scope: Scope;
  period: Period;
  /** Another one: ask anew. */
  refresh: string;
  onOpen: (terminal: TerminalRef) => void;
}) {
  const words = useWords();
  const time = createMoment(period.to, useLocale());
  const [outcome, setOutcome] = useState<Outcome>('any');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const { rows, hasMore, more } = useList<Decision, Cursor>(
    (after, limit) => request('history.decisions', { scope, ...period, outcome, text, after, limit }),
    `${refresh} ${outcome} ${text}`,
  );
  const filtered = outcome !== 'any' || text !== '';
  return (
    <>
      <FilterBar text={typed} onText={setTyped}>
        <Choice
          label={words('history:decision.outcome')}
          value={outcome}
          options={outcomes.map((value) => ({ value, label: words(`history:decision.${value}`) }))}
          onChange={setOutcome}
        />
      </FilterBar>
      {rows?.length === 0 && (
        <p role="status" className="py-3 text-soft">
          {words(filtered ? 'history:decision.noneMatch' : 'history:decision.none')}
        </p>
      )}
      {rows !== null && rows.length > 0 && (
        <HistoryTable
          columns={columns.map((column) => ({ column, title: words(`history:decision.${column}`) }))}
          hasMore={hasMore}
          onMore={more}
        >
          {rows.map((decision) => (
            <tr key={decision.id} className="border-b border-line align-top last:border-0">
              <td className="py-2 pr-4 whitespace-nowrap tabular-nums">{time(decision.at)}</td>
              <td className="py-2 pr-4">{words(`history:decision.kind.${decision.kind}`)}</td>
              <td className="max-w-60 py-2 pr-4">
                <About decision={decision} onOpen={onOpen} />
              </td>
              <td className={cx('py-2 pr-4', decision.reason !== null && 'text-soft')}>
                {becameWords(decision.reason, words)}
              </td>
            </tr>
          ))}
        </HistoryTable>
      )}
    </>
  );
}

/** The terminal and its store, the store, or all stores of an account. */
function About({
  decision: { account, merchantAccount, storeName, poiid, name },
  onOpen,
}: {
  decision: Decision;
  onOpen: (terminal: TerminalRef) => void;
}) {
  const words = useWords();
  if (storeName === null) return words('history:decision.account', { merchantAccount });
  return (
    <>
      {poiid === null || name === null ? (
        <span className="line-clamp-1">{words('history:decision.store')}</span>
      ) : (
        <TerminalLink terminal={{ account, poiid }} name={name} onOpen={onOpen} />
      )}
      <span className="block truncate text-sm text-soft">{storeName}</span>
    </>
  );
}
