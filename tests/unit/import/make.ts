import type { Current, CurrentStore, CurrentTerminal } from '../../../main/import/current.ts';
import type { ImportItem, Preview } from '../../../main/import/items.ts';
import type { FetchedSettings, FetchedStore, FetchedTerminal } from '../../../main/import/fetched.ts';
import { previewImport, type FetchedAccount } from '../../../main/import/merge.ts';

export function makeCurrentStore(over: Partial<CurrentStore> = {}): CurrentStore {
  return {
    reference: 'AMS-01',
    id: 'ST1',
    name: 'AMS-01',
    importedName: null,
    restart: { at: '06:00', written: false, importedAt: null },
    ...over,
  };
}

export function makeCurrentTerminal(over: Partial<CurrentTerminal> = {}): CurrentTerminal {
  return {
    poiid: 'V400m-1',
    store: 'AMS-01',
    name: '',
    importedName: null,
    watched: true,
    ...over,
  };
}

export function makeCurrent(over: Partial<Current> = {}): Current {
  return {
    merchantAccount: 'ExampleMerchant',
    environment: 'live',
    region: 'eu',
    source: 'auto',
    stores: [],
    terminals: [],
    ...over,
  };
}

export function makeStore(over: Partial<FetchedStore> = {}): FetchedStore {
  return { id: 'ST1', reference: 'AMS-01', name: 'Amsterdam', status: 'active', ...over };
}

export function makeTerminal(over: Partial<FetchedTerminal> = {}): FetchedTerminal {
  return {
    poiid: 'V400m-1',
    status: 'boarded',
    merchantAccount: 'ExampleMerchant',
    storeId: 'ST1',
    restartTime: null,
    region: null,
    ...over,
  };
}

/** By default one store, without terminals. */
export function preview(current: Current, fetched: Partial<FetchedAccount> = {}): Preview {
  return previewImport(current, { stores: [makeStore()], terminals: [], settings: new Map(), ...fetched });
}

export function named(deviceName: string, restartHour: number | null = null): Map<string, FetchedSettings> {
  return new Map([['V400m-1', { deviceName, restartHour }]]);
}

/** What replaces no word of the user. */
export function harmless({ items }: { items: ImportItem[] }): Set<string> {
  return new Set(items.filter(({ conflict }) => !conflict).map(({ id }) => id));
}

export function everything({ items }: { items: ImportItem[] }): Set<string> {
  return new Set(items.map(({ id }) => id));
}
