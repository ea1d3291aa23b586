import { groupBy, minBy, once, partition, uniqBy } from 'es-toolkit';
import { storeKey, terminalKey, type TerminalRecord } from './terminal.ts';

/** What one request is about. At most one is in flight for each key. */
export type Target = ListTarget | { kind: 'terminal'; account: string; poiid: string; confirms: boolean };

export type ListTarget =
  | { kind: 'account'; account: string; confirms: boolean }
  | { kind: 'store'; account: string; store: string; confirms: boolean };

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
  /** When its own list is wanted although its account's covers it. */
  wantedAt: number | null;
  ownAskedAt: number | null;
  /** The account's list says nothing about it. */
  uncovered: boolean;
}

export interface DueTerminal {
  record: TerminalRecord;
  /** When its own request is due: the confirmation of a suspect, or its turn where no list holds it. Epoch ms. */
  dueAt: number;
  /** Lists speak of it; otherwise only its own request finds it. */
  listed: boolean;
}

/** More suspects than this in one store are confirmed by its list instead of one by one: see `mass-absence.ts`. */
export const suspectsConfirmedOneByOne = 3;

/**
 * Where confirmations would take more requests than this, one more list of the whole account takes their place. Where
 * they take fewer, nothing is left to that list: that it lacks a store, or a few terminals beside one that really is
 * gone, may be the same fault twice.
 */
const requestsInPlaceOfOne = 8;

/** Own lists of stores that are asked for at a time, where one list covers them all anyway. */
const wantedAtATime = 2;

/**
 * The requests that are due now, most urgent first: confirmations of suspects, what somebody waits for, lists whose
 * time has come, terminals that no list holds, and what only tells which terminals are whose.
 * @param awaited manual rechecks that the budget has not allowed for yet
 */
export function planRound(
  accounts: readonly DueAccount[],
  terminals: readonly DueTerminal[],
  awaited: readonly Target[],
  now: number,
): Target[] {
  const coveredStores = once(() => new Set(accounts.flatMap(coveredIn)));
  const [listed, unlisted] = partition(
    terminals.filter(({ dueAt }) => dueAt <= now),
    (terminal) => terminal.listed,
  );
  const confirming = confirmations(listed, (account, store) => coveredStores().has(storeKey(account, store)));
  // Longest due first: where the budget does not allow for all of them, each has its turn. And lists before them, or
  // nobody would notice that these hold thousands of terminals again.
  const own = unlisted
    .toSorted((one, other) => one.dueAt - other.dueAt)
    .map(({ record }) => ownRequest(record, record.status === 'suspect'));
  const due = accounts
    .flatMap((account) => lists(account, now))
    .toSorted((one, other) => one.nextAt - other.nextAt);
  // A list that confirms also serves as the regular one, so it takes its place.
  return uniqBy(
    [
      ...confirming,
      ...awaited,
      ...due.map(({ target }) => target),
      ...own,
      ...accounts.flatMap((account) => sweeps(account, now)),
    ],
    targetKey,
  );
}

/** When the first of these is due, be it overdue; epoch ms, `Infinity` where nothing ever is. */
export function nextDueAt(accounts: readonly DueAccount[], terminals: readonly DueTerminal[]): number {
  const own = terminals.map(({ dueAt }) => dueAt);
  return Math.min(...own, ...accounts.map(listDueAt));
}

/** The stores that its list speaks of, by `storeKey`. */
function coveredIn({ account, wide, stores }: DueAccount): string[] {
  return stores
    .filter(({ uncovered }) => wide && !uncovered)
    .map(({ reference }) => storeKey(account, reference));
}

function listDueAt({ wide, nextAt, sweepAt, stores }: DueAccount): number {
  let due = wide ? Math.min(nextAt, sweepAt) : Infinity;
  for (const store of stores) {
    if (!wide || store.uncovered) due = Math.min(due, store.nextAt);
    if (wide && store.wantedAt !== null) due = Math.min(due, store.wantedAt);
  }
  return due;
}

function lists({ account, wide, nextAt, stores }: DueAccount, now: number) {
  const whole: { target: Target; nextAt: number }[] =
    wide && nextAt <= now ? [{ target: { kind: 'account', account, confirms: false }, nextAt }] : [];
  const apart = stores
    .filter((store) => store.nextAt <= now && (!wide || store.uncovered))
    .map((store) => ({ target: listOf(account, store), nextAt: store.nextAt }));
  return [...whole, ...apart];
}

function sweeps({ account, wide, sweepAt, stores }: DueAccount, now: number): Target[] {
  if (!wide) return [];
  const wanted = stores
    .filter(({ wantedAt }) => wantedAt !== null && wantedAt <= now)
    .slice(0, wantedAtATime);
  if (wanted.length > 0) return wanted.map((store) => listOf(account, store));
  if (sweepAt > now) return [];
  const longestAgo = minBy([...stores], ({ ownAskedAt }) => ownAskedAt ?? -Infinity);
  return longestAgo ? [listOf(account, longestAgo)] : [];
}

/**
 * The requests that confirm these suspects: each by its own ID, many of one store by its list, those of many stores by
 * that of the account.
 * @param isCovered whether the list of its account speaks of a store
 */
export function confirmations(
  suspects: readonly DueTerminal[],
  isCovered: (account: string, store: string) => boolean,
): Target[] {
  const [listed, unlisted] = partition(suspects, (suspect) => suspect.listed);
  const records = listed.map(({ record }) => record);
  const confirming = Object.entries(groupBy(records, ({ account }) => account)).flatMap(
    ([account, ofAccount]): Target[] => {
      const stores = Object.entries(groupBy(ofAccount, ({ store }) => store));
      const [covered, apart] = partition(stores, ([store]) => isCovered(account, store));
      const each = covered.flatMap(confirmationsIn);
      const whole: Target = { kind: 'account', account, confirms: true };
      return [...(each.length > requestsInPlaceOfOne ? [whole] : each), ...apart.flatMap(confirmationsIn)];
    },
  );
  return [...confirming, ...unlisted.map(({ record }) => ownRequest(record, true))];
}

function confirmationsIn([store, suspects]: [string, TerminalRecord[]]): Target[] {
  const [first] = suspects;
  return first && suspects.length > suspectsConfirmedOneByOne
    ? [{ kind: 'store', account: first.account, store, confirms: true }]
    : suspects.map((record) => ownRequest(record, true));
}

function listOf(account: string, { reference }: DueStore): Target {
  return { kind: 'store', account, store: reference, confirms: false };
}

export function ownRequest(
  { account, poiid }: Pick<TerminalRecord, 'account' | 'poiid'>,
  confirms: boolean,
): Target {
  return { kind: 'terminal', account, poiid, confirms };
}
