import {
  ArrowRightLeft,
  BellOff,
  BellRing,
  Clock,
  Copy,
  Ellipsis,
  EyeOff,
  PencilLine,
  RotateCw,
  type LucideIcon,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { MenuContent, menuItem } from '../components/menu.tsx';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal } from '../model.ts';
import type { TerminalActions } from './use-terminal-actions.ts';

export function TerminalMenu({
  terminal,
  down,
  movable,
  actions,
}: {
  terminal: NamedTerminal;
  /** There is an outage that somebody can know of. */
  down: boolean;
  /** Its account has other stores. */
  movable: boolean;
  actions: TerminalActions;
}) {
  const words = useWords();
  const { acknowledged: known, snooze } = useQuiet().ofTerminal(terminal);
  const chosen = useRef<(() => void) | null>(null);
  const items: { icon: LucideIcon; label: string; run: () => void }[] = [
    { icon: RotateCw, label: words('terminals:recheck.row'), run: () => actions.recheck(terminal) },
    ...(known
      ? [
          {
            icon: BellRing,
            label: words('terminals:menu.tellAgain'),
            run: () => actions.acknowledge(terminal, false),
          },
        ]
      : down
        ? [
            {
              icon: BellOff,
              label: words('terminals:menu.acknowledge'),
              run: () => actions.acknowledge(terminal, true),
            },
          ]
        : []),
    snooze
      ? { icon: BellRing, label: words('terminals:snooze.end'), run: () => actions.snooze(terminal, false) }
      : { icon: Clock, label: words('terminals:menu.snooze'), run: () => actions.snooze(terminal, true) },
    { icon: PencilLine, label: words('terminals:menu.rename'), run: () => actions.rename(terminal) },
    ...(movable
      ? [{ icon: ArrowRightLeft, label: words('terminals:menu.move'), run: () => actions.move(terminal) }]
      : []),
    { icon: Copy, label: words('terminals:menu.copy'), run: () => actions.copy(terminal) },
    { icon: EyeOff, label: words('terminals:menu.unwatch'), run: () => actions.unwatch(terminal) },
  ];

  // A choice runs once the focus is back at the button: a dialog returns it there when it closes.
  const runChosen = () =>
    queueMicrotask(() => {
      chosen.current?.();
      chosen.current = null;
    });

  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={words('terminals:menu.label', { name: terminal.name })}>
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent onCloseAutoFocus={runChosen}>
        {items.map(({ icon: Icon, label, run }) => (
          <DropdownMenu.Item
            key={label}
            onSelect={() => {
              chosen.current = run;
            }}
            className={menuItem}
          >
            <Icon aria-hidden className="size-4 text-soft" />
            {label}
          </DropdownMenu.Item>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  );
}
