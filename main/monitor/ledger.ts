import type { Failure } from './failure.ts';
import {
  storeKey,
  terminalKey,
  type Observation,
  type TerminalEvent,
  type TerminalRecord,
} from './terminal.ts';
import { observe, unseen, type EvidencePolicy } from './transition.ts';
import type { Watchlist } from './watchlist.ts';

/** What is known of asking about one store. Not kept over restarts: it is about requests, not terminals. */
export interface StoreRecord {
  account: string;
  reference: string;
  /** When its list last came as a good answer; epoch ms. */
  answeredAt: number | null;
  /** When the next list is due; epoch ms. */
  nextAt: number;
  /** Why the last request failed; null when it did not. */
  failure: Failure | null;
  failingSince: number | null;
  failuresInRow: number;
}

/**
 * Everything the engine knows, and the only place where answers change it. No effects: it is told what was
 * answered and when. Records of stores that are not on the watchlist lie dormant and are kept, so that a
 * broken or withdrawn configuration loses nothing.
 */
export function createLedger(remembered: TerminalRecord[]) {
  const records = new Map(remembered.map((record) => [keyOf(record), record]));
  const stores = new Map<string, StoreRecord>();
  const unwatched = new Set<string>();
  /** Why the last request for a terminal's own ID failed. */
  const failures = new Map<string, Failure>();
  /** Told about once, but not known since: whatever they turn out to be changed while we were away. */
  const lostSightOf = new Set(remembered.filter((record) => record.told !== null).map(keyOf));

  let revision = 0;

  function put(record: TerminalRecord, observation: Observation, now: number, policy: EvidencePolicy) {
    const key = keyOf(record);
    const { record: next, event } = observe(record, observation, now, policy);
    records.set(key, next);
    if (next.status !== record.status || next.told !== record.told) revision += 1;
    if (observation === 'present') failures.delete(key);
    const away = lostSightOf.has(key);
    if (next.status === 'connected' || next.status === 'disconnected') lostSightOf.delete(key);
    if (next.status === 'unknown' && next.told !== null) lostSightOf.add(key);
    return event && { ...event, whileAway: away };
  }

  function watched(record: TerminalRecord): boolean {
    return stores.has(storeKey(record.account, record.store)) && !unwatched.has(keyOf(record));
  }

  return {
    /** Takes a new watchlist: expected terminals get a record, new stores are due at once. */
    configure(watchlist: Watchlist, now: number): void {
      const known = new Map(stores);
      stores.clear();
      unwatched.clear();
      for (const account of watchlist.accounts) {
        for (const { reference, terminals } of account.stores) {
          const key = storeKey(account.id, reference);
          stores.set(key, known.get(key) ?? neverAsked(account.id, reference, now));
          for (const { poiid, watched: isWatched } of terminals) {
            const terminal = terminalKey(account.id, poiid);
            if (!isWatched) unwatched.add(terminal);
            else if (!records.has(terminal)) records.set(terminal, unseen(account.id, reference, poiid, now));
          }
        }
      }
    },

    /** A good list of one store. `confirms`: it was asked to confirm this store's suspects. */
    storeAnswered(
      account: string,
      store: string,
      connected: string[],
      confirms: boolean,
      now: number,
      policy: EvidencePolicy,
    ): TerminalEvent[] {
      const events: (TerminalEvent | null)[] = [];
      const present = new Map(connected.map((poiid) => [terminalKey(account, poiid), poiid]));
      for (const [key, poiid] of present) {
        const known = records.get(key) ?? unseen(account, store, poiid, now);
        // Seen in another store than before: it has moved, it has not dropped.
        if (known.store !== store) revision += 1;
        // Adyen's spelling of the ID counts.
        events.push(put({ ...known, store, poiid }, 'present', now, policy));
      }
      for (const record of records.values()) {
        if (record.account !== account || record.store !== store || present.has(keyOf(record))) continue;
        events.push(put(record, confirms ? 'absent-confirmed' : 'absent', now, policy));
      }
      answered(stores.get(storeKey(account, store)), now);
      return watchedOnly(events);
    },

    /** A good answer to the question for one terminal. */
    terminalAnswered(
      account: string,
      poiid: string,
      connected: boolean,
      confirms: boolean,
      now: number,
      policy: EvidencePolicy,
    ): TerminalEvent[] {
      const record = records.get(terminalKey(account, poiid));
      if (!record) return [];
      failures.delete(keyOf(record));
      const absence = confirms ? 'absent-confirmed' : 'absent';
      return watchedOnly([put(record, connected ? 'present' : absence, now, policy)]);
    },

    /** A request about a store failed. No terminal changes: a failure is no evidence. */
    storeFailed(account: string, store: string, failure: Failure, now: number): void {
      const record = stores.get(storeKey(account, store));
      if (!record) return;
      record.failure = failure;
      record.failingSince ??= now;
      record.failuresInRow += 1;
    },

    /**
     * A request for a terminal's own ID failed. Kept apart from the store's: Adyen may refuse one ID (what it
     * answers for one that it does not know is not documented) while it lists the store well.
     */
    terminalFailed(account: string, poiid: string, failure: Failure): void {
      failures.set(terminalKey(account, poiid), failure);
    },

    /** Time passes: knowledge that has become too old turns unknown. True if any did. */
    age(now: number, policy: EvidencePolicy): boolean {
      let changed = false;
      for (const record of records.values()) {
        put(record, 'silence', now, policy);
        changed ||= records.get(keyOf(record)) !== record;
      }
      return changed;
    },

    /**
     * The wall clock was set by so many ms: what is told as a length of time stays as long. Evidence does not get
     * younger, because a sleep that nobody told of looks just like a clock set forward.
     */
    shift(ms: number): void {
      const moved = (at: number | null) => (at === null ? null : at + ms);
      for (const [key, record] of records) {
        records.set(key, {
          ...record,
          since: record.since + ms,
          connectedSince: moved(record.connectedSince),
          outageSince: moved(record.outageSince),
          seenAt: moved(record.seenAt),
          evidenceAt: ms < 0 ? moved(record.evidenceAt) : record.evidenceAt,
          swings: record.swings.map((at) => at + ms),
        });
      }
      for (const store of stores.values()) {
        store.nextAt += ms;
        store.answeredAt = moved(store.answeredAt);
        store.failingSince = moved(store.failingSince);
      }
    },

    stores: (): StoreRecord[] => [...stores.values()],
    store: (account: string, reference: string) => stores.get(storeKey(account, reference)),
    /** Those on the watchlist. */
    terminals: (): TerminalRecord[] => [...records.values()].filter(watched),
    terminal: (account: string, poiid: string) => records.get(terminalKey(account, poiid)),
    terminalFailure: (account: string, poiid: string) => failures.get(terminalKey(account, poiid)) ?? null,
    hasAnswers: (): boolean => [...stores.values()].some((store) => store.answeredAt !== null),
    revision: (): number => revision,
    /** All, dormant ones too: what memory keeps. */
    remember: (): TerminalRecord[] => [...records.values()],
  };

  function watchedOnly(events: (TerminalEvent | null)[]): TerminalEvent[] {
    return events.filter((event) => event !== null).filter((event) => !unwatched.has(keyOf(event)));
  }
}

export type Ledger = ReturnType<typeof createLedger>;

function keyOf({ account, poiid }: { account: string; poiid: string }): string {
  return terminalKey(account, poiid);
}

function neverAsked(account: string, reference: string, now: number): StoreRecord {
  return {
    account,
    reference,
    answeredAt: null,
    nextAt: now,
    failure: null,
    failingSince: null,
    failuresInRow: 0,
  };
}

function answered(store: StoreRecord | undefined, now: number): void {
  if (!store) return;
  store.answeredAt = now;
  store.failure = null;
  store.failingSince = null;
  store.failuresInRow = 0;
}
