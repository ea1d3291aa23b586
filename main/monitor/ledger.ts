import { createRecords, keyOf } from './records.ts';
import type { Failure } from './failure.ts';
import { looksLikePoiid } from './poiid.ts';
import { terminalKey, type Observation, type TerminalEvent, type TerminalRecord } from './terminal.ts';
import { observe, staleAt, unseen, type EvidencePolicy } from './transition.ts';
import type { Watchlist } from './watchlist.ts';

/** What it takes to believe something about a terminal of this account, or of this store. */
export type PolicyOf = (account: string, store?: string) => EvidencePolicy;

/** A good answer to the question for a list. */
export interface ListAnswer {
  account: string;
  /** The store whose list it is; null: of the whole account. */
  store: string | null;
  connected: string[];
  /** As in `Answer`. */
  installations: boolean;
  /** It was asked to confirm the suspects in it. */
  confirms: boolean;
  /**
   * Whether it says anything about a store, given those that it holds a terminal of; the list of an account need not
   * hold all of them.
   */
  covering: (seen: ReadonlySet<string>) => (store: string) => boolean;
}

/** A change of policy may make something stale earlier than was thought. In ms. */
const lookAgainMs = 10_000;

/** What a store's own list said longer ago than this does not keep a terminal from being found in another. */
const stillListedMs = 2 * 60_000;

/** This many times in a row its own request must contradict the lists before they are not believed any more. */
const contradictionsThatCount = 3;

/**
 * What is known of terminals, and the only place where answers change it. No effects: it is told what was
 * answered and when. Records of stores that are not on the watchlist lie dormant and are kept, so that a
 * broken or withdrawn configuration loses nothing.
 */
export function createLedger(remembered: TerminalRecord[]) {
  const records = createRecords(remembered);
  /** References of those on the watchlist, by account. */
  let stores = new Map<string, ReadonlySet<string>>();
  const unwatched = new Set<string>();
  /** Why the last request for a terminal's own ID failed. */
  const failures = new Map<string, Failure>();
  /** Told about once, but not known since: whatever they turn out to be changed while we were away. */
  const lostSightOf = new Set(remembered.filter((record) => record.told !== null).map(keyOf));
  /** How often in a row its own request found a terminal that the lists lack. */
  const contradictions = new Map<string, number>();
  /** When the own list of the store where a terminal is held it last; not since it did not. */
  const listedAtHome = new Map<string, number>();
  /** The lists lack them, but asked for by their own ID they are there: they stand in a store that nobody configured. */
  const unlisted = new Set<string>();
  /** Looked up every second, so they are not searched for among thousands. */
  const suspects = new Set(remembered.filter((record) => record.status === 'suspect').map(keyOf));
  /** Evidence only gets younger, so thousands of records need not be looked through every second. */
  let nothingStaleBefore = -Infinity;
  let revision = 0;

  function put(
    key: string,
    record: TerminalRecord,
    observation: Observation,
    now: number,
    policy: EvidencePolicy,
  ): TerminalEvent | null {
    const { record: next, event } = observe(record, observation, now, policy);
    records.set(key, next);
    if (next.status === 'suspect') suspects.add(key);
    else suspects.delete(key);
    if (next.status !== record.status || next.told !== record.told) revision += 1;
    if (observation === 'present') failures.delete(key);
    const away = lostSightOf.has(key);
    if (next.status === 'connected' || next.status === 'disconnected') lostSightOf.delete(key);
    if (next.status === 'unknown' && next.told !== null) lostSightOf.add(key);
    return event && !unwatched.has(key) ? { ...event, whileAway: away } : null;
  }

  function isWatched(record: TerminalRecord): boolean {
    return isConfigured(record) && !unwatched.has(keyOf(record));
  }

  function isConfigured(record: TerminalRecord): boolean {
    return stores.get(record.account)?.has(record.store) === true;
  }

  /** Its store's own list holds it too: of two stores that both have it, it stays where it is. */
  function isAtHome(key: string, record: TerminalRecord, now: number): boolean {
    return isConfigured(record) && now - (listedAtHome.get(key) ?? -Infinity) <= stillListedMs;
  }

  /** Whether it still counts as an installation when it is seen, in an answer that speaks of these too or not. */
  function isInstallation(record: TerminalRecord, poiid: string, installations: boolean): boolean {
    return installations && (record.seenAt === null || record.installation) && !looksLikePoiid(poiid);
  }

  /** Its own request found a suspect connected. */
  function contradict(key: string): void {
    const times = (contradictions.get(key) ?? 0) + 1;
    contradictions.set(key, times);
    if (times >= contradictionsThatCount) unlisted.add(key);
  }

  return {
    /** Takes a new watchlist: expected terminals get a record. */
    configure(watchlist: Watchlist, now: number): void {
      unwatched.clear();
      nothingStaleBefore = -Infinity;
      stores = new Map(
        watchlist.accounts.map(({ id, stores: list }) => [
          id,
          new Set(list.map(({ reference }) => reference)),
        ]),
      );
      for (const account of watchlist.accounts) {
        for (const { reference, terminals } of account.stores) {
          for (const { poiid, watched } of terminals) {
            const key = terminalKey(account.id, poiid);
            if (!watched) unwatched.add(key);
            else if (!records.get(key)) records.set(key, unseen(account.id, reference, poiid, now));
          }
        }
      }
    },

    /** @returns what changed, and connected terminals of an account's list of which no store is known */
    listAnswered(
      { account, store, connected, installations, confirms, covering }: ListAnswer,
      now: number,
      policyOf: PolicyOf,
    ): { events: TerminalEvent[]; strangers: string[] } {
      const present = new Map(connected.map((poiid) => [terminalKey(account, poiid), poiid]));
      const seen = new Set<string>();
      for (const key of present.keys()) {
        const record = records.get(key);
        if (record) seen.add(record.store);
      }
      const covers = covering(seen);
      const strangers: string[] = [];
      const events: TerminalEvent[] = [];
      const observed = (key: string, record: TerminalRecord, observation: Observation) => {
        const event = put(key, record, observation, now, policyOf(account, record.store));
        if (event) events.push(event);
      };
      // Before the present ones, whose stores may change.
      for (const [key, record] of records.of(account, store)) {
        if (present.has(key) || !isConfigured(record)) continue;
        if (store !== null) listedAtHome.delete(key);
        if (unlisted.has(key) || !covers(record.store)) continue;
        if (record.installation && !installations) continue;
        observed(key, record, confirms ? 'absent-confirmed' : 'absent');
      }
      for (const [key, poiid] of present) {
        const known = records.get(key) ?? (store === null ? null : unseen(account, store, poiid, now));
        if (!known || (store === null && !isConfigured(known))) {
          strangers.push(poiid);
          continue;
        }
        contradictions.delete(key);
        unlisted.delete(key);
        // Seen in another store than before: it has moved, it has not dropped. And Adyen's spelling counts.
        const place = store === null || isAtHome(key, known, now) ? known.store : store;
        if (place === store) listedAtHome.set(key, now);
        if (place !== known.store) revision += 1;
        const installation = isInstallation(known, poiid, installations);
        const isSame = place === known.store && poiid === known.poiid && installation === known.installation;
        observed(key, isSame ? known : { ...known, poiid, installation, store: place }, 'present');
      }
      return { events, strangers };
    },

    /** A good answer to the question for one terminal. */
    terminalAnswered(
      {
        account,
        poiid,
        connected,
        installations,
        confirms,
      }: {
        account: string;
        poiid: string;
        connected: boolean;
        installations: boolean;
        confirms: boolean;
      },
      now: number,
      policyOf: PolicyOf,
    ): TerminalEvent[] {
      const key = terminalKey(account, poiid);
      const record = records.get(key);
      if (!record) return [];
      failures.delete(key);
      if (record.installation && !installations && !connected) return [];
      if (!connected) contradictions.delete(key);
      else if (record.status === 'suspect') contradict(key);
      const absence = confirms ? 'absent-confirmed' : 'absent';
      const installation = connected
        ? isInstallation(record, record.poiid, installations)
        : record.installation;
      const seen = { ...record, installation };
      const event = put(key, seen, connected ? 'present' : absence, now, policyOf(account, record.store));
      return event ? [event] : [];
    },

    /**
     * A request for a terminal's own ID failed. Kept apart from the store's: Adyen may refuse one ID (what it
     * answers for one that it does not know is not documented) while it lists the store well.
     */
    terminalFailed(account: string, poiid: string, failure: Failure): void {
      failures.set(terminalKey(account, poiid), failure);
    },

    /** Time passes: knowledge that has become too old turns unknown. True if any did. */
    age(now: number, policyOf: PolicyOf): boolean {
      if (now < nothingStaleBefore) return false;
      let aged = false;
      nothingStaleBefore = now + lookAgainMs;
      for (const record of records.all()) {
        const policy = policyOf(record.account);
        const until = staleAt(record, policy);
        if (now > until) {
          put(keyOf(record), record, 'silence', now, policy);
          aged = true;
        } else if (until < nothingStaleBefore) nothingStaleBefore = until;
      }
      return aged;
    },

    /**
     * Whether a list is about somebody else's terminals: it holds none that we know in this account, and lacks
     * every one that we have seen where it should be.
     */
    isForeign({ account, store, connected }: Pick<ListAnswer, 'account' | 'store' | 'connected'>): boolean {
      if (connected.length === 0) return false;
      if (connected.some((poiid) => records.get(terminalKey(account, poiid)))) return false;
      for (const [, record] of records.of(account, store)) {
        if (record.seenAt !== null && isConfigured(record)) return true;
      }
      return false;
    },

    /** All of a store that is known is missing, and not for sure yet. */
    isAllSuspect(account: string, store: string): boolean {
      const here = [...records.of(account, store)];
      return here.length > 0 && here.every(([, { status }]) => status === 'suspect');
    },

    /** Somebody says that it stands in another store; the next list that holds it may say otherwise. */
    move(account: string, poiid: string, store: string): void {
      const key = terminalKey(account, poiid);
      const record = records.get(key);
      if (!record || record.store === store) return;
      listedAtHome.delete(key);
      records.set(key, { ...record, store });
      revision += 1;
    },

    /** The account is another one than it was: what was seen in it is somebody else's. */
    forget(account: string): void {
      for (const [key] of records.of(account, null)) {
        records.delete(key);
        for (const keys of [failures, lostSightOf, contradictions, listedAtHome, unlisted, suspects])
          keys.delete(key);
      }
      revision += 1;
    },

    /** The wall clock was set by so many ms. */
    shift(ms: number): void {
      records.shift(ms);
      nothingStaleBefore = -Infinity;
    },

    /** Of a store on the watchlist, those that are watched. */
    terminalsOf: (account: string, store: string): TerminalRecord[] =>
      Array.from(records.of(account, store)).flatMap(([key, record]) => (unwatched.has(key) ? [] : [record])),
    suspects: (): TerminalRecord[] =>
      [...suspects].flatMap((key) => records.get(key) ?? []).filter(isWatched),
    /** Whether a suspect is among those that nobody watched for a while: what became of them is not all known yet. */
    isCatchingUp: (): boolean => [...suspects].some((key) => lostSightOf.has(key) && !unwatched.has(key)),
    /** Those that only their own request finds. */
    unlisted: (): TerminalRecord[] =>
      [...unlisted].flatMap((key) => records.get(key) ?? []).filter(isWatched),
    terminal: (account: string, poiid: string) => records.get(terminalKey(account, poiid)),
    /** As they are now, by `terminalKey`. */
    terminalFailures: (): ReadonlyMap<string, Failure> => new Map(failures),
    /** Whether any terminal of a store is known. */
    knows: (account: string, store: string): boolean => !records.of(account, store).next().done,
    revision: (): number => revision,
    /** All, dormant ones too: what memory keeps. */
    remember: (): TerminalRecord[] => [...records.all()],
  };
}

export type Ledger = ReturnType<typeof createLedger>;
