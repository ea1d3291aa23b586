import type { Failure } from './failure.ts';
import type { Target } from './plan.ts';
import { storeKey } from './terminal.ts';
import type { Watchlist } from './watchlist.ts';

/** What is known of asking for one list. Not kept over restarts: it is about requests, not terminals. */
export interface Asking {
  /** When the next request is due; epoch ms. */
  nextAt: number;
  /** When the last good answer came; epoch ms. */
  answeredAt: number | null;
  /** Why the last request failed; null when it did not. */
  failure: Failure | null;
  failingSince: number | null;
  failuresInRow: number;
}

/** What covers a store: its own list, or that of its account. */
export interface StoreAsking extends Asking {
  account: string;
  reference: string;
  /** When its own list last came: only that tells which terminals are in it. */
  listedAt: number | null;
  /** When its own list was last asked for, whatever came of it. */
  ownAskedAt: number | null;
  /** Why it is refused its own list, where that is about the store; the account's list says nothing of it. */
  ownFailure: Failure | null;
  /** When its own list is wanted although its account's covers it; epoch ms. */
  wantedAt: number | null;
  /** The account's list lacks all of its terminals, and never had one: only its own says anything about them. */
  uncovered: boolean;
  /** When the account's list last held one of its terminals; epoch ms. */
  provenAt: number | null;
}

export interface AccountAsking extends Asking {
  account: string;
  /** Until then each store is asked for by itself, whatever their number; epoch ms. */
  apartUntil: number;
  /** When a store's own list was last asked for only to see whether terminals have moved. */
  sweptAt: number;
}

/** Up to so many stores each have their own list, which also tells which terminals are whose. */
export const storesAskedApart = 3;

/** How long an account whose own list is of no use is asked store by store before it is tried again. */
const apartMs = 6 * 3_600_000;

/** Where nobody knows which terminals are in a store, its own list is tried again after so many ms. */
const learnAgainMs = 60_000;

/** Keeps the times and outcomes of requests for lists. */
export function createSchedule() {
  const stores = new Map<string, StoreAsking>();
  const accounts = new Map<string, AccountAsking>();
  let byAccount = new Map<string, StoreAsking[]>();

  const storesOf = (account: string): readonly StoreAsking[] => byAccount.get(account) ?? [];

  /** Everything that a list tells of. */
  function covered(target: Target): (AccountAsking | StoreAsking)[] {
    if (target.kind === 'account') {
      const stores = storesOf(target.account).filter(({ uncovered }) => !uncovered);
      return [accounts.get(target.account), ...stores].filter((one) => one !== undefined);
    }
    const store = target.kind === 'store' ? stores.get(storeKey(target.account, target.store)) : undefined;
    return store ? [store] : [];
  }

  /** Whether one list is asked for the whole account. */
  function isWide(account: string, now: number): boolean {
    const asking = accounts.get(account);
    return asking !== undefined && asking.apartUntil <= now && storesOf(account).length > storesAskedApart;
  }

  return {
    /** New stores and accounts are due at once; `knows` says whether terminals of a store are known already. */
    configure(watchlist: Watchlist, now: number, knows: (account: string, store: string) => boolean): void {
      const [before, accountsBefore] = [new Map(stores), new Map(accounts)];
      stores.clear();
      accounts.clear();
      byAccount = new Map();
      for (const { id: account, stores: list } of watchlist.accounts) {
        accounts.set(
          account,
          accountsBefore.get(account) ?? { ...neverAsked(now), account, apartUntil: 0, sweptAt: now },
        );
        for (const { reference } of list) {
          const key = storeKey(account, reference);
          const wantedAt = knows(account, reference) ? null : now;
          stores.set(key, before.get(key) ?? { ...neverListed(now), account, reference, wantedAt });
        }
        byAccount.set(
          account,
          list.flatMap(({ reference }) => stores.get(storeKey(account, reference)) ?? []),
        );
      }
      // A shorter interval counts from now on, not from the next check of the longer one.
      for (const asking of [...accounts.values(), ...stores.values()]) {
        if (!asking.failure) asking.nextAt = Math.min(asking.nextAt, now + watchlist.pace.intervalMs);
      }
    },

    answered(target: Target, now: number, nextAt: number): void {
      if (target.kind === 'store') {
        const store = stores.get(storeKey(target.account, target.store));
        if (store) Object.assign(store, { listedAt: now, ownAskedAt: now, ownFailure: null, wantedAt: null });
      }
      for (const asking of covered(target)) {
        // Before its own list came, nothing is known of a store, so its account's answer is none about it.
        const unlearned = isStore(asking) && asking.wantedAt !== null && asking.listedAt === null;
        asking.nextAt = nextAt;
        if (!unlearned) asking.answeredAt = now;
        asking.failure = null;
        asking.failingSince = null;
        asking.failuresInRow = 0;
      }
    },

    failed(target: Target, failure: Failure, now: number, nextAt: (failuresInRow: number) => number): void {
      if (target.kind === 'store') {
        const store = stores.get(storeKey(target.account, target.store));
        if (!store) return;
        const isOwn = isOfTheStore(failure);
        store.ownAskedAt = now;
        if (isOwn) store.ownFailure = failure;
        if (store.wantedAt !== null) store.wantedAt = isOwn ? null : now + learnAgainMs;
        // What is known of the store comes from its account's list; a sweep that fails takes nothing from it.
        if (isWide(target.account, now) && !store.uncovered) return;
      }
      for (const asking of covered(target)) {
        asking.failure = failure;
        asking.failingSince ??= now;
        asking.failuresInRow += 1;
        asking.nextAt = nextAt(asking.failuresInRow);
      }
    },

    /** It gave no verdict, and is to be asked again at that time. */
    postpone(target: Target, nextAt: number): void {
      for (const asking of covered(target)) asking.nextAt = nextAt;
    },

    /** The list of the whole account is of no use: its stores are asked each by itself for some hours. */
    askApart(account: string, now: number): void {
      const asking = accounts.get(account);
      if (asking) asking.apartUntil = now + apartMs;
      for (const store of storesOf(account)) store.nextAt = now;
    },

    isWide,

    /**
     * The account's list came: which of its stores it says anything about.
     * @param seen stores of which it holds a terminal
     * @param knows whether any terminal of a store is known
     */
    covers(account: string, seen: ReadonlySet<string>, knows: (store: string) => boolean, now: number): void {
      for (const store of storesOf(account)) {
        if (seen.has(store.reference)) {
          store.uncovered = false;
          store.provenAt = now;
        } else if (store.provenAt === null && !store.uncovered && knows(store.reference)) {
          Object.assign(store, { uncovered: true, nextAt: now });
        }
      }
    },

    /** Its own list has terminals that its account's lacks, all of them. */
    uncover(account: string, reference: string): void {
      const store = stores.get(storeKey(account, reference));
      if (store) Object.assign(store, { uncovered: true, provenAt: null });
    },

    /** Whether the list of the account says anything about a store's terminals. */
    isCovered: (account: string, reference: string): boolean =>
      stores.get(storeKey(account, reference))?.uncovered === false,

    /** The own lists of all stores of the account are wanted: a terminal turned up that is in none of them. */
    relearn(account: string, now: number): void {
      for (const store of storesOf(account)) store.wantedAt ??= now;
    },

    swept(account: string, now: number): void {
      const asking = accounts.get(account);
      if (asking) asking.sweptAt = now;
    },

    /** Everything of the account, or simply everything, is due at that time. */
    dueAt(time: number, account?: string): void {
      for (const asking of [...accounts.values(), ...stores.values()]) {
        if (account === undefined || asking.account === account) asking.nextAt = time;
      }
      // Another key may be allowed what the last one was refused.
      for (const store of account === undefined ? [] : storesOf(account)) {
        if (store.ownFailure || store.wantedAt !== null) store.wantedAt = time;
      }
    },

    /** The wall clock was set by so many ms. */
    shift(ms: number): void {
      const moved = (at: number | null) => (at === null ? null : at + ms);
      for (const asking of [...accounts.values(), ...stores.values()]) {
        asking.nextAt += ms;
        asking.answeredAt = moved(asking.answeredAt);
        asking.failingSince = moved(asking.failingSince);
      }
      for (const store of stores.values()) {
        store.listedAt = moved(store.listedAt);
        store.ownAskedAt = moved(store.ownAskedAt);
        store.wantedAt = moved(store.wantedAt);
        store.provenAt = moved(store.provenAt);
      }
      for (const account of accounts.values()) {
        account.apartUntil += ms;
        account.sweptAt += ms;
      }
    },

    accounts: (): AccountAsking[] => [...accounts.values()],
    stores: (): StoreAsking[] => [...stores.values()],
    storesOf,
    store: (account: string, reference: string) => stores.get(storeKey(account, reference)),
    hasAnswers: (): boolean => [...stores.values()].some((store) => store.answeredAt !== null),
  };
}

export type Schedule = ReturnType<typeof createSchedule>;

function neverAsked(now: number): Asking {
  return { nextAt: now, answeredAt: null, failure: null, failingSince: null, failuresInRow: 0 };
}

function isStore(asking: AccountAsking | StoreAsking): asking is StoreAsking {
  return 'wantedAt' in asking;
}

function neverListed(now: number): Omit<StoreAsking, 'account' | 'reference' | 'wantedAt'> {
  return {
    ...neverAsked(now),
    listedAt: null,
    ownAskedAt: null,
    ownFailure: null,
    uncovered: false,
    provenAt: null,
  };
}

/** Asking again changes nothing: the store is not known by this reference, or not to this key. */
function isOfTheStore({ kind }: Failure): boolean {
  return kind === 'forbidden' || kind === 'invalid-request';
}
