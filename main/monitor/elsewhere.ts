import type { createRecords, Entry } from './records.ts';

/**
 * The same terminal in another account that is watched. A POIID is one device, whoever has it: connected in one account it
 * has moved there from every other that misses it.
 */
export function createElsewhere(
  records: Pick<ReturnType<typeof createRecords>, 'find'>,
  accounts: () => Iterable<string>,
  isConfigured: (entry: Entry) => boolean,
) {
  const others = ({ record }: Entry): Entry[] =>
    Array.from(accounts())
      .filter((account) => account !== record.account)
      .flatMap((account) => records.find(account, record.poiid) ?? []);
  return {
    isConnected: (entry: Entry): boolean =>
      others(entry).some((other) => other.record.status === 'connected' && isConfigured(other)),
    /** Those that miss what is connected here. */
    missing: (here: Entry): Entry[] =>
      isConfigured(here) ? others(here).filter(({ record }) => record.status === 'disconnected') : [],
  };
}
