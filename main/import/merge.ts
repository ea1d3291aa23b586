import { foldPoiid } from '../monitor/poiid.ts';
import { isDeviceOnly, type Region } from '../monitor/watchlist.ts';
import type { Current, CurrentTerminal } from './current.ts';
import type { FetchedSettings, FetchedStore, FetchedTerminal } from './fetched.ts';
import type { ImportItem, ItemKind, Preview } from './items.ts';
import { expectTerminals, placeStores, type ExpectedTerminal, type PlacedStore } from './places.ts';

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
  const { placed, skipped: skippedStores } = placeStores(current, fetched.stores);
  const { expected, skipped: skippedTerminals } = expectTerminals(current, placed, fetched.terminals);
  const regions = [
    ...new Set(expected.flatMap(({ terminal }) => (terminal.region === null ? [] : [terminal.region]))),
  ];
  const restarts = restartTimes(expected, fetched.settings);
  const known = byPoiid(current);
  const kept = new Set(current.stores.map(({ reference }) => reference));
  const ids = new Set(current.stores.map(({ id }) => id));

  const present: Preview['present'] = [];
  const terminalItems = expected.flatMap(({ terminal, poiid, store }) => {
    const before = known.get(foldPoiid(poiid));
    const name = fetched.settings.get(terminal.poiid)?.deviceName ?? '';
    if (!before) {
      return [item('add-terminal', foldPoiid(poiid), false, { poiid, store, name })];
    }
    const items = before.watched ? changesOf(before, { store, name }, kept) : [];
    if (items.length === 0) {
      present.push({ poiid: before.poiid, store, name: before.name, watched: before.watched });
    }
    return items;
  });
  return {
    items: [
      ...regionItems(current, regions),
      ...placed.flatMap((place) => storeItems(place, restarts.get(place.reference) ?? null, ids)),
      ...terminalItems,
    ],
    stores: placed.map(({ store, reference, present: before }) => ({
      reference,
      name: before?.name ?? (store.name || reference),
      isNew: before === undefined,
    })),
    present,
    skippedStores,
    skippedTerminals,
    regions,
  };
}

/** POIIDs as listed of which an import would like to know the settings: those without a name first. */
export function worthAsking(
  current: Current,
  { stores, terminals }: Omit<FetchedAccount, 'settings'>,
): string[] {
  const known = byPoiid(current);
  const { expected } = expectTerminals(current, placeStores(current, stores).placed, terminals);
  const asked = expected
    .map(({ terminal, poiid }) => ({ listed: terminal.poiid, before: known.get(foldPoiid(poiid)) }))
    .filter(({ before }) => before?.watched !== false);
  const isNamed = ({ before }: (typeof asked)[number]) => before !== undefined && before.name !== '';
  return [...asked.filter((one) => !isNamed(one)), ...asked.filter(isNamed)].map(({ listed }) => listed);
}

function byPoiid({ terminals }: Current): Map<string, CurrentTerminal> {
  return new Map(terminals.map((terminal) => [foldPoiid(terminal.poiid), terminal]));
}

type Details<K extends ItemKind> = Omit<Extract<ImportItem, { kind: K }>, 'id' | 'conflict' | 'kind'>;

function item<K extends ItemKind>(kind: K, of: string, conflict: boolean, details: Details<K>) {
  return { id: `${kind}:${of}`, conflict, kind, ...details };
}

function regionItems({ environment, region, source }: Current, regions: readonly Region[]): ImportItem[] {
  const [only, more] = regions;
  // In test there is one host for all regions.
  if (environment === 'test' || only === undefined || more !== undefined || only === region) return [];
  // Where the user chose the source that has no host there, something is wrong that no import can mend.
  if (source === 'connected-terminals' && isDeviceOnly({ environment, region: only, endpoint: null }))
    return [];
  return [item('region', '', true, { from: region, to: only })];
}

/** @param ids that stores have already: with one ID, two would list the terminals of both */
function storeItems(
  { store, reference, present }: PlacedStore,
  restart: string | null,
  ids: ReadonlySet<string>,
): ImportItem[] {
  if (!present) {
    const name = store.name || reference;
    return [item('add-store', reference, false, { reference, storeId: store.id, name, restart })];
  }
  const items: ImportItem[] = [];
  const { name, importedName, id } = present;
  if (store.name !== '' && store.name !== name) {
    const conflict = name !== reference && name !== importedName;
    items.push(item('name-store', reference, conflict, { reference, from: name, to: store.name }));
  }
  // Where the ID stands in for the reference there is nothing to add.
  if (store.id !== id && store.id !== reference && !ids.has(store.id)) {
    items.push(item('store-id', reference, id !== '', { reference, from: id, to: store.id }));
  }
  if (restart !== null && present.restart !== null && restart !== present.restart.at) {
    const { at, written, importedAt } = present.restart;
    items.push(
      item('restart', reference, written && at !== importedAt, { reference, from: at, to: restart }),
    );
  }
  return items;
}

function changesOf(
  before: CurrentTerminal,
  { store, name }: Pick<CurrentTerminal, 'store' | 'name'>,
  kept: ReadonlySet<string>,
): ImportItem[] {
  const { poiid } = before;
  const folded = foldPoiid(poiid);
  const items: ImportItem[] = [];
  if (before.store !== store) {
    // Somebody wrote down where it is, or it was seen there; Adyen's records may be the ones that are behind.
    const details = { poiid, name: before.name, from: before.store, to: store };
    items.push(item('move-terminal', folded, kept.has(before.store), details));
  }
  if (name !== '' && name !== before.name) {
    const conflict = before.name !== '' && before.name !== before.importedName;
    items.push(item('name-terminal', folded, conflict, { poiid, store, from: before.name, to: name }));
  }
  return items;
}

/** By reference, where all terminals of a store that say a time say the same. */
function restartTimes(
  expected: readonly ExpectedTerminal[],
  settings: FetchedAccount['settings'],
): Map<string, string> {
  const times = new Map<string, Set<string>>();
  for (const { terminal, store } of expected) {
    const time = terminal.restartTime ?? timeOf(settings.get(terminal.poiid)?.restartHour ?? null);
    if (time !== null) times.set(store, (times.get(store) ?? new Set()).add(time));
  }
  return new Map(
    [...times].flatMap(([store, [time, other]]) =>
      other === undefined && time !== undefined ? [[store, time]] : [],
    ),
  );
}

function timeOf(hour: number | null): string | null {
  return hour === null ? null : `${String(hour).padStart(2, '0')}:00`;
}
