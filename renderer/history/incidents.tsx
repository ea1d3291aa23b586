import { useDeferredValue, useState } from 'react';
import { Button } from '../components/button.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { TerminalRef } from '../model.ts';
import type { Filter, Incident, Scope } from './history-model.ts';
import { filterRequest, noFilter } from './history-model.ts';
import { IncidentFilters } from './incident-filters.tsx';
import { IncidentList } from './incident-list.tsx';
import type { Period } from './period.ts';
import { useAnswer } from '../hooks/use-answer.ts';

const page = 50;
/** What main gives at a time, at most. */
const most = 500;

/** The list with its filters. */
export function Incidents({
  scope,
  period,
  refresh,
  filter,
  onFilter,
  terminal,
  onTerminal,
  onOpen,
}: {
  scope: Scope;
  period: Period;
  /** Another one: ask anew. */
  refresh: string;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  terminal: string | null;
  onTerminal: (incident: Incident | null) => void;
  onOpen: (terminal: TerminalRef) => void;
}) {
  const words = useWords();
  const [limit, setLimit] = useState(page);
  const text = useDeferredValue(filter.text);
  const request = {
    scope,
    ...period,
    ...filterRequest(filter, text),
    after: null,
    limit,
  };
  const key = `${refresh} ${JSON.stringify({ ...request, from: 0, to: 0 })}`;
  const { value } = useAnswer('history.incidents', request, key);
  const filtered = filter !== noFilter || terminal !== null;
  const showAll = () => {
    onFilter(noFilter);
    onTerminal(null);
  };
  return (
    <section className="flex shrink-0 flex-col gap-2 rounded-xl border border-line bg-card px-4 pt-3 pb-2 shadow-card">
      <h2 className="font-semibold">{words('history:list.title')}</h2>
      <IncidentFilters
        filter={filter}
        onFilter={onFilter}
        terminal={terminal}
        onAllTerminals={() => onTerminal(null)}
      />
      {value?.incidents.length === 0 && (
        <div role="status" className="flex items-center gap-3 py-3 text-soft">
          {words(filtered ? 'history:list.noneMatch' : 'history:list.none')}
          {filtered && <Button onClick={showAll}>{words('history:list.clear')}</Button>}
        </div>
      )}
      {value !== null && value.incidents.length > 0 && (
        <IncidentList
          incidents={value.incidents}
          now={period.to}
          hasMore={value.next !== null && limit < most}
          onMore={() => setLimit((before) => Math.min(most, before + page))}
          onOpen={onOpen}
          onNarrow={onTerminal}
        />
      )}
    </section>
  );
}
