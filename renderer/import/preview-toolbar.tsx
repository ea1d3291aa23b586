import { Search } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import { inputLook } from '../components/field.tsx';
import { useLocale } from '../hooks/use-locale.ts';
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
  const locale = useLocale();
  const chips = filters.filter((value) => value === 'all' || value === filter || counts[value] > 0);
  return (
    <div className="mt-3 mb-2 flex shrink-0 flex-wrap items-center gap-2">
      <div className="relative min-w-48 flex-1">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-soft"
        />
        <input
          type="search"
          aria-label={words('import:preview.search')}
          placeholder={words('import:preview.search')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || search === '') return;
            // Only the search ends here, not the dialog.
            event.preventDefault();
            event.stopPropagation();
            onSearch('');
          }}
          className={`${inputLook} pl-8.5`}
        />
      </div>
      <ToggleGroup.Root
        type="single"
        aria-label={words('import:preview.filter')}
        value={filter}
        onValueChange={(value) => onFilter(filters.find((one) => one === value) ?? 'all')}
        className="flex flex-wrap gap-1.5"
      >
        {chips.map((value) => (
          <ToggleGroup.Item
            key={value}
            value={value}
            className="inline-flex h-8 items-center gap-1.5 rounded-full border border-line bg-card px-3 transition-colors hover:bg-hover data-[state=on]:border-accent data-[state=on]:bg-accent-wash data-[state=on]:font-semibold data-[state=on]:text-accent forced-colors:data-[state=on]:border-[Highlight]"
          >
            {words(`import:preview.filters.${value}`)}
            {value !== 'all' && <span className="tabular-nums">{counts[value].toLocaleString(locale)}</span>}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  );
}
