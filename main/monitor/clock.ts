/** Wall clock and timers, as an argument: the engine must run in virtual time. */
export interface Clock {
  /** Epoch milliseconds. May jump in both directions. */
  now(): number;
  /** Milliseconds since some fixed moment; never jumps, but may stand still while the PC sleeps. */
  elapsed(): number;
  /** Calls back once after `ms`; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
}

/** Waits for what never rejects, but no longer than `ms`. */
export function within(ms: number, settled: Promise<unknown>, clock: Pick<Clock, 'after'>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    void settled.then(() => {
      cancel();
      resolve();
    });
  });
}

/** @returns false where the signal ended it */
export function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', end);
      resolve(true);
    });
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}
