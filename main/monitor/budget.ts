import type { Clock } from './clock.ts';
import type { Failure } from './failure.ts';

export type RateLimited = Extract<Failure, { kind: 'rate-limited' }>;

/** How many requests may go out with one key, in all, whatever the settings ask for. `elapsed`: monotonic ms. */
export interface Budget {
  /** How many of `wanted`, which the watch would make, may go now; these then count as made. */
  take(wanted: number, elapsed: number): number;
  /**
   * One request of somebody who does not watch but tries, or imports.
   * @returns 0 where it may go now, and it then counts as made; else after how many ms to try again
   */
  takeByHand(elapsed: number): number;
  /** One goes out in any case: it counts all the same. */
  spend(elapsed: number): void;
  /** The vendor has had too many: none may go for a while. */
  hold(failure: RateLimited, elapsed: number): void;
  /** A request went well. */
  relieve(): void;
  /** What it answered when it had too many, with the time that is left; null where it may be asked. */
  held(elapsed: number): RateLimited | null;
}

/**
 * Nothing official limits the list requests ([?] adyen-api.md §1); the vendor's example for its Management API is
 * 160 a minute. Stay below, and allow a burst for the first look at many stores.
 */
export const requestsPerMinute = 120;
const burst = 60;
/** So much of it is left to the watch whatever somebody does by hand: an import must not make it blind. */
const shareByHand = 3 / 4;
/** Where the vendor does not say for how long it wants to be left alone; doubled each time in a row. In ms. */
const usualHoldMs = 60_000;
/** However long it says: a wrong `Retry-After` must not end the watch. In ms. */
export const longestHoldMs = 15 * 60_000;

/**
 * One budget for everything that goes out with one API key, whoever asks.
 * @param credentialOf the same for accounts that share a key; it tells keys apart and is none
 */
export function createBudgets(credentialOf: (account: string) => string, clock: Pick<Clock, 'elapsed'>) {
  const budgets = new Map<string, Budget>();
  function withCredential(credential: string): Budget {
    const budget = budgets.get(credential) ?? createBudget();
    budgets.set(credential, budget);
    return budget;
  }
  const of = (account: string) => withCredential(credentialOf(account));
  return {
    credentialOf,
    withCredential,
    allows: (account: string): boolean => of(account).take(1, clock.elapsed()) > 0,
    spend: (account: string): void => of(account).spend(clock.elapsed()),
    hold: (account: string, failure: RateLimited): void => of(account).hold(failure, clock.elapsed()),
    relieve: (account: string): void => of(account).relieve(),
    isHeld: (account: string): boolean => of(account).held(clock.elapsed()) !== null,
  };
}

export type Budgets = ReturnType<typeof createBudgets>;

export function createBudget(): Budget {
  const all = createBucket(burst, requestsPerMinute);
  const byHand = createBucket(burst * shareByHand, requestsPerMinute * shareByHand);
  let heldUntil = -Infinity;
  let heldFor: RateLimited | null = null;
  let holds = 0;

  function held(elapsed: number): RateLimited | null {
    return heldFor && elapsed < heldUntil ? { ...heldFor, retryAfterMs: heldUntil - elapsed } : null;
  }

  return {
    held,
    hold(failure, elapsed) {
      // What was in flight together is refused together.
      if (elapsed >= heldUntil) holds += 1;
      const ms = Math.min(failure.retryAfterMs ?? usualHoldMs * 2 ** (holds - 1), longestHoldMs);
      heldUntil = Math.max(heldUntil, elapsed + ms);
      heldFor = failure;
    },
    relieve() {
      holds = 0;
    },
    take(wanted, elapsed) {
      const granted = held(elapsed) ? 0 : Math.max(0, Math.min(wanted, Math.floor(all.left(elapsed))));
      all.spend(granted, elapsed);
      return granted;
    },
    takeByHand(elapsed) {
      const missing = 1 - byHand.left(elapsed);
      if (missing > 0) return Math.ceil((missing / byHand.perMinute) * 60_000);
      byHand.spend(1, elapsed);
      all.spend(1, elapsed);
      return 0;
    },
    spend: (elapsed) => all.spend(1, elapsed),
  };
}

/** Fills with time; what is spent beyond what is in it has to fill up first. */
function createBucket(size: number, perMinute: number) {
  let level = size;
  let last = -Infinity;
  function left(elapsed: number): number {
    if (last > -Infinity) level = Math.min(size, level + ((elapsed - last) / 60_000) * perMinute);
    last = elapsed;
    return level;
  }
  return {
    perMinute,
    left,
    spend(count: number, elapsed: number): void {
      level = left(elapsed) - count;
    },
  };
}
