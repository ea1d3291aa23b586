/** A token bucket: how many requests may go out, in all, whatever the settings ask for. */
export interface Budget {
  /** How many of `wanted` may go now; these are then spent. `elapsed`: monotonic ms. */
  take(wanted: number, elapsed: number): number;
  /** The vendor has had too many: none may go until then. In monotonic ms. */
  hold(until: number): void;
  isHeld(elapsed: number): boolean;
}

/**
 * Nothing official limits the list requests ([?] adyen-api.md §1); the vendor's example for its Management API is
 * 160 a minute. Stay below, and allow a burst for the first look at many stores.
 */
export const requestsPerMinute = 120;
const burst = 60;

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
    hold: (account: string, ms: number): void => of(account).hold(elapsed() + ms),
    isHeld: (account: string): boolean => of(account).isHeld(elapsed()),
  };
}

export function createBudget(): Budget {
  let left = burst;
  let last = -Infinity;
  let heldUntil = -Infinity;
  return {
    hold(until) {
      heldUntil = Math.max(heldUntil, until);
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
