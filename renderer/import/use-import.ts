import { useState } from 'react';
import { request } from '../bridge.ts';
import type { Imported, ShownPreview } from './model.ts';
import { carryTicks, firstTicks, tick, tiesOf, type Ticks } from './ticks.ts';
import { useAsking } from './use-asking.ts';

/** `changed`: it is another than was just ticked. */
type Shown = { kind: 'preview'; preview: ShownPreview; changed: boolean };

/** One import, from the first question to what was ticked. */
export function useImport(account: string, onImported: (done: Imported) => void) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [ticks, setTicks] = useState<Ticks>(new Set());
  const [busy, setBusy] = useState(false);
  const asking = useAsking(
    () => request('import.preview', { account }),
    ({ preview }) => {
      setShown({ kind: 'preview', preview, changed: false });
      setTicks(firstTicks(preview.items));
    },
  );

  const apply = async (preview: ShownPreview) => {
    setBusy(true);
    const reply = await request('import.apply', { preview: preview.id, ticked: [...ticks] });
    setBusy(false);
    if (!reply.ok) {
      asking.refuse(reply.error);
      setShown(null);
    } else if (reply.value.kind === 'changed') {
      const next = reply.value.preview;
      setTicks(carryTicks(preview.items, ticks, next.items));
      setShown({ kind: 'preview', preview: next, changed: true });
    } else {
      onImported(reply.value);
    }
  };

  return {
    stage: shown ?? asking.stage,
    ticks,
    busy,
    again: asking.again,
    apply,
    tick: (preview: ShownPreview, ids: readonly string[], on: boolean) =>
      setTicks(tick(tiesOf(preview), ticks, ids, on)),
  };
}
