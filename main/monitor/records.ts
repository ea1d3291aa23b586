import { placeOf, storeKey, terminalKey, type TerminalRecord } from './terminal.ts';
import { confirmed } from './transition.ts';

/**
 * A terminal's record, and the good answers since that only confirmed it: of thousands of terminals in every round,
 * nearly all, so these cost no new record.
 */
export interface Entry {
  readonly key: string;
  /** As it was when anything but its confirmation last changed: `read` has it as it is. */
  record: TerminalRecord;
  confirmations: number;
  /** When the last of them came; epoch ms. */
  confirmedAt: number;
  /** Number of the last list that held it. */
  listedIn: number;
  /** Grows from change to change over all entries. */
  changed: number;
}

/** A terminal of a list, as it is written there. */
export interface Listed {
  entry: Entry;
  poiid: string;
}

/** Terminal records by key, and by the store where each is: a list is compared with its store alone. */
export function createRecords(remembered: TerminalRecord[]) {
  const byKey = new Map<string, Entry>();
  /** By account and by POIID as it is written: to make a key costs more than all else that is done with a terminal. */
  const bySpelling = new Map<string, Map<string, Entry>>();
  const byStore = new Map<string, Set<Entry>>();
  const byAccount = new Map<string, Set<Entry>>();
  let lists = 0;
  let changes = 0;

  function add(record: TerminalRecord): Entry {
    const entry: Entry = {
      key: keyOf(record),
      record,
      confirmations: 0,
      confirmedAt: 0,
      listedIn: 0,
      changed: ++changes,
    };
    byKey.set(entry.key, entry);
    spell(entry);
    into(byAccount, record.account, entry);
    into(byStore, placeOf(record), entry);
    return entry;
  }

  /** The same terminal, whatever else has changed about it. */
  function set(entry: Entry, record: TerminalRecord): void {
    const { record: before } = entry;
    entry.record = record;
    entry.confirmations = 0;
    entry.changed = ++changes;
    if (before.poiid !== record.poiid) {
      bySpelling.get(before.account)?.delete(before.poiid);
      spell(entry);
    }
    if (before.store === record.store) return;
    byStore.get(placeOf(before))?.delete(entry);
    into(byStore, placeOf(record), entry);
  }

  function spell(entry: Entry): void {
    const { account, poiid } = entry.record;
    const spelled = bySpelling.get(account) ?? new Map<string, Entry>();
    bySpelling.set(account, spelled.set(poiid, entry));
  }

  function find(account: string, poiid: string): Entry | undefined {
    return bySpelling.get(account)?.get(poiid) ?? byKey.get(terminalKey(account, poiid));
  }

  // Of two with one key the later counts, as anywhere else.
  for (const record of remembered) {
    const entry = byKey.get(keyOf(record));
    if (entry) set(entry, record);
    else add(record);
  }

  return {
    add,
    set,
    get: (key: string): Entry | undefined => byKey.get(key),
    find,
    /** Which terminals of a list are known and which are not, each once however often and in whatever capitals it is written. */
    take(account: string, list: readonly string[]): { present: Listed[]; unknown: Iterable<string> } {
      lists += 1;
      const present: Listed[] = [];
      const unknown = new Map<string, string>();
      for (const poiid of list) {
        const entry = find(account, poiid);
        if (!entry) unknown.set(terminalKey(account, poiid), poiid);
        else if (entry.listedIn !== lists) {
          entry.listedIn = lists;
          present.push({ entry, poiid });
        }
      }
      return { present, unknown: unknown.values() };
    },
    /** Something that concerns all of them has changed: a number later than all of theirs. */
    change: (): number => ++changes,
    /** Whether the list that was taken last holds it. */
    isTaken: ({ listedIn }: Entry): boolean => listedIn === lists,
    delete(entry: Entry): void {
      byKey.delete(entry.key);
      bySpelling.get(entry.record.account)?.delete(entry.record.poiid);
      byStore.get(placeOf(entry.record))?.delete(entry);
      byAccount.get(entry.record.account)?.delete(entry);
    },
    all: (): Iterable<Entry> => byKey.values(),
    /** Of a store, or of the whole account. */
    of: (account: string, store: string | null): ReadonlySet<Entry> =>
      (store === null ? byAccount.get(account) : byStore.get(storeKey(account, store))) ?? none,
    /**
     * The wall clock was set by so many ms: what is told as a length of time stays as long. Evidence does not get
     * younger, because a sleep that nobody told of looks just like a clock set forward.
     */
    shift(ms: number): void {
      const moved = (at: number | null) => (at === null ? null : at + ms);
      for (const entry of byKey.values()) {
        const record = read(entry);
        set(entry, {
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

/** The record as it is now. */
export function read(entry: Entry): TerminalRecord {
  if (entry.confirmations > 0) {
    entry.record = confirmed(entry.record, entry.confirmedAt, entry.confirmations);
    entry.confirmations = 0;
  }
  return entry.record;
}

/** When a good answer last said anything about it; epoch ms. */
export function evidenceAt({ record, confirmations, confirmedAt }: Entry): number | null {
  return confirmations > 0 ? confirmedAt : record.evidenceAt;
}

export function keyOf({ account, poiid }: { account: string; poiid: string }): string {
  return terminalKey(account, poiid);
}

const none: ReadonlySet<Entry> = new Set();

function into(sets: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const set = sets.get(key);
  if (set) set.add(entry);
  else sets.set(key, new Set([entry]));
}
