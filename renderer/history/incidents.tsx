import { useDeferredValue } from 'react';
import { Button } from '../components/button.tsx';
import { request } from '../bridge.ts';
import { useList } from '../hooks/use-list.ts';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal, TerminalRef } from '../model.ts';
import type { Filter, Incident, Scope } from './history-model.ts';
import { filterRequest, noFilter } from './history-model.ts';
import { IncidentFilters } from './incident-filters.tsx';
import { IncidentList } from './incident-list.tsx';
import type { Period } from './period.ts';

type Cursor = Pick<Incident, 'start' | 'id'>;

/** The list with its filters. */
export function Incidents({
  scope,
  period,
  refresh,
  filter,
  onFilter,
  onNarrow,
  onOpen,
}: {
  scope: Scope;
  period: Period;
  /** Another one: ask anew. */
  refresh: string;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** The whole page, down to a terminal. */
  onNarrow: (terminal: NamedTerminal) => void;
  onOpen: (terminal: TerminalRef) => void;
}) {
  const words = useWords();
  const text = useDeferredValue(filter.text);
  const asked = filterRequest(filter, text);
  const { rows, hasMore, more } = useList<Incident, Cursor>(
    (after, limit) => request('history.incidents', { scope, ...period, ...asked, after, limit }),
    `${refresh} ${JSON.stringify(asked)}`,
  );
  const filtered = filter !== noFilter;
  return (
    <>
      <IncidentFilters filter={filter} onFilter={onFilter} />
      {rows?.length === 0 && (
        <div role="status" className="flex items-center gap-3 py-3 text-soft">
          {words(filtered ? 'history:list.noneMatch' : 'history:list.none')}
          {filtered && <Button onClick={() => onFilter(noFilter)}>{words('history:list.clear')}</Button>}
        </div>
      )}
      {rows !== null && rows.length > 0 && (
        <IncidentList
          incidents={rows}
          now={period.to}
          hasMore={hasMore}
          onMore={more}
          onOpen={onOpen}
          onNarrow={onNarrow}
        />
      )}
    </>
  );
}
