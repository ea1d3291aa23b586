import { terminalKey, type TerminalEvent } from './terminal.ts';

/** What became of terminals while nobody watched waits until the last of it is sure, but no longer than this; ms. */
export const longestCatchUpMs = 60_000;

/**
 * Which events of a round are told now, and which wait, so that what changed while nobody watched is told at once.
 * What waits is overtaken by what happens next: a drop that has ended, or a return that was followed by a drop,
 * leaves people with what they were told last, and is told to nobody.
 *
 * @param waiting what an earlier call left waiting
 * @param isSure nothing more is to be waited for
 */
export function catchUp(
  waiting: readonly TerminalEvent[],
  events: readonly TerminalEvent[],
  isSure: boolean,
): { told: TerminalEvent[]; waiting: TerminalEvent[] } {
  const held = new Map(waiting.map((event) => [keyOf(event), event]));
  const told: TerminalEvent[] = [];
  for (const event of events) {
    const key = keyOf(event);
    const before = held.get(key);
    if (!before && event.whileAway) held.set(key, event);
    else if (!before) told.push(event);
    else {
      held.delete(key);
      if (before.kind === 'unstable' || event.kind === 'unstable') told.push(before, event);
    }
  }
  if (!isSure) return { told, waiting: [...held.values()] };
  return { told: [...held.values(), ...told], waiting: [] };
}

function keyOf({ account, poiid }: TerminalEvent): string {
  return terminalKey(account, poiid);
}
