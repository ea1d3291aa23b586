import type { Overview, StoreOverview, TerminalOverview, TerminalStatus, Verdict } from '../model.ts';
import type { Listing, StatusFilter, StoreSort } from './listing.ts';
import { searchFor } from './search.ts';

/** The list as it is drawn, one entry a line. `last` closes the frame of its store. */
export type Row =
  | { kind: 'store'; key: string; store: StoreOverview; fold: Fold; last: boolean }
  | { kind: 'note'; key: string; store: StoreOverview; last: boolean }
  | { kind: 'terminal'; key: string; store: StoreOverview; terminal: TerminalOverview; last: boolean };

/** `fixed`: what was looked for shows, folded or not. */
export type Fold = 'open' | 'folded' | 'fixed';

/** What needs somebody comes first; among equals the order stays. */
const urgency: Record<TerminalStatus, number> = { disconnected: 0, unknown: 1, suspect: 2, connected: 3 };
const trouble: Record<Verdict, number> = {
  disconnected: 0,
  offline: 1,
  attention: 2,
  unknown: 3,
  connected: 4,
};

/**
 * Stores with those of their terminals that match. A store that matches by its own name shows all of
 * them; a store in which nothing matches is left out.
 */
export function rowsOf(
  overview: Overview,
  search: string,
  { filter, sort, folded }: Omit<Listing, 'shown'> & { filter: StatusFilter },
): Row[] {
  const isFound = searchFor(search);
  const everything = filter === 'all' && search.trim() === '';
  const hidden = new Set(folded);
  return sorted(overview.stores, sort).flatMap((store) => {
    const found = store.terminals
      .filter(({ status }) => filter === 'all' || status === filter)
      .filter(({ name, poiid }) => isFound(name, poiid, store.name, store.reference));
    if (found.length === 0 && !everything) return [];
    const fold = everything ? (hidden.has(storeKey(store)) ? 'folded' : 'open') : 'fixed';
    return framed(store, ordered(found, sort), hasNote(store, overview), fold);
  });
}

export function storeKey({ account, reference }: Pick<StoreOverview, 'account' | 'reference'>): string {
  return `${account}/${reference}`;
}

/** A note is worth its place only where the banner does not say the same already. */
export function hasNote(store: StoreOverview, overview: Overview): boolean {
  if (store.failure !== null) return store.failure.kind !== overview.failure?.kind;
  return store.notice !== null;
}

function sorted(stores: StoreOverview[], sort: StoreSort): StoreOverview[] {
  const byName = (one: StoreOverview, other: StoreOverview) => collator.compare(one.name, other.name);
  switch (sort) {
    case 'trouble':
      return stores.toSorted((one, other) => trouble[one.verdict] - trouble[other.verdict]);
    case 'name':
      return stores.toSorted(byName);
    case 'missing':
      return stores.toSorted(
        (one, other) => other.counts.disconnected - one.counts.disconnected || byName(one, other),
      );
  }
}

/** Within a store they come by name already. */
function ordered(terminals: TerminalOverview[], sort: StoreSort): TerminalOverview[] {
  if (sort === 'name') return terminals;
  return terminals.toSorted((one, other) => urgency[one.status] - urgency[other.status]);
}

const collator = new Intl.Collator(undefined, { numeric: true });

function framed(store: StoreOverview, terminals: TerminalOverview[], note: boolean, fold: Fold): Row[] {
  const key = storeKey(store);
  const rows: Row[] = [{ kind: 'store', key, store, fold, last: false }];
  if (fold !== 'folded') {
    if (note) rows.push({ kind: 'note', key: `${key}?`, store, last: false });
    for (const terminal of terminals) {
      rows.push({
        kind: 'terminal',
        key: `${store.account}/${terminal.poiid}`,
        store,
        terminal,
        last: false,
      });
    }
  }
  const end = rows.at(-1);
  if (end !== undefined) end.last = true;
  return rows;
}
