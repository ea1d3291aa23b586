import { duration } from '../../assets/locales/duration.ts';
import { SearchField } from '../components/search-field.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal } from '../model.ts';
import { causes, leastLengths, type Filter } from './history-model.ts';
import { Choice } from './choice.tsx';
import { OnlyTerminal } from './only-terminal.tsx';

export function IncidentFilters({
  filter,
  onFilter,
  terminal,
  onAllTerminals,
}: {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** To which the page is narrowed down. */
  terminal: NamedTerminal | null;
  onAllTerminals: () => void;
}) {
  const words = useWords();
  return (
    <div
      role="group"
      aria-label={words('history:filter.label')}
      className="flex flex-wrap items-center gap-2"
    >
      <SearchField
        label={words('history:filter.search')}
        value={filter.text}
        maxLength={200}
        onChange={(text) => onFilter({ ...filter, text })}
        className="min-w-48"
      />
      <Choice
        label={words('history:filter.cause')}
        value={filter.cause}
        options={[
          { value: 'any', label: words('history:filter.causeAll') },
          ...causes.map((cause) => ({ value: cause, label: words(`history:cause.${cause}`) })),
        ]}
        onChange={(cause) => onFilter({ ...filter, cause })}
      />
      <Choice
        label={words('history:filter.length')}
        value={String(filter.least)}
        options={leastLengths.map((least) => ({
          value: String(least),
          label:
            least === 0
              ? words('history:filter.lengthAll')
              : words('history:filter.least', { duration: duration(least * 60_000, words) }),
        }))}
        onChange={(least) => onFilter({ ...filter, least: Number(least) })}
      />
      {terminal !== null && <OnlyTerminal name={terminal.name} onAll={onAllTerminals} />}
    </div>
  );
}
