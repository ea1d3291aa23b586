/** A token bucket: how many requests may go out, in all, whatever the settings ask for. */
export interface Budget {
  /** How many of `wanted` may go now; these are then spent. `elapsed`: monotonic ms. */
  take(wanted: number, elapsed: number): number;
  /**
   * The vendor has had too many: none may go for a while.
   * @param retryAfterMs for how long, where it said so
   */
  hold(retryAfterMs: number | null, elapsed: number): void;
  /** A request went well. */
  relieve(): void;
  isHeld(elapsed: number): boolean;
}

/**
 * Nothing official limits the list requests ([?] adyen-api.md §1); the vendor's example for its Management API is
 * 160 a minute. Stay below, and allow a burst for the first look at many stores.
 */
export const requestsPerMinute = 120;
const burst = 60;
/** Where the vendor does not say for how long it wants to be left alone; doubled each time in a row. In ms. */
const usualHoldMs = 60_000;
/** However long it says: a wrong `Retry-After` must not end the watch. In ms. */
export const longestHoldMs = 15 * 60_000;

/** One budget for all accounts that share an API key. */
export function createBudgets(credentialOf: (account: string) => string, elapsed: () => number) {
  const budgets = new Map<string, Budget>();
  function of(account: string): Budget {
    const credential = credentialOf(account);
    const budget = budgets.get(credential) ?? createBudget();
    budgets.set(credential, budget);
    return budget;
  }
  return {
    allows: (account: string): boolean => of(account).take(1, elapsed()) > 0,
    hold: (account: string, retryAfterMs: number | null): void => of(account).hold(retryAfterMs, elapsed()),
    relieve: (account: string): void => of(account).relieve(),
    isHeld: (account: string): boolean => of(account).isHeld(elapsed()),
  };
}

export function createBudget(): Budget {
  let left = burst;
  let last = -Infinity;
  let heldUntil = -Infinity;
  let holds = 0;
  return {
    hold(retryAfterMs, elapsed) {
      // What was in flight together is refused together.
      if (elapsed >= heldUntil) holds += 1;
      const ms = Math.min(retryAfterMs ?? usualHoldMs * 2 ** (holds - 1), longestHoldMs);
      heldUntil = Math.max(heldUntil, elapsed + ms);
    },
    relieve() {
      holds = 0;
    },
    isHeld: (elapsed) => elapsed < heldUntil,
    take(wanted, elapsed) {
      if (last > -Infinity) left = Math.min(burst, left + ((elapsed - last) / 60_000) * requestsPerMinute);
      last = elapsed;
      if (elapsed < heldUntil) return 0;
      const granted = Math.min(wanted, Math.floor(left));
      left -= granted;
      return granted;
    },
  };
}
