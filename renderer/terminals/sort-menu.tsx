import { ArrowDownNarrowWide, Check, ChevronDown, FoldVertical, UnfoldVertical } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '../components/button.tsx';
import { MenuContent, menuItem } from '../components/menu.tsx';
import { useWords } from '../hooks/use-words.ts';
import { sorts, type StoreSort } from './listing.ts';

/** In which order the stores come, and all of them folded or open at once. */
export function SortMenu({
  sort,
  onSort,
  onFoldAll,
}: {
  sort: StoreSort;
  onSort: (sort: StoreSort) => void;
  onFoldAll: (fold: boolean) => void;
}) {
  const words = useWords();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button aria-label={words('terminals:sort.labelNow', { sort: words(`terminals:sort.${sort}`) })}>
          <ArrowDownNarrowWide aria-hidden className="size-4" />
          {words('terminals:sort.label')}
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </DropdownMenu.Trigger>
      <MenuContent>
        <DropdownMenu.RadioGroup
          value={sort}
          onValueChange={(value) => onSort(sorts.find((one) => one === value) ?? sort)}
        >
          {sorts.map((one) => (
            <DropdownMenu.RadioItem key={one} value={one} className={menuItem}>
              <span className="size-4">
                <DropdownMenu.ItemIndicator>
                  <Check aria-hidden className="size-4" />
                </DropdownMenu.ItemIndicator>
              </span>
              {words(`terminals:sort.${one}`)}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        <DropdownMenu.Separator className="my-1 h-px bg-line" />
        <DropdownMenu.Item className={menuItem} onSelect={() => onFoldAll(true)}>
          <FoldVertical aria-hidden className="size-4 text-soft" />
          {words('terminals:fold.all')}
        </DropdownMenu.Item>
        <DropdownMenu.Item className={menuItem} onSelect={() => onFoldAll(false)}>
          <UnfoldVertical aria-hidden className="size-4 text-soft" />
          {words('terminals:fold.none')}
        </DropdownMenu.Item>
      </MenuContent>
    </DropdownMenu.Root>
  );
}
