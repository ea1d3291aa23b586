import type { ImportItem, ShownPreview } from '../../../renderer/import/model.ts';

type Item<K extends ImportItem['kind']> = Extract<ImportItem, { kind: K }>;

export function addStore(reference: string): Item<'add-store'> {
  return {
    id: `add-store:${reference}`,
    conflict: false,
    kind: 'add-store',
    reference,
    storeId: `ST-${reference}`,
    name: `Store ${reference}`,
    restart: null,
  };
}

export function addTerminal(poiid: string, store: string, name = ''): Item<'add-terminal'> {
  return { id: `add-terminal:${poiid}`, conflict: false, kind: 'add-terminal', poiid, store, name };
}

export function nameStore(reference: string, conflict = false): Item<'name-store'> {
  return {
    id: `name-store:${reference}`,
    conflict,
    kind: 'name-store',
    reference,
    from: 'Mine',
    to: `Store ${reference}`,
  };
}

export function moveTerminal(poiid: string, from: string, to: string): Item<'move-terminal'> {
  return {
    id: `move-terminal:${poiid}`,
    conflict: true,
    kind: 'move-terminal',
    poiid,
    name: 'Till',
    from,
    to,
  };
}

export const region: Item<'region'> = {
  id: 'region:',
  conflict: true,
  kind: 'region',
  from: 'eu',
  to: 'us',
};

export function makePreview(over: Partial<ShownPreview> = {}): ShownPreview {
  return {
    id: '1',
    merchantAccount: 'ChainNL',
    gaps: { terminals: null, names: null, nameless: 0 },
    abilities: null,
    items: [],
    stores: [],
    present: [],
    skippedStores: [],
    skippedTerminals: [],
    regions: [],
    ...over,
  };
}
