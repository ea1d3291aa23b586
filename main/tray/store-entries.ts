import { isEqual } from 'es-toolkit';
import type { StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import { listed, listLength, type Listing } from './listing.ts';
import { foldedStoreEntry, storeEntry } from './store-menu.ts';
import type { MenuEntry, Telling } from './view-types.ts';

export type StoreEntries = (stores: StoreOverview[], telling: Telling) => MenuEntry[];

/**
 * Entries of stores, the same ones again while they would read the same. Most rounds change nothing but when a store
 * was last heard of, which no entry says; and to word hundreds of them takes longer than all else in a round.
 */
export function createStoreEntries(): StoreEntries {
  let last: { stores: StoreOverview[]; telling: Telling; entries: MenuEntry[] } | null = null;
  return (stores, telling) => {
    const known = last !== null && isSameTelling(last.telling, telling) && areAlike(last.stores, stores);
    const entries = last !== null && known ? last.entries : entriesOf(stores, telling);
    last = { stores, telling, entries };
    return entries;
  };
}

function entriesOf(stores: StoreOverview[], telling: Telling): MenuEntry[] {
  const listing: Listing<StoreOverview> = {
    isTroubled,
    entry: (store) => storeEntry(store, telling),
    foldedEntry: (store) => foldedStoreEntry(store, telling),
    foldedLabel: (count) => telling.words('tray:menu.otherStores', { count }),
  };
  return listed(stores, listing, telling);
}

function isTroubled({ verdict }: StoreOverview): boolean {
  return verdict !== 'connected';
}

/** A locale is always one of the language that is spoken, and times of another day are told with their date. */
function isSameTelling(one: Telling, other: Telling): boolean {
  return one.day === other.day && one.locale === other.locale && isEqual(one.quiet, other.quiet);
}

function areAlike(before: StoreOverview[], stores: StoreOverview[]): boolean {
  return before.length === stores.length && before.every((store, at) => isAlike(store, stores[at], stores));
}

const storeFacts = [
  'account',
  'reference',
  'name',
  'verdict',
  'checking',
  'failingSince',
  'notice',
] as const satisfies (keyof StoreOverview)[];

const countFacts = ['expected', 'connected', 'disconnected', 'unknown'] as const;

function isAlike(one: StoreOverview, other: StoreOverview | undefined, { length }: StoreOverview[]): boolean {
  if (other === undefined) return false;
  const unfolded = length <= listLength || isTroubled(other);
  return (
    storeFacts.every((fact) => one[fact] === other[fact]) &&
    countFacts.every((fact) => one.counts[fact] === other.counts[fact]) &&
    isEqual(one.failure, other.failure) &&
    // Those of a folded store are not in the menu, and to make them would cost more than all the rest.
    (!unfolded || haveAlikeTerminals(one.terminals, other.terminals))
  );
}

const terminalFacts = [
  'poiid',
  'name',
  'status',
  'since',
  'checking',
  'neverSeen',
] as const satisfies (keyof TerminalOverview)[];

function haveAlikeTerminals(before: TerminalOverview[], terminals: TerminalOverview[]): boolean {
  return (
    before.length === terminals.length &&
    before.every((one, at) => {
      const other = terminals[at];
      return (
        other !== undefined &&
        terminalFacts.every((fact) => one[fact] === other[fact]) &&
        isEqual(one.failure, other.failure)
      );
    })
  );
}
