import { Search } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import { useRef } from 'react';
import { inputLook } from '../components/field.tsx';
import { useLocale } from '../hooks/use-locale.ts';
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
  const locale = useLocale();
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
      <div className="relative min-w-52 flex-1">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-soft"
        />
        <input
          ref={input}
          type="search"
          aria-label={words('terminals:search.label')}
          aria-keyshortcuts="/"
          placeholder={words('terminals:search.label')}
          title={words('terminals:search.hint')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            if (search === '') event.currentTarget.blur();
            else onSearch('');
          }}
          className={`${inputLook} pl-8.5`}
        />
      </div>
      <ToggleGroup.Root
        type="single"
        aria-label={words('terminals:filter.label')}
        value={shown}
        onValueChange={(value) =>
          onList({ shown: chips.find((chip) => chip.value === value)?.value ?? 'all' })
        }
        className="flex flex-wrap gap-1.5"
      >
        {chips.map(({ value, count }) => (
          <ToggleGroup.Item
            key={value}
            value={value}
            className="inline-flex h-8 items-center gap-1.5 rounded-full border border-line bg-card px-3 transition-colors hover:bg-hover data-[state=on]:border-accent data-[state=on]:bg-accent-wash data-[state=on]:font-semibold data-[state=on]:text-accent forced-colors:data-[state=on]:border-[Highlight]"
          >
            {words(`terminals:filter.${value}`)}
            <span className="tabular-nums">{count.toLocaleString(locale)}</span>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      {shown !== 'unwatched' && (
        <SortMenu sort={sort} onSort={(next) => onList({ sort: next })} onFoldAll={onFoldAll} />
      )}
    </div>
  );
}
