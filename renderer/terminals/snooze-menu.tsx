import { BellOff, BellRing } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { MenuContent, menuItem } from '../components/menu.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useQuiet, type Snooze } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Overview } from '../model.ts';

/** For how long nobody is to be told of a store, or of anything; and the way to end it. */
export function SnoozeMenu({
  scope,
  counts,
  children,
}: {
  scope: Snooze['scope'];
  counts: Overview['counts'];
  /** What opens it. */
  children: ReactNode;
}) {
  const words = useWords();
  const ask = useAsk();
  const { snoozeOf, opens } = useQuiet();
  const lengths = [
    'quarter' as const,
    'hour' as const,
    ...(opens(scope) ? (['opening'] as const) : []),
    ...(counts.disconnected > 0 ? (['recovery'] as const) : []),
  ];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <MenuContent>
        {snoozeOf(scope) !== null && (
          <>
            <DropdownMenu.Item className={menuItem} onSelect={() => void ask('quiet.endSnooze', { scope })}>
              <BellRing aria-hidden className="size-4 text-soft" />
              {words('terminals:snooze.end')}
            </DropdownMenu.Item>
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
          </>
        )}
        {lengths.map((length) => (
          <DropdownMenu.Item
            key={length}
            className={menuItem}
            onSelect={() => void ask('quiet.snooze', { scope, length })}
          >
            <BellOff aria-hidden className="size-4 text-soft" />
            {words(`terminals:snooze.${length}`)}
          </DropdownMenu.Item>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
