import { foldPoiid, readPoiid } from '../monitor/poiid.ts';
import type { Current, CurrentStore } from './current.ts';
import type { FetchedStore, FetchedTerminal } from './fetched.ts';
import type { Preview } from './items.ts';

export interface PlacedStore {
  store: FetchedStore;
  /** As it is configured, or would be. */
  reference: string;
  present: CurrentStore | undefined;
}

export interface ExpectedTerminal {
  terminal: FetchedTerminal;
  /** As it would be written. */
  poiid: string;
  /** Reference of its store. */
  store: string;
}

/** Which of the listed stores are ours or would be. */
export function placeStores(current: Pick<Current, 'stores'>, stores: readonly FetchedStore[]) {
  const byReference = new Map(current.stores.map((store) => [store.reference, store]));
  const byId = new Map(current.stores.filter(({ id }) => id !== '').map((store) => [store.id, store]));
  const placed = new Map<string, PlacedStore>();
  const skipped: Preview['skippedStores'] = [];
  for (const store of stores) {
    // [3] In test the ID was taken for the reference as well, so somebody may have written that.
    const present = byReference.get(store.reference) ?? byId.get(store.id) ?? byReference.get(store.id);
    const reference = present?.reference ?? store.reference;
    const skip = (why: Preview['skippedStores'][number]['why']) =>
      skipped.push({ id: store.id, name: store.name || store.reference || store.id, why });
    if (reference === '') skip('no-reference');
    else if (!present && (store.status === 'closed' || store.status === 'inactive')) skip(store.status);
    else if (!placed.has(reference)) placed.set(reference, { store, reference, present });
  }
  return { placed: [...placed.values()], skipped };
}

/** [D] A terminal that is boarded is one that should be online; all others are on their way, or in a cupboard. */
export function expectTerminals(
  { merchantAccount }: Current,
  placed: readonly PlacedStore[],
  terminals: readonly FetchedTerminal[],
) {
  const referenceOf = new Map(placed.map(({ store, reference }) => [store.id, reference]));
  const expected = new Map<string, ExpectedTerminal>();
  const skipped: Preview['skippedTerminals'] = [];
  for (const terminal of terminals) {
    const read = readPoiid(terminal.poiid);
    const store = terminal.storeId === null ? undefined : referenceOf.get(terminal.storeId);
    const skip = (why: Preview['skippedTerminals'][number]['why']) =>
      skipped.push({ poiid: read.usable ? read.poiid : read.shown, why });
    if (!read.usable) skip('unusable');
    else if (terminal.merchantAccount !== null && terminal.merchantAccount !== merchantAccount)
      skip('other-account');
    else if (terminal.status !== 'boarded') skip('not-boarded');
    else if (store === undefined) skip('no-store');
    else expected.set(foldPoiid(read.poiid), { terminal, poiid: read.poiid, store });
  }
  return { expected: [...expected.values()], skipped };
}
