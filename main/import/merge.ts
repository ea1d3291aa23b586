import { foldPoiid } from '../monitor/poiid.ts';
import type { Region } from '../monitor/watchlist.ts';
import type { Current, CurrentStore, CurrentTerminal } from './current.ts';
import type { FetchedSettings, FetchedStore, FetchedTerminal } from './fetched.ts';

/** One thing that an import would do. */
export type ImportItem = {
  /** The same for the same thing, however often it is previewed. */
  id: string;
  /** It would replace what the user wrote, so it is done only on demand. */
  conflict: boolean;
} & (
  | { kind: 'add-store'; reference: string; name: string }
  | { kind: 'name-store'; reference: string; from: string; to: string }
  | { kind: 'add-terminal'; poiid: string; store: string; name: string; restartTime: string | null }
  | { kind: 'name-terminal'; poiid: string; from: string; to: string }
  | { kind: 'move-terminal'; poiid: string; from: string; to: string }
  | { kind: 'restart-time'; poiid: string; from: string | null; to: string }
  | { kind: 'region'; from: Region; to: Region }
);

export interface Preview {
  items: ImportItem[];
  /** Listed, but nothing comes of them. */
  skippedStores: { store: FetchedStore; why: 'closed' | 'inactive' | 'no-reference' }[];
  skippedTerminals: { terminal: FetchedTerminal; why: 'not-boarded' | 'no-store' | 'other-account' }[];
  /** Regions where the terminals are; more than one and no single choice is right. */
  regions: Region[];
}

export interface FetchedAccount {
  stores: readonly FetchedStore[];
  terminals: readonly FetchedTerminal[];
  /** By POIID as listed, as far as they were asked for: they cost a request each. */
  settings: ReadonlyMap<string, FetchedSettings>;
}

/**
 * What an import would change. Nothing is ever taken away: a store or terminal that is not listed may belong to what
 * the key cannot see. A terminal that the user stopped watching stays so, and is not offered again.
 */
export function previewImport(current: Current, fetched: FetchedAccount): Preview {
  const places = placeStores(current, fetched.stores);
  const referenceOf = new Map(places.placed.map(({ store, reference }) => [store.id, reference]));
  const { expected, skippedTerminals } = sortTerminals(
    current.merchantAccount,
    fetched.terminals,
    referenceOf,
  );
  const regions = [
    ...new Set(expected.flatMap(({ terminal }) => (terminal.region === null ? [] : [terminal.region]))),
  ];
  const known = new Map(current.terminals.map((terminal) => [foldPoiid(terminal.poiid), terminal]));

  const items = [
    ...regionItems(current, regions),
    ...places.placed.flatMap((place) => storeItems(place)),
    ...expected.flatMap(({ terminal, reference }) => {
      const { poiid } = terminal;
      const settings = fetched.settings.get(poiid);
      const name = settings?.deviceName ?? '';
      const restartTime = terminal.restartTime ?? timeOf(settings?.restartHour ?? null);
      return terminalItems(known.get(foldPoiid(poiid)), { poiid, store: reference, name, restartTime });
    }),
  ];
  return { items, skippedStores: places.skippedStores, skippedTerminals, regions };
}

interface Placed {
  store: FetchedStore;
  /** As the settings have it, or would have it. */
  reference: string;
  present: CurrentStore | undefined;
}

function placeStores(current: Current, stores: readonly FetchedStore[]) {
  const placed: Placed[] = [];
  const skippedStores: Preview['skippedStores'] = [];
  for (const store of stores) {
    // [3] In test the ID was taken for the reference as well, so somebody may have written that.
    const present = current.stores.find(({ reference }) => [store.reference, store.id].includes(reference));
    const reference = present?.reference ?? store.reference;
    if (present) placed.push({ store, reference, present });
    else if (reference === '') skippedStores.push({ store, why: 'no-reference' });
    else if (store.status === 'closed' || store.status === 'inactive')
      skippedStores.push({ store, why: store.status });
    else if (!placed.some((other) => other.reference === reference))
      placed.push({ store, reference, present });
  }
  return { placed, skippedStores };
}

interface Expected {
  terminal: FetchedTerminal;
  reference: string;
}

/** [D] A terminal that is boarded is one that should be online; all others are on their way, or in a cupboard. */
function sortTerminals(
  merchantAccount: string,
  terminals: readonly FetchedTerminal[],
  referenceOf: ReadonlyMap<string, string>,
) {
  const expected: Expected[] = [];
  const skippedTerminals: Preview['skippedTerminals'] = [];
  for (const terminal of terminals) {
    const reference = terminal.storeId === null ? undefined : referenceOf.get(terminal.storeId);
    if (terminal.merchantAccount !== null && terminal.merchantAccount !== merchantAccount)
      skippedTerminals.push({ terminal, why: 'other-account' });
    else if (terminal.status !== 'boarded') skippedTerminals.push({ terminal, why: 'not-boarded' });
    else if (reference === undefined) skippedTerminals.push({ terminal, why: 'no-store' });
    else expected.push({ terminal, reference });
  }
  return { expected, skippedTerminals };
}

function regionItems({ environment, region }: Current, regions: readonly Region[]): ImportItem[] {
  const [only, more] = regions;
  // In test there is one host for all regions.
  if (environment === 'test' || only === undefined || more !== undefined || only === region) return [];
  return [{ id: 'region', conflict: true, kind: 'region', from: region, to: only }];
}

function storeItems({ store, reference, present }: Placed): ImportItem[] {
  if (!present) {
    const id = `add-store:${reference}`;
    return [{ id, conflict: false, kind: 'add-store', reference, name: store.name || reference }];
  }
  const { name: from, importedName } = present;
  if (store.name === '' || store.name === from) return [];
  const conflict = from !== reference && from !== importedName;
  return [{ id: `name-store:${reference}`, conflict, kind: 'name-store', reference, from, to: store.name }];
}

function terminalItems(
  present: CurrentTerminal | undefined,
  fetched: Pick<CurrentTerminal, 'poiid' | 'store' | 'name' | 'restartTime'>,
): ImportItem[] {
  const { poiid, store, name, restartTime } = fetched;
  const id = (kind: ImportItem['kind']) => `${kind}:${foldPoiid(poiid)}`;
  if (!present) {
    return [
      { id: id('add-terminal'), conflict: false, kind: 'add-terminal', poiid, store, name, restartTime },
    ];
  }
  if (!present.watched) return [];
  const items: ImportItem[] = [];
  if (present.store !== store) {
    // Somebody wrote down where it is; Adyen's records may be the ones that are behind.
    const kind = 'move-terminal';
    items.push({ id: id(kind), conflict: true, kind, poiid, from: present.store, to: store });
  }
  if (name !== '' && name !== present.name) {
    const kind = 'name-terminal';
    const conflict = present.name !== '' && present.name !== present.importedName;
    items.push({ id: id(kind), conflict, kind, poiid, from: present.name, to: name });
  }
  if (restartTime !== null && restartTime !== present.restartTime) {
    const kind = 'restart-time';
    const conflict = present.restartTime !== null && present.restartTime !== present.importedRestartTime;
    items.push({ id: id(kind), conflict, kind, poiid, from: present.restartTime, to: restartTime });
  }
  return items;
}

function timeOf(hour: number | null): string | null {
  return hour === null ? null : `${String(hour).padStart(2, '0')}:00`;
}

/** What is ticked before anybody has looked. */
export function suggested({ items }: Preview): Set<string> {
  return new Set(items.filter(({ conflict }) => !conflict).map(({ id }) => id));
}
