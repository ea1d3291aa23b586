import { isOpen, nextOpening, type OpeningHours } from './opening-hours.ts';
import type { Account, Watchlist } from './watchlist.ts';

/** A store is watched at the usual pace again so long before somebody is there. */
const leadMs = 10 * 60_000;
const minuteMs = 60_000;

/** How often an account is asked, which may be less often while nobody is in any of its stores. All in ms. */
export interface Pacing {
  intervalOf(account: string, now: number): number;
  /** The longest that knowledge of this moment was asked for at: a slow night's is not old when the morning begins. */
  recentIntervalOf(account: string, now: number): number;
  /** No later than when the usual pace begins again. Epoch ms. */
  beforeOpening(account: string, now: number, nextAt: number): number;
}

export function createPacing({ accounts, pace }: Pick<Watchlist, 'accounts' | 'pace'>): Pacing {
  const hoursOf = new Map(accounts.map(({ id, stores }) => [id, distinct(stores)]));
  const slow = pace.closedIntervalMs === null ? null : Math.max(pace.intervalMs, pace.closedIntervalMs);
  /** Asked for every second, and hours in a zone are not cheap. Good for a minute; by account, then minute. */
  const known = new Map<string, Map<number, number | null>>();

  /** Until when it is asked slowly; null while it is not. */
  function slowUntil(account: string, at: number): number | null {
    if (slow === null) return null;
    const minute = Math.floor(at / minuteMs);
    const answers = known.get(account) ?? new Map<number, number | null>();
    known.set(account, answers);
    const before = answers.get(minute);
    if (before !== undefined) return before;
    if (answers.size > 2) answers.clear();
    const until = closedUntil(hoursOf.get(account) ?? null, at);
    answers.set(minute, until);
    return until;
  }

  return {
    intervalOf: (account, now) =>
      slow !== null && slowUntil(account, now) !== null ? slow : pace.intervalMs,
    recentIntervalOf(account, now) {
      if (slow === null) return pace.intervalMs;
      const isSlow = [now, now - slow].some((at) => slowUntil(account, at) !== null);
      return isSlow ? slow : pace.intervalMs;
    },
    beforeOpening: (account, now, nextAt) => Math.min(nextAt, slowUntil(account, now) ?? Infinity),
  };
}

/** Null where a store has none: somebody may be there at any time. */
function distinct(stores: Account['stores']): OpeningHours[] | null {
  const byContent = new Map<string, OpeningHours>();
  for (const { openingHours } of stores) {
    if (openingHours === null) return null;
    byContent.set(JSON.stringify(openingHours), openingHours);
  }
  return [...byContent.values()];
}

/** Until shortly before the first of them opens; null while one is open or about to open. */
function closedUntil(all: OpeningHours[] | null, at: number): number | null {
  if (all === null || all.length === 0 || all.some((hours) => isOpen(hours, at))) return null;
  const opening = Math.min(...all.map((hours) => nextOpening(hours, at) ?? Infinity));
  return opening - leadMs > at ? opening - leadMs : null;
}
