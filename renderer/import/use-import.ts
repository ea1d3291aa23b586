import { useEffect, useState } from 'react';
import { request } from '../bridge.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Abilities, Imported, ImportProblem, ImportProgress, ShownPreview } from './model.ts';
import { carryTicks, firstTicks, tick, tiesOf, type Ticks } from './ticks.ts';

export type Stage =
  | { kind: 'asking'; progress: ImportProgress | null }
  | { kind: 'failed'; problem: ImportProblem; abilities: Abilities | null }
  | { kind: 'refused'; message: string }
  /** `changed`: it is another than was just ticked. */
  | { kind: 'preview'; preview: ShownPreview; changed: boolean };

/** One import, from the first question to what was ticked. Main is told when nobody looks any more. */
export function useImport(account: string, onImported: (done: Imported) => void) {
  const words = useWords();
  const [stage, setStage] = useState<Stage>({ kind: 'asking', progress: null });
  const [ticks, setTicks] = useState<Ticks>(new Set());
  const [busy, setBusy] = useState(false);

  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    let gone = false;
    const stop = window.tillwatch.on('import.progress', (progress) =>
      setStage((before) => (before.kind === 'asking' ? { kind: 'asking', progress } : before)),
    );
    void request('import.preview', { account }).then((reply) => {
      if (gone) return;
      if (!reply.ok) {
        const message = words(`problem:error.${reply.error.code}`, reply.error.params);
        setStage({ kind: 'refused', message });
      } else if (reply.value.kind === 'failed') {
        setStage(reply.value);
      } else if (reply.value.kind === 'preview') {
        const { preview } = reply.value;
        setStage({ kind: 'preview', preview, changed: false });
        setTicks(firstTicks(preview.items));
      }
    });
    return () => {
      gone = true;
      stop();
      void request('import.cancel', undefined);
    };
  }, [account, words, attempt]);

  const apply = async (preview: ShownPreview) => {
    setBusy(true);
    const reply = await request('import.apply', { preview: preview.id, ticked: [...ticks] });
    setBusy(false);
    if (!reply.ok) {
      setStage({ kind: 'refused', message: words(`problem:error.${reply.error.code}`, reply.error.params) });
    } else if (reply.value.kind === 'changed') {
      const next = reply.value.preview;
      setTicks(carryTicks(preview.items, ticks, next.items));
      setStage({ kind: 'preview', preview: next, changed: true });
    } else {
      onImported(reply.value);
    }
  };

  return {
    stage,
    ticks,
    busy,
    again() {
      setStage({ kind: 'asking', progress: null });
      setAttempt(attempt + 1);
    },
    apply,
    tick: (preview: ShownPreview, ids: readonly string[], on: boolean) =>
      setTicks(tick(tiesOf(preview), ticks, ids, on)),
  };
}
