import { duration } from '../../assets/locales/duration.ts';
import { useWords } from '../hooks/use-words.ts';
import { causes, leastLengths, type Filter } from './history-model.ts';
import { Choice } from './choice.tsx';
import { FilterBar } from './filter-bar.tsx';

export function IncidentFilters({
  filter,
  onFilter,
}: {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const words = useWords();
  return (
    <FilterBar text={filter.text} onText={(text) => onFilter({ ...filter, text })}>
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
    </FilterBar>
  );
}
