import { isEqual } from 'es-toolkit';
import type { Clock } from '../monitor/clock.ts';
import type { Management, ManagementAccount } from '../terminal-api/management.ts';
import { applyImport } from './apply.ts';
import type { Current } from './current.ts';
import { gather, gatherStores, type Gaps, type GatherFailure, type Progress } from './gather.ts';
import type { ImportItem, Preview } from './items.ts';
import { previewImport, type FetchedAccount } from './merge.ts';
import { placeStores } from './places.ts';
import type { Abilities } from './roles.ts';

/** As the page gets it. */
export interface ShownPreview extends Preview {
  /** To be named when it is applied. */
  id: string;
  merchantAccount: string;
  gaps: Gaps;
  /** What the key may do; null where that could not be read. */
  abilities: Abilities | null;
}

export type PreviewOutcome =
  | { kind: 'preview'; preview: ShownPreview }
  | GatherFailure
  /** Also by a later preview: there is one at a time. */
  | { kind: 'cancelled' };

/** Stores that an account could begin with. */
export type StoresOutcome =
  | {
      kind: 'stores';
      stores: { reference: string; name: string; id: string }[];
      /** Closed, not in use, or without a reference to ask by. */
      leftOut: number;
    }
  | Exclude<PreviewOutcome, { kind: 'preview' }>;

export type ApplyOutcome =
  | { kind: 'imported'; /** To be named when it is undone. */ id: string; counts: Counts }
  /** What was ticked is no longer what it was, because the settings have changed: nothing was done. */
  | { kind: 'changed'; preview: ShownPreview };

export interface Counts {
  stores: number;
  terminals: number;
  /** Of what was there before. */
  changes: number;
}

/** Why there is nothing to work on. */
export type Refusal = { kind: 'refused'; code: 'not-found' | 'managed' | 'stale-preview' | 'too-late' };

export interface ImporterDeps {
  management: Management;
  clock: Clock;
  /** What is configured now. */
  look(account: string): { asked: ManagementAccount; current: Current } | Refusal;
  /** @returns what takes it back; false where that cannot be */
  write(account: string, before: Current, after: Current): () => boolean;
  onProgress(progress: Progress): void;
}

/** Progress that nobody could read is not worth telling. In ms. */
const progressEveryMs = 100;

/** One import at a time: asked for, looked at, done, undone. It keeps what was fetched; the page only says what it ticked. */
export function createImporter(deps: ImporterDeps) {
  const { management, clock, look, write, onProgress } = deps;
  let running: { all: AbortController; names: AbortController } | null = null;
  let held: Held | null = null;
  let undoable: { id: string; undo: () => boolean } | null = null;
  let made = 0;

  function hold(known: Omit<Held, 'shown'>, current: Current): ShownPreview {
    made += 1;
    const { fetched, gaps, abilities } = known;
    const { merchantAccount } = current;
    const shown = {
      ...previewImport(current, fetched),
      id: String(made),
      merchantAccount,
      gaps,
      abilities,
    };
    held = { ...known, shown };
    return shown;
  }

  function cancel(): void {
    running?.all.abort();
    running = null;
    held = null;
  }

  function start(): { all: AbortController; names: AbortController } {
    cancel();
    running = { all: new AbortController(), names: new AbortController() };
    return running;
  }

  return {
    /** Asks Adyen which stores there are, for an account that is not set up yet. Settles as `preview` does. */
    async stores(account: ManagementAccount): Promise<StoresOutcome> {
      const { signal } = start().all;
      const read = await gatherStores(
        { management, signal, onProgress: sparsely(clock, onProgress) },
        account,
      );
      if (signal.aborted) return { kind: 'cancelled' };
      running = null;
      if (read.kind === 'failed') return read;
      const { placed, skipped } = placeStores({ stores: [] }, read.stores);
      return {
        kind: 'stores',
        stores: placed.map(({ store: { id, name }, reference }) => ({ reference, name, id })),
        leftOut: skipped.length,
      };
    },
    /** Asks Adyen. Settles when all is known, has failed or was cancelled; never rejects. */
    async preview(account: string): Promise<PreviewOutcome | Refusal> {
      const controllers = start();
      const place = look(account);
      if ('kind' in place) return place;
      const gathered = await gather(
        {
          management,
          signal: controllers.all.signal,
          enoughNames: controllers.names.signal,
          onProgress: sparsely(clock, onProgress),
        },
        place.asked,
        place.current,
      );
      if (controllers.all.signal.aborted) return { kind: 'cancelled' };
      running = null;
      if (gathered.kind === 'failed') return gathered;
      // The settings may have changed while Adyen was asked.
      const now = look(account);
      if ('kind' in now) return now;
      if (!isEqual(now.asked, place.asked)) return { kind: 'refused', code: 'stale-preview' };
      const { fetched, gaps, abilities } = gathered;
      return {
        kind: 'preview',
        preview: hold({ account, asked: place.asked, fetched, gaps, abilities }, now.current),
      };
    },
    /** Goes on with the names that are known by now. */
    skipNames(): void {
      running?.names.abort();
    },
    /** Nobody waits for it any more, or looks at it. */
    cancel,
    apply(id: string, ticked: readonly string[]): ApplyOutcome | Refusal {
      if (held?.shown.id !== id) return { kind: 'refused', code: 'stale-preview' };
      const { shown, ...known } = held;
      const place = look(known.account);
      if ('kind' in place) return place;
      if (!isEqual(place.asked, known.asked)) return { kind: 'refused', code: 'stale-preview' };

      const chosen = new Set(ticked);
      const before = shown.items.filter((item) => chosen.has(item.id));
      if (before.length < chosen.size) return { kind: 'refused', code: 'stale-preview' };
      const { items } = previewImport(place.current, known.fetched);
      const now = items.filter((item) => chosen.has(item.id));
      if (!isEqual(now, before)) return { kind: 'changed', preview: hold(known, place.current) };

      held = null;
      const after = applyImport(place.current, now, chosen);
      const undo = write(known.account, place.current, after);
      undoable = { id, undo };
      return { kind: 'imported', id, counts: countsOf(now, place.current, after) };
    },
    /** Only the last import, once. */
    undo(id: string): { kind: 'undone' } | Refusal {
      if (undoable?.id !== id || !undoable.undo()) return { kind: 'refused', code: 'too-late' };
      undoable = null;
      return { kind: 'undone' };
    },
  };
}

export type Importer = ReturnType<typeof createImporter>;

interface Held {
  account: string;
  asked: ManagementAccount;
  fetched: FetchedAccount;
  gaps: Gaps;
  abilities: Abilities | null;
  shown: ShownPreview;
}

function countsOf(done: readonly ImportItem[], before: Current, after: Current): Counts {
  return {
    stores: after.stores.length - before.stores.length,
    terminals: after.terminals.length - before.terminals.length,
    changes: done.filter(({ kind }) => kind !== 'add-store' && kind !== 'add-terminal').length,
  };
}

/** The first of each step and of each wait, and then not more often than an eye can follow. */
function sparsely(clock: Clock, tell: (progress: Progress) => void): (progress: Progress) => void {
  let told: { at: number; progress: Progress } | null = null;
  return (progress) => {
    const last = told?.progress;
    const isNew = last?.step !== progress.step || last.waitMs !== progress.waitMs;
    const at = clock.elapsed();
    if (told !== null && !isNew && at - told.at < progressEveryMs) return;
    told = { at, progress };
    tell(progress);
  };
}
