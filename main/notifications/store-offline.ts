import { isDark } from '../monitor/overview.ts';
import type { StoreOverview } from '../monitor/overview-types.ts';
import type { TerminalEvent } from '../monitor/terminal.ts';

/** The answers of one round are not further apart than this. In ms. */
const sameRoundMs = 30_000;

/**
 * All terminals of a store dropped in the same round, which is rarely the terminals themselves. Where the last one
 * follows others that were gone already, that one has dropped, and no more is known.
 * @param drops no more than one for each of its terminals
 */
export function isStoreOffline(
  store: Pick<StoreOverview, 'counts'>,
  drops: readonly TerminalEvent[],
): boolean {
  const times = drops.map(({ at }) => at);
  return (
    isDark(store) &&
    drops.length === store.counts.expected &&
    Math.max(...times) - Math.min(...times) <= sameRoundMs
  );
}
