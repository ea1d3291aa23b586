/** A token bucket: how many requests may go out, in all, whatever the settings ask for. */
export interface Budget {
  /** How many of `wanted` may go now; these are then spent. `elapsed`: monotonic ms. */
  take(wanted: number, elapsed: number): number;
}

/**
 * Nothing official limits the list requests ([?] adyen-api.md §1); the vendor's example for its Management API is
 * 160 a minute. Stay below, and allow a burst for the first look at many stores.
 */
export const requestsPerMinute = 120;
const burst = 60;

export function createBudget(): Budget {
  let left = burst;
  let last = -Infinity;
  return {
    take(wanted, elapsed) {
      if (last > -Infinity) left = Math.min(burst, left + ((elapsed - last) / 60_000) * requestsPerMinute);
      last = elapsed;
      const granted = Math.min(wanted, Math.floor(left));
      left -= granted;
      return granted;
    },
  };
}
