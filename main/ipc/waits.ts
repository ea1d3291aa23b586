/** Questions to Adyen for whose answer somebody sits and waits, by the account that they are about. */
export interface Waits {
  /** Asks; what was asked about the same account before ends, because nobody waits for it any more. */
  run<T>(account: string, ask: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends what is being asked about the account, if anything is. */
  stop(account: string): void;
}

export function createWaits(): Waits {
  const running = new Map<string, AbortController>();
  const stop = (account: string) => running.get(account)?.abort();
  return {
    async run(account, ask) {
      stop(account);
      const own = new AbortController();
      running.set(account, own);
      try {
        return await ask(own.signal);
      } finally {
        if (running.get(account) === own) running.delete(account);
      }
    },
    stop,
  };
}
