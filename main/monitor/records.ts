import { storeKey, terminalKey, type TerminalRecord } from './terminal.ts';

/**
 * Terminal records by key, and by the store where each is: a list is compared with its store alone. Keys are handed
 * in and out, because to make one costs more than all else that is done with a record.
 */
export function createRecords(remembered: TerminalRecord[]) {
  const byKey = new Map<string, TerminalRecord>();
  const keysByStore = new Map<string, Set<string>>();
  const keysByAccount = new Map<string, Set<string>>();

  function set(key: string, record: TerminalRecord): void {
    const before = byKey.get(key);
    byKey.set(key, record);
    if (before?.store === record.store) return;
    if (before) keysByStore.get(storeKey(before.account, before.store))?.delete(key);
    else keysByAccount.set(record.account, (keysByAccount.get(record.account) ?? new Set()).add(key));
    const store = storeKey(record.account, record.store);
    const keys = keysByStore.get(store) ?? new Set();
    keysByStore.set(store, keys.add(key));
  }
  for (const record of remembered) set(keyOf(record), record);

  return {
    set,
    get: (key: string): TerminalRecord | undefined => byKey.get(key),
    delete(key: string): void {
      const before = byKey.get(key);
      if (before) keysByStore.get(storeKey(before.account, before.store))?.delete(key);
      if (before) keysByAccount.get(before.account)?.delete(key);
      byKey.delete(key);
    },
    all: (): Iterable<TerminalRecord> => byKey.values(),
    /** Of a store, or of the whole account; they may be changed on the way, but for their store. */
    *of(account: string, store: string | null): Generator<[key: string, record: TerminalRecord]> {
      const keys = store === null ? keysByAccount.get(account) : keysByStore.get(storeKey(account, store));
      for (const key of keys ?? []) {
        const record = byKey.get(key);
        if (record) yield [key, record];
      }
    },
    /**
     * The wall clock was set by so many ms: what is told as a length of time stays as long. Evidence does not get
     * younger, because a sleep that nobody told of looks just like a clock set forward.
     */
    shift(ms: number): void {
      const moved = (at: number | null) => (at === null ? null : at + ms);
      for (const [key, record] of byKey) {
        set(key, {
          ...record,
          since: record.since + ms,
          connectedSince: moved(record.connectedSince),
          outageSince: moved(record.outageSince),
          seenAt: moved(record.seenAt),
          evidenceAt: ms < 0 ? moved(record.evidenceAt) : record.evidenceAt,
          swings: record.swings.map((at) => at + ms),
        });
      }
    },
  };
}

export function keyOf({ account, poiid }: { account: string; poiid: string }): string {
  return terminalKey(account, poiid);
}
