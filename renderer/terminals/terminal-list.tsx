import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import { cx } from '../components/cx.ts';
import { useBars } from '../hooks/use-bars.ts';
import { useNow } from '../hooks/use-now.ts';
import { useWords } from '../hooks/use-words.ts';
import { isSameTerminal, type StoreOverview, type TerminalRef } from '../model.ts';
import type { Row } from './rows.ts';
import type { Step } from './step.ts';
import { StoreHead } from './store-head.tsx';
import { StoreNote } from './store-note.tsx';
import { TerminalRow } from './terminal-row.tsx';
import type { TerminalActions } from './use-terminal-actions.ts';

/** Height of a line before it is measured, in pixels; a store begins with the gap to the one above. */
const usualHeight: Record<Row['kind'], number> = { store: 57, note: 90, terminal: 53 };

/** Stores and terminals in one list, of which only what is in view is drawn. */
export function TerminalList({
  rows,
  selected,
  movable,
  actions,
  onFold,
  onSelect,
}: {
  rows: Row[];
  selected: TerminalRef | null;
  /** Accounts with several stores: terminals of one of them may be moved to another. */
  movable: ReadonlySet<string>;
  actions: TerminalActions;
  onFold: (store: StoreOverview) => void;
  onSelect: (terminal: TerminalRef | null) => void;
}) {
  const words = useWords();
  const now = useNow(10_000);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => usualHeight[rows[index]?.kind ?? 'terminal'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });

  const inSight = virtualizer.getVirtualItems().flatMap(({ index }) => {
    const row = rows[index];
    return row?.kind === 'terminal' ? [refOf(row)] : [];
  });
  const historyOf = useBars(inSight);

  // Only when another one is selected: a push that sorts the list anew must not move it under the hand.
  const reveal = useEffectEvent(() => {
    const at = rows.findIndex((row) => row.kind === 'terminal' && isSameTerminal(refOf(row), selected));
    if (at >= 0) virtualizer.scrollToIndex(at);
  });
  const selectedKey = selected && `${selected.account}/${selected.poiid}`;
  useEffect(() => reveal(), [selectedKey]);

  const moveFocus = (from: number, step: Step) => {
    const to = nextLine(rows, from, step);
    if (to === null) return;
    virtualizer.scrollToIndex(to);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] [data-row]`)?.focus(),
    );
  };

  return (
    <div
      ref={scroller}
      className="@container -mx-5 min-h-0 flex-1 overflow-y-auto pr-3 pb-5 pl-5 [scrollbar-gutter:stable]"
    >
      <ul
        aria-label={words('terminals:list')}
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className={cx('absolute inset-x-0', row.kind === 'store' && item.index > 0 && 'pt-3')}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <div
                className={cx(
                  'overflow-hidden border-x border-line bg-card',
                  row.kind === 'store' ? 'rounded-t-xl border-t' : 'border-t',
                  row.last && 'rounded-b-xl border-b shadow-card',
                )}
              >
                {row.kind === 'store' ? (
                  <StoreHead
                    store={row.store}
                    fold={row.fold}
                    now={now}
                    onFold={() => onFold(row.store)}
                    onMove={(step) => moveFocus(item.index, step)}
                    actions={actions}
                  />
                ) : row.kind === 'note' ? (
                  <StoreNote store={row.store} actions={actions} />
                ) : (
                  <TerminalRow
                    account={row.store.account}
                    terminal={row.terminal}
                    history={historyOf(refOf(row))}
                    now={now}
                    selected={isSameTerminal(refOf(row), selected)}
                    movable={movable.has(row.store.account)}
                    actions={actions}
                    onMove={(step) => moveFocus(item.index, step)}
                    onSelect={() => onSelect(isSameTerminal(refOf(row), selected) ? null : refOf(row))}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function refOf({ store, terminal }: Extract<Row, { kind: 'terminal' }>): TerminalRef {
  return { account: store.account, poiid: terminal.poiid };
}

/** Notes have nothing to stand on, nor has the head of a store that cannot be folded. */
function nextLine(rows: Row[], from: number, step: Step): number | null {
  const ends = { first: -1, last: rows.length };
  const begin = step === 'first' ? ends.first : step === 'last' ? ends.last : from;
  const by = step === 'first' || step === 'below' ? 1 : -1;
  for (let index = begin + by; index >= 0 && index < rows.length; index += by) {
    const row = rows[index];
    if (row?.kind === 'terminal' || (row?.kind === 'store' && row.fold !== 'fixed')) return index;
  }
  return null;
}
