import { useRef } from 'react';
import { FilterChips } from '../components/filter-chips.tsx';
import { SearchField } from '../components/search-field.tsx';
import { useShortcut } from '../hooks/use-shortcut.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Overview } from '../model.ts';
import type { Listing, Shown } from './listing.ts';
import { SortMenu } from './sort-menu.tsx';

export function Toolbar({
  counts,
  unwatched,
  search,
  listing: { shown, sort },
  onSearch,
  onList,
  onFoldAll,
}: {
  counts: Overview['counts'];
  unwatched: number;
  search: string;
  listing: Listing;
  onSearch: (search: string) => void;
  onList: (change: Partial<Listing>) => void;
  onFoldAll: (fold: boolean) => void;
}) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', () => input.current?.focus());

  const chips: { value: Shown; count: number }[] = [
    { value: 'all', count: counts.expected },
    { value: 'disconnected', count: counts.disconnected },
    { value: 'unknown', count: counts.unknown },
  ];
  if (unwatched > 0 || shown === 'unwatched') chips.push({ value: 'unwatched', count: unwatched });

  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2">
      <SearchField
        ref={input}
        label={words('terminals:search.label')}
        aria-keyshortcuts="/"
        title={words('terminals:search.hint')}
        value={search}
        onChange={onSearch}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          event.currentTarget.blur();
        }}
        className="min-w-52"
      />
      <FilterChips
        label={words('terminals:filter.label')}
        value={shown}
        chips={chips.map(({ value, count }) => ({ value, count, label: words(`terminals:filter.${value}`) }))}
        onChange={(value) => onList({ shown: value })}
      />
      {shown !== 'unwatched' && (
        <SortMenu sort={sort} onSort={(next) => onList({ sort: next })} onFoldAll={onFoldAll} />
      )}
    </div>
  );
}
