import { FilterChips } from '../components/filter-chips.tsx';
import { SearchField } from '../components/search-field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { filters, type Filter } from './lines.ts';

export function PreviewToolbar({
  counts,
  filter,
  search,
  onFilter,
  onSearch,
}: {
  counts: Record<Exclude<Filter, 'all'>, number>;
  filter: Filter;
  search: string;
  onFilter: (filter: Filter) => void;
  onSearch: (search: string) => void;
}) {
  const words = useWords();
  const chips = filters
    .map((value) => ({
      value,
      label: words(`import:preview.filters.${value}`),
      count: value === 'all' ? null : counts[value],
    }))
    .filter(({ value, count }) => value === filter || count !== 0);
  return (
    <div className="mt-3 mb-2 flex shrink-0 flex-wrap items-center gap-2">
      <SearchField
        label={words('import:preview.search')}
        value={search}
        onChange={onSearch}
        className="min-w-48"
      />
      <FilterChips label={words('import:preview.filter')} value={filter} chips={chips} onChange={onFilter} />
    </div>
  );
}
