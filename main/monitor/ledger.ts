import { countsOf, knowledgeOf, type Knowledge } from './knowledge.ts';
import { createRecords, keyOf, read, type Entry } from './records.ts';
import { createConfirmations } from './confirmations.ts';
import { createContradictions } from './contradictions.ts';
import type { Failure } from './failure.ts';
import type { ListAnswer, TerminalAnswer } from './list-answer.ts';
import type { Counts } from './overview-types.ts';
import { createElsewhere } from './elsewhere.ts';
import { createStaleness } from './staleness.ts';
import {
  isInstallation,
  terminalKey,
  type Observation,
  type TerminalEvent,
  type TerminalRecord,
} from './terminal.ts';
import { isSteady, observe, unseen, type EvidencePolicy } from './transition.ts';
import type { Watchlist } from './watchlist.ts';

/** What it takes to believe something about a terminal of this account, or of this store. */
export type PolicyOf = (account: string, store?: string) => EvidencePolicy;

/** What a store's own list said longer ago than this does not keep a terminal from being found in another. */
const stillListedMs = 2 * 60_000;

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
  const contradictions = createContradictions();
  const confirmations = createConfirmations();
  /** When the own list of the store where a terminal is held it last; not since it did not. */
  const listedAtHome = new Map<string, number>();
  /** Looked up every second, so they are not searched for among thousands. */
  const suspects = new Set(remembered.filter((record) => record.status === 'suspect').map(keyOf));
  const staleness = createStaleness();
  const elsewhere = createElsewhere(records, () => stores.keys(), isConfigured);
  let configured = 0;
  let revision = 0;

  /** @param asked what was asked for, where the answer lacks the terminal */
  function put(
    entry: Entry,
    observation: Observation,
    now: number,
    policy: EvidencePolicy,
    asked: 'list' | 'own-request' = 'list',
  ): TerminalEvent | null {
    const { key } = entry;
    const record = read(entry);
    const { record: next, event } = observe(record, observation, now, policy);
    records.set(entry, next);
    if (next.status === 'suspect') suspects.add(key);
    else suspects.delete(key);
    if (next.status !== record.status || next.told !== record.told) revision += 1;
    if (observation === 'present') failures.delete(key);
    confirmations.note(key, record, next, observation, asked);
    const away = lostSightOf.has(key);
    if (next.status === 'connected' || next.status === 'disconnected') lostSightOf.delete(key);
    if (next.status === 'unknown' && next.told !== null) lostSightOf.add(key);
    if (next.status === 'connected') elsewhere.missing(entry).forEach(drop);
    if (next.status === 'disconnected' && elsewhere.isConnected(entry)) {
      drop(entry);
      return null;
    }
    return event && !unwatched.has(key) ? { ...event, whileAway: away } : null;
  }

  function drop(entry: Entry): void {
    records.delete(entry);
    for (const keys of [failures, lostSightOf, contradictions, confirmations, listedAtHome, suspects])
      keys.delete(entry.key);
    revision += 1;
  }

  /** What `put` would do for one that is steady and present, without a new record for each of thousands. */
  function confirm(entry: Entry, now: number): void {
    entry.confirmations += 1;
    entry.confirmedAt = now;
    failures.delete(entry.key);
    lostSightOf.delete(entry.key);
  }

  function isConfigured({ record }: Entry): boolean {
    return stores.get(record.account)?.has(record.store) === true;
  }

  function watchedIn(account: string, store: string): Iterable<Entry> {
    const here = records.of(account, store);
    return unwatched.size === 0 ? here : Array.from(here).filter(({ key }) => !unwatched.has(key));
  }

  function watchedOf(keys: Iterable<string>): TerminalRecord[] {
    return Array.from(keys)
      .flatMap((key) => records.get(key) ?? [])
      .filter((entry) => isConfigured(entry) && !unwatched.has(entry.key))
      .map(read);
  }

  /** Its store's own list holds it too: of two stores that both have it, it stays where it is. */
  function isAtHome(entry: Entry, now: number): boolean {
    return isConfigured(entry) && now - (listedAtHome.get(entry.key) ?? -Infinity) <= stillListedMs;
  }

  return {
    /** Takes a new watchlist: expected terminals get a record. */
    configure(watchlist: Watchlist, now: number): void {
      unwatched.clear();
      staleness.reset();
      configured = records.change();
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
            else if (!records.get(key)) records.add(unseen(account.id, reference, poiid, now));
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
      const { present, unknown } = records.take(account, connected);
      const covers = covering(new Set(present.map(({ entry }) => entry.record.store)));
      const strangers: string[] = [];
      const events: TerminalEvent[] = [];
      const observed = (entry: Entry, observation: Observation) => {
        const event = put(entry, observation, now, policyOf(account, entry.record.store));
        if (event) events.push(event);
      };
      // Before the present ones, whose stores may change.
      for (const entry of records.of(account, store)) {
        const { key, record } = entry;
        if (records.isTaken(entry) || !isConfigured(entry)) continue;
        if (store !== null) listedAtHome.delete(key);
        if (contradictions.isUnlisted(key) || !covers(record.store)) continue;
        if (record.installation && !installations) continue;
        observed(entry, confirms ? 'absent-confirmed' : 'absent');
      }
      for (const poiid of unknown) {
        if (store === null) strangers.push(poiid);
        else present.push({ entry: records.add(unseen(account, store, poiid, now)), poiid });
      }
      for (const { entry, poiid } of present) {
        const { key, record } = entry;
        if (store === null && !isConfigured(entry)) {
          strangers.push(poiid);
          continue;
        }
        contradictions.delete(key);
        // Seen in another store than before: it has moved, it has not dropped. And Adyen's spelling counts.
        const place = store === null || isAtHome(entry, now) ? record.store : store;
        if (place === store) listedAtHome.set(key, now);
        if (place !== record.store) revision += 1;
        const installation = isInstallation(record, poiid, installations);
        if (place !== record.store || poiid !== record.poiid || installation !== record.installation) {
          records.set(entry, { ...read(entry), poiid, installation, store: place });
        }
        if (isSteady(entry.record)) confirm(entry, now);
        else observed(entry, 'present');
      }
      return { events, strangers };
    },

    /** A good answer to the question for one terminal. */
    terminalAnswered(answer: TerminalAnswer, now: number, policyOf: PolicyOf): TerminalEvent[] {
      const { account, poiid, connected, installations, confirms } = answer;
      const key = terminalKey(account, poiid);
      const entry = records.get(key);
      if (!entry) return [];
      const record = read(entry);
      failures.delete(key);
      if (record.installation && !installations && !connected) return [];
      if (!connected) contradictions.end(key);
      else if (record.status === 'suspect') contradictions.count(key);
      const absence = confirms ? 'absent-confirmed' : 'absent';
      if (connected) {
        const installation = isInstallation(record, record.poiid, installations);
        records.set(entry, { ...record, installation });
      }
      const seen = connected ? 'present' : absence;
      const event = put(entry, seen, now, policyOf(account, record.store), 'own-request');
      return event ? [event] : [];
    },

    /**
     * A request for a terminal's own ID failed. Kept apart from the store's: Adyen may refuse one ID (what it
     * answers for one that it does not know is not documented) while it lists the store well.
     */
    terminalFailed(account: string, poiid: string, failure: Failure): void {
      failures.set(terminalKey(account, poiid), failure);
    },

    /** The list that lacks it was found wrong: from now on only its own request says anything, until a list holds it. */
    distrustLists: (record: TerminalRecord): void => contradictions.distrust(keyOf(record)),

    /** Time passes: knowledge that has become too old turns unknown. True if any did. */
    age(now: number, policyOf: PolicyOf): boolean {
      const old = staleness.among(records.all(), stores.keys(), now, policyOf);
      for (const entry of old) put(entry, 'silence', now, policyOf(entry.record.account));
      return old.length > 0;
    },

    /** When knowledge may next become too old; epoch ms. */
    agesAt: staleness.notBefore,

    /**
     * Whether a list is about somebody else's terminals: it holds none that we know in this account, and lacks
     * every one that we have seen where it should be.
     */
    isForeign({ account, store, connected }: Pick<ListAnswer, 'account' | 'store' | 'connected'>): boolean {
      if (connected.length === 0) return false;
      if (connected.some((poiid) => records.find(account, poiid))) return false;
      for (const entry of records.of(account, store)) {
        if (entry.record.seenAt !== null && isConfigured(entry)) return true;
      }
      return false;
    },

    /** All of a store that is known is missing, and not for sure yet. */
    isAllSuspect(account: string, store: string): boolean {
      const here = [...records.of(account, store)];
      return here.length > 0 && here.every(({ record }) => record.status === 'suspect');
    },

    /** Somebody says that it stands in another store; the next list that holds it may say otherwise. */
    move(account: string, poiid: string, store: string): void {
      const key = terminalKey(account, poiid);
      const entry = records.get(key);
      if (!entry || entry.record.store === store) return;
      listedAtHome.delete(key);
      records.set(entry, { ...read(entry), store });
      revision += 1;
    },

    /** The account is another one than it was: what was seen in it is somebody else's. */
    forget(account: string): void {
      for (const entry of records.of(account, null)) drop(entry);
    },

    /** The wall clock was set by so many ms. */
    shift(ms: number): void {
      records.shift(ms);
      staleness.reset();
    },

    /** Of a store on the watchlist, those that are watched. */
    terminalsOf: (account: string, store: string): TerminalRecord[] =>
      Array.from(watchedIn(account, store), read),
    /** The same, counted. */
    countsOf: (account: string, store: string): Counts => countsOf(watchedIn(account, store)),
    /** So that who compares one picture with the next need not look at each of thousands of terminals. */
    knowledgeOf: (account: string, store: string): Knowledge =>
      knowledgeOf(watchedIn(account, store), configured),
    suspects: () => watchedOf(suspects),
    /** Those of them that nobody watched for a while: what became of them is not all known yet. */
    suspectsAfterABreak: () => watchedOf([...suspects].filter((key) => lostSightOf.has(key))),
    /** Those that only their own request finds. */
    unlisted: () => watchedOf(contradictions.unlisted()),
    isUnlisted: (record: TerminalRecord): boolean => contradictions.isUnlisted(keyOf(record)),
    terminal(account: string, poiid: string): TerminalRecord | undefined {
      const entry = records.get(terminalKey(account, poiid));
      return entry && read(entry);
    },
    /** As they are now, by `terminalKey`. */
    terminalFailures: (): ReadonlyMap<string, Failure> => new Map(failures),
    /** Null where it has not been disconnected in this run. */
    confirmedBy: (account: string, poiid: string) => confirmations.of(terminalKey(account, poiid)),
    /** Whether any terminal of a store is known. */
    knows: (account: string, store: string): boolean => records.of(account, store).size > 0,
    revision: (): number => revision,
    /** All, dormant ones too: what memory keeps. */
    remember: (): TerminalRecord[] => Array.from(records.all(), read),
  };
}

export type Ledger = ReturnType<typeof createLedger>;
