import { requestsPerMinute } from './budget.ts';
import type { PolicyOf } from './ledger.ts';
import { evidencePolicy } from './pace.ts';
import { isRestarting } from './restart-window.ts';
import type { Schedule } from './schedule.ts';
import { storeKey } from './terminal.ts';
import type { Watchlist } from './watchlist.ts';

/** What it takes, at this moment, to believe something about the terminals of a store. */
export function evidenceNow(watchlist: Watchlist, schedule: Schedule, now: number): PolicyOf {
  const restarting = new Set<string>();
  const byWindow = new Map<string, boolean>();
  const intervals = new Map<string, number>();
  for (const { id, stores } of watchlist.accounts) {
    intervals.set(id, intervalOf(id, stores.length, watchlist, schedule, now));
    for (const { reference, restart } of stores) {
      // Thousands of stores share a few windows, and asking for a time of day in a zone is not cheap.
      const window = JSON.stringify(restart);
      const holds = byWindow.get(window) ?? isRestarting(restart, now);
      byWindow.set(window, holds);
      if (holds) restarting.add(storeKey(id, reference));
    }
  }
  return (account, store) =>
    evidencePolicy(
      { ...watchlist.pace, intervalMs: intervals.get(account) ?? watchlist.pace.intervalMs },
      restarting.has(storeKey(account, store)),
    );
}

/** Where each of many stores has to be asked by itself, the budget makes a round longer than the setting. */
function intervalOf(
  account: string,
  stores: number,
  { pace }: Watchlist,
  schedule: Schedule,
  now: number,
): number {
  if (schedule.isWide(account, now)) return pace.intervalMs;
  return Math.max(pace.intervalMs, (stores / requestsPerMinute) * 60_000);
}
