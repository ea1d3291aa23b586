import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useWords } from '../hooks/use-words.ts';
import { countWords } from './counts.ts';
import { Gaps } from './gaps.tsx';
import { harmlessOf, countLines, groupPreview, linesOf, type Filter } from './lines.ts';
import type { ShownPreview } from './model.ts';
import { PreviewList } from './preview-list.tsx';
import { PreviewToolbar } from './preview-toolbar.tsx';
import { TickBox } from './tick-box.tsx';
import { countTicked, stateOf, type Ticks } from './ticks.ts';

/** What an import would do, to be ticked. */
export function PreviewView({
  preview,
  changed,
  ticks,
  busy,
  onTick,
  onApply,
  onClose,
}: {
  preview: ShownPreview;
  changed: boolean;
  ticks: Ticks;
  busy: boolean;
  onTick: (ids: readonly string[], on: boolean) => void;
  onApply: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const grouped = useMemo(() => groupPreview(preview), [preview]);
  const counts = useMemo(() => countLines(grouped), [grouped]);
  const lines = useMemo(() => linesOf(grouped, filter, search), [grouped, filter, search]);
  const shown = useMemo(() => harmlessOf(lines), [lines]);
  const ticked = useMemo(() => countTicked(preview.items, ticks), [preview, ticks]);
  // The button that had the focus is gone; here is what there is to be read first.
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);

  return (
    <>
      <div ref={summary} tabIndex={-1} className="flex flex-col gap-2 outline-none">
        {changed && (
          <p role="alert" className="rounded-lg border border-warn-line bg-warn-wash px-3 py-2 font-semibold">
            {words('import:preview.changed')}
          </p>
        )}
        <Summary preview={preview} />
        <Gaps preview={preview} />
      </div>
      {preview.stores.length + preview.skippedStores.length > 0 && (
        <>
          <PreviewToolbar
            counts={counts}
            filter={filter}
            search={search}
            onFilter={setFilter}
            onSearch={setSearch}
          />
          {shown.length > 0 && (
            <label className="flex h-9 shrink-0 items-center gap-3 px-4 text-sm">
              <TickBox state={stateOf(ticks, shown)} onChange={(on) => onTick(shown, on)} />
              {words('import:preview.tickShown')}
            </label>
          )}
          {/* Another one for another search, so that it begins at its top. */}
          <PreviewList
            key={`${filter} ${search}`}
            lines={lines}
            ticks={ticks}
            stores={preview.stores}
            onTick={onTick}
          />
        </>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <p role="status" className="mt-5 py-1.5 text-sm text-soft">
          {preview.items.length > 0 && words('import:preview.ticked', countWords(ticked, words))}
        </p>
        <DialogButtons>
          <Button onClick={onClose}>
            {words(preview.items.length > 0 ? 'common:cancel' : 'common:close')}
          </Button>
          {preview.items.length > 0 && (
            <Button look="primary" disabled={busy || ticks.size === 0} onClick={onApply}>
              {busy && <Spinner />}
              {words('import:preview.submit')}
            </Button>
          )}
        </DialogButtons>
      </div>
    </>
  );
}

function Summary({ preview }: { preview: ShownPreview }) {
  const words = useWords();
  const { items, stores, skippedStores, present, skippedTerminals } = preview;
  if (stores.length + skippedStores.length === 0) return <p>{words('import:preview.nothing')}</p>;
  const terminals = new Set([
    ...items.flatMap((item) => ('poiid' in item ? [item.poiid] : [])),
    ...present.map(({ poiid }) => poiid),
  ]).size;
  const counts = {
    stores: stores.length + skippedStores.length,
    terminals: terminals + skippedTerminals.length,
    changes: 0,
  };
  return (
    <p>
      {words('import:preview.found', countWords(counts, words))}{' '}
      {words(items.length === 0 ? 'import:preview.upToDate' : 'import:preview.keeps')}
    </p>
  );
}
