import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { stepOf, type Step } from '../terminals/step.ts';
import type { Line } from './lines.ts';
import type { ShownPreview } from './model.ts';
import { PreviewLine } from './preview-line.tsx';
import type { Ticks } from './ticks.ts';

/** Of a line, in pixels; before it is measured. */
const usualHeight = 45;

/** All that was found, of which only what is in view is drawn. Arrows lead from tick to tick, so Tab leads past them. */
export function PreviewList({
  lines,
  ticks,
  stores,
  onTick,
}: {
  lines: Line[];
  ticks: Ticks;
  stores: ShownPreview['stores'];
  onTick: (ids: readonly string[], on: boolean) => void;
}) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const drawn = items.flatMap(({ index }) => lines[index] ?? []).filter(hasTick);
  const stop = drawn.find(({ key }) => key === focused) ?? drawn[0];

  const onKeyDown = (event: KeyboardEvent, from: number) => {
    const step = stepOf(event.key);
    const to = step && tickAt(lines, from, step);
    if (to === null) return;
    event.preventDefault();
    setFocused(lines[to]?.key ?? null);
    virtualizer.scrollToIndex(to);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] input`)?.focus(),
    );
  };

  if (lines.length === 0) {
    return <p className="grid min-h-0 flex-1 place-items-center text-soft">{words('import:preview.none')}</p>;
  }
  return (
    <div
      ref={scroller}
      role="region"
      aria-label={words('import:preview.list')}
      className="min-h-0 flex-1 overflow-y-auto rounded-xl border border-line [scrollbar-gutter:stable]"
    >
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className={cx('absolute inset-x-0', index > 0 && 'border-t border-line')}
              style={{ transform: `translateY(${start}px)` }}
            >
              <PreviewLine
                line={line}
                ticks={ticks}
                stores={stores}
                box={{
                  tabIndex: line === stop ? 0 : -1,
                  onFocus: () => setFocused(line.key),
                  onKeyDown: (event) => onKeyDown(event, index),
                }}
                onTick={onTick}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function hasTick(line: Line): boolean {
  return line.kind === 'item' || (line.kind === 'store' && line.group.harmless.length > 0);
}

function tickAt(lines: readonly Line[], from: number, step: Step): number | null {
  const range = { above: [from - 1, -1], below: [from + 1, 1], first: [0, 1], last: [lines.length - 1, -1] };
  const [start = 0, by = 1] = range[step];
  for (let at = start; at >= 0 && at < lines.length; at += by) {
    const line = lines[at];
    if (line && hasTick(line)) return at;
  }
  return null;
}
