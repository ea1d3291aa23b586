import { groupBy } from 'es-toolkit';
import type { StoreOverview } from '../monitor/overview-types.ts';
import { storeKey } from '../monitor/terminal.ts';
import type { Candidate, Change, Failing } from './candidate.ts';

/** All that is told of one round, in one notification. */
export interface Announcement {
  /** What happened under our eyes, or is true now. */
  seen: Changes;
  /** What turned out to have happened while nobody was looking. */
  away: Changes;
  failing: Failing[];
}

/** Worst first: what is told at length where several happened at once. */
export const changeKinds = ['disconnected', 'opening', 'still', 'unstable', 'reconnected'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type Changes = Record<ChangeKind, StoreChange[]>;

export interface StoreChange {
  store: StoreOverview;
  /** At least one. */
  terminals: Change[];
}

/** Null where there is nothing to tell. */
export function announce(candidates: Candidate[]): Announcement | null {
  if (candidates.length === 0) return null;
  return {
    seen: byKind(candidates.filter(({ kind }) => kind !== 'away-summary')),
    away: byKind(candidates.filter(({ kind }) => kind === 'away-summary')),
    failing: candidates.flatMap(({ failing }) => failing ?? []),
  };
}

function byKind(candidates: Candidate[]): Changes {
  const of = (wanted: ChangeKind) =>
    byStore(
      candidates.flatMap((candidate) =>
        candidate.changes.filter(({ event }) => headingOf(candidate, event.kind) === wanted),
      ),
    );
  return {
    disconnected: of('disconnected'),
    opening: of('opening'),
    still: of('still'),
    unstable: of('unstable'),
    reconnected: of('reconnected'),
  };
}

function headingOf({ kind }: Candidate, event: Change['event']['kind']): ChangeKind {
  if (kind === 'opening-summary') return 'opening';
  return kind === 'still-disconnected' ? 'still' : event;
}

function byStore(changes: Change[]): StoreChange[] {
  const groups = groupBy(changes, ({ store }) => storeKey(store.account, store.reference));
  return Object.values(groups).flatMap((terminals) => {
    const [first] = terminals;
    return first ? [{ store: first.store, terminals }] : [];
  });
}
