import { Search, X } from 'lucide-react';
import { duration } from '../../assets/locales/duration.ts';
import { Button } from '../components/button.tsx';
import { inputLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { causes, leastLengths, type Filter } from './history-model.ts';
import { Select } from './select.tsx';

export function IncidentFilters({
  filter,
  onFilter,
  terminal,
  onAllTerminals,
}: {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** Name of the one to which the page is narrowed down. */
  terminal: string | null;
  onAllTerminals: () => void;
}) {
  const words = useWords();
  return (
    <div
      role="group"
      aria-label={words('history:filter.label')}
      className="flex flex-wrap items-center gap-2"
    >
      <div className="relative min-w-48 flex-1">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-soft"
        />
        <input
          type="search"
          aria-label={words('history:filter.search')}
          placeholder={words('history:filter.search')}
          value={filter.text}
          maxLength={200}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          className={`${inputLook} pl-8.5`}
        />
      </div>
      <Select
        label={words('history:filter.cause')}
        value={filter.cause}
        options={[
          { value: 'any', text: words('history:filter.causeAll') },
          ...causes.map((cause) => ({ value: cause, text: words(`history:cause.${cause}`) })),
        ]}
        onChange={(cause) => onFilter({ ...filter, cause })}
      />
      <Select
        label={words('history:filter.length')}
        value={String(filter.least)}
        options={leastLengths.map((least) => ({
          value: String(least),
          text:
            least === 0
              ? words('history:filter.lengthAll')
              : words('history:filter.least', { duration: duration(least * 60_000, words) }),
        }))}
        onChange={(least) => onFilter({ ...filter, least: Number(least) })}
      />
      {terminal !== null && (
        <Button onClick={onAllTerminals} title={words('history:filter.terminalClear')}>
          {words('history:filter.terminal', { name: terminal })}
          <X aria-hidden className="size-4" />
        </Button>
      )}
    </div>
  );
}
