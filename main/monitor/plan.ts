import { groupBy, uniqBy } from 'es-toolkit';
import type { TerminalRecord } from './terminal.ts';
import { storeKey, terminalKey } from './terminal.ts';

/** What one request is about. At most one is in flight for each key. */
export type Target =
  | { kind: 'store'; account: string; store: string; confirms: boolean }
  | { kind: 'terminal'; account: string; poiid: string; confirms: boolean };

export function targetKey(target: Target): string {
  return target.kind === 'store'
    ? `store ${storeKey(target.account, target.store)}`
    : `terminal ${terminalKey(target.account, target.poiid)}`;
}

export interface DueStore {
  account: string;
  reference: string;
  nextAt: number;
}

export interface DueSuspect {
  record: TerminalRecord;
  /** When its confirmation is due; epoch ms. */
  confirmAt: number;
}

/** More suspects than this in one store are confirmed by its list instead of one by one. */
export const suspectsConfirmedOneByOne = 3;

/** The requests that are due now: lists of stores whose time has come, confirmations of suspects. */
export function planRound(stores: DueStore[], suspects: DueSuspect[], now: number): Target[] {
  const lists = stores
    .filter((store) => store.nextAt <= now)
    .map(({ account, reference }): Target => ({ kind: 'store', account, store: reference, confirms: false }));
  const due = suspects.filter((suspect) => suspect.confirmAt <= now).map((suspect) => suspect.record);
  // A list that confirms also serves as the store's regular one, so it takes its place.
  return uniqBy([...confirmations(due), ...lists], targetKey);
}

/** The requests that confirm these suspects: each by its own ID, or many of one store by one list. */
export function confirmations(suspects: TerminalRecord[]): Target[] {
  const byStore = groupBy(suspects, (record) => storeKey(record.account, record.store));
  return Object.values(byStore).flatMap((ofStore): Target[] => {
    const [first] = ofStore;
    if (first && ofStore.length > suspectsConfirmedOneByOne) {
      return [{ kind: 'store', account: first.account, store: first.store, confirms: true }];
    }
    return ofStore.map(({ account, poiid }) => ({ kind: 'terminal', account, poiid, confirms: true }));
  });
}
