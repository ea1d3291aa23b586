import type { Knowledge } from '../monitor/knowledge.ts';
import type { StoreOverview } from '../monitor/overview-types.ts';
import type { Place, Track } from './roll.ts';

/** A clock that was just set back is not yet known to the engine; one that was set leaves parts of milliseconds. */
export function sureAt(evidenceAt: number, now: number): number {
  return Math.round(Math.min(evidenceAt, now));
}

/**
 * The terminals of a store where they were only confirmed since they were looked at, else null: of thousands that are
 * nearly all, and to make a picture of each would be most of a round. Those that are down are looked at each time, for
 * somebody may have acknowledged them.
 */
export function confirmedIn(
  { looked }: Place,
  { counts }: StoreOverview,
  { version, size, knownAt }: Knowledge,
  now: number,
): Track[] | null {
  if (looked?.knowledge.version !== version || looked.knowledge.size !== size) return null;
  if (knownAt === null || counts.disconnected > 0) return null;
  const at = sureAt(knownAt, now);
  for (const { life } of looked.tracks) if (life.kind === 'up') life.known = Math.max(life.known, at);
  return looked.tracks;
}

/** Not where the engine counts a connection anew of which no answer has come yet: the next one begins a new span. */
export function areSettled(tracks: readonly Track[], { terminals }: StoreOverview): boolean {
  return tracks.every(({ life }, at) => life.kind !== 'up' || (terminals[at]?.since ?? 0) <= life.known);
}
