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
  /** Its own list is wanted although its account's covers it. */
  wanted: boolean;
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

/** Keeps the times and outcomes of requests for lists. */
export function createSchedule() {
  const stores = new Map<string, StoreAsking>();
  const accounts = new Map<string, AccountAsking>();
  let byAccount = new Map<string, StoreAsking[]>();

  const storesOf = (account: string): readonly StoreAsking[] => byAccount.get(account) ?? [];

  /** Everything that a list tells of. */
  function covered(target: Target): Asking[] {
    if (target.kind === 'account') {
      return [accounts.get(target.account), ...storesOf(target.account)].filter((one) => one !== undefined);
    }
    const store = target.kind === 'store' ? stores.get(storeKey(target.account, target.store)) : undefined;
    return store ? [store] : [];
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
          const wanted = !knows(account, reference);
          const fresh = { ...neverAsked(now), account, reference, listedAt: null, wanted };
          stores.set(key, before.get(key) ?? fresh);
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
      for (const asking of covered(target)) {
        Object.assign(asking, {
          nextAt,
          answeredAt: now,
          failure: null,
          failingSince: null,
          failuresInRow: 0,
        } satisfies Asking);
      }
      const store = target.kind === 'store' ? stores.get(storeKey(target.account, target.store)) : undefined;
      if (store) Object.assign(store, { listedAt: now, wanted: false });
    },

    failed(target: Target, failure: Failure, now: number, nextAt: (failuresInRow: number) => number): void {
      for (const asking of covered(target)) {
        asking.failure = failure;
        asking.failingSince ??= now;
        asking.failuresInRow += 1;
        asking.nextAt = nextAt(asking.failuresInRow);
      }
      if (target.kind === 'store') {
        const store = stores.get(storeKey(target.account, target.store));
        if (store) store.wanted = false;
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

    /** Whether one list is asked for the whole account. */
    isWide(account: string, now: number): boolean {
      const asking = accounts.get(account);
      return asking !== undefined && asking.apartUntil <= now && storesOf(account).length > storesAskedApart;
    },

    /** The own lists of all stores of the account are wanted: a terminal turned up that is in none of them. */
    relearn(account: string): void {
      for (const store of storesOf(account)) store.wanted = true;
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
    },

    /** The wall clock was set by so many ms. */
    shift(ms: number): void {
      const moved = (at: number | null) => (at === null ? null : at + ms);
      for (const asking of [...accounts.values(), ...stores.values()]) {
        asking.nextAt += ms;
        asking.answeredAt = moved(asking.answeredAt);
        asking.failingSince = moved(asking.failingSince);
      }
      for (const store of stores.values()) store.listedAt = moved(store.listedAt);
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
