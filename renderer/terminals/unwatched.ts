import type { Overview, Unwatched } from '../model.ts';
import { searchFor } from './search.ts';

/** What the list says of a terminal that nobody watches. */
export interface UnwatchedRow {
  account: string;
  poiid: string;
  /** Its POIID where nobody named it. */
  name: string;
  /** The store's name; its reference where the store itself is not watched any more. */
  store: string;
}

/** Those that match, by name, POIID or store, in their order. */
export function unwatchedRows(
  unwatched: readonly Unwatched[],
  { stores }: Pick<Overview, 'stores'>,
  search: string,
): UnwatchedRow[] {
  const isFound = searchFor(search);
  return unwatched.flatMap(({ account, poiid, name, store: reference }) => {
    const store = stores.find((one) => one.account === account && one.reference === reference);
    const row = { account, poiid, name: name === '' ? poiid : name, store: store?.name ?? reference };
    return isFound(row.name, poiid, row.store, reference) ? [row] : [];
  });
}
