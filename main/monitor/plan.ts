import { groupBy, uniqBy } from 'es-toolkit';
import { storeKey, terminalKey, type TerminalRecord } from './terminal.ts';

/** What one request is about. At most one is in flight for each key. */
export type Target =
  | { kind: 'account'; account: string; confirms: boolean }
  | { kind: 'store'; account: string; store: string; confirms: boolean }
  | { kind: 'terminal'; account: string; poiid: string; confirms: boolean };

export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'account':
      return `account ${target.account}`;
    case 'store':
      return `store ${storeKey(target.account, target.store)}`;
    case 'terminal':
      return `terminal ${terminalKey(target.account, target.poiid)}`;
  }
}

export interface DueAccount {
  account: string;
  /** One list is asked for all of its stores. */
  wide: boolean;
  nextAt: number;
  /** When one store's own list is due only to see whether terminals have moved; counts where `wide`. */
  sweepAt: number;
  stores: readonly DueStore[];
}

export interface DueStore {
  reference: string;
  nextAt: number;
  /** Its own list is wanted although its account's covers it. */
  wanted: boolean;
  listedAt: number | null;
}

export interface DueTerminal {
  record: TerminalRecord;
  /** When its own request is due: the confirmation of a suspect, or its turn where no list holds it. Epoch ms. */
  dueAt: number;
}

/** More suspects than this in one store, or in one account, are confirmed by a list instead of one by one. */
export const suspectsConfirmedOneByOne = 3;

/** Own lists of stores that are asked for at a time, where one list covers them all anyway. */
const wantedAtATime = 2;

/**
 * The requests that are due now, most urgent first: confirmations of suspects, lists whose time has come, and
 * what only tells which terminals are whose.
 */
export function planRound(
  accounts: readonly DueAccount[],
  suspects: readonly DueTerminal[],
  unlisted: readonly DueTerminal[],
  now: number,
): Target[] {
  const isDue = ({ dueAt }: DueTerminal) => dueAt <= now;
  const confirming = confirmations(
    suspects.filter(isDue).map(({ record }) => record),
    new Set(accounts.filter(({ wide }) => wide).map(({ account }) => account)),
  );
  const own = unlisted.filter(isDue).map(({ record }) => ownRequest(record, false));
  // A list that confirms also serves as the regular one, so it takes its place.
  return uniqBy(
    [
      ...confirming,
      ...accounts.flatMap((account) => lists(account, now)),
      ...own,
      ...accounts.flatMap((account) => sweeps(account, now)),
    ],
    targetKey,
  );
}

function lists({ account, wide, nextAt, stores }: DueAccount, now: number): Target[] {
  if (wide) return nextAt <= now ? [{ kind: 'account', account, confirms: false }] : [];
  // Longest due first: where the budget does not allow for all of them, each has its turn.
  return stores
    .filter((store) => store.nextAt <= now)
    .toSorted((one, other) => one.nextAt - other.nextAt)
    .map((store) => listOf(account, store));
}

function sweeps({ account, wide, sweepAt, stores }: DueAccount, now: number): Target[] {
  if (!wide) return [];
  const wanted = stores.filter((store) => store.wanted).slice(0, wantedAtATime);
  if (wanted.length > 0) return wanted.map((store) => listOf(account, store));
  if (sweepAt > now) return [];
  const [longestAgo] = stores.toSorted((one, other) => (one.listedAt ?? 0) - (other.listedAt ?? 0));
  return longestAgo ? [listOf(account, longestAgo)] : [];
}

/**
 * The requests that confirm these suspects: each by its own ID, many of one store by its list, many of an account
 * by that of the account.
 */
export function confirmations(suspects: readonly TerminalRecord[], wide: ReadonlySet<string>): Target[] {
  const byAccount = groupBy(suspects, ({ account }) => account);
  return Object.entries(byAccount).flatMap(([account, ofAccount]): Target[] => {
    if (wide.has(account) && ofAccount.length > suspectsConfirmedOneByOne) {
      return [{ kind: 'account', account, confirms: true }];
    }
    return Object.entries(groupBy(ofAccount, ({ store }) => store)).flatMap(([store, ofStore]): Target[] =>
      ofStore.length > suspectsConfirmedOneByOne
        ? [{ kind: 'store', account, store, confirms: true }]
        : ofStore.map((record) => ownRequest(record, true)),
    );
  });
}

function listOf(account: string, { reference }: DueStore): Target {
  return { kind: 'store', account, store: reference, confirms: false };
}

function ownRequest({ account, poiid }: TerminalRecord, confirms: boolean): Target {
  return { kind: 'terminal', account, poiid, confirms };
}
