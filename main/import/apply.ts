import { foldPoiid } from '../monitor/poiid.ts';
import { usualRestart } from '../monitor/restart-window.ts';
import type { Current, CurrentRestart, CurrentStore, CurrentTerminal } from './current.ts';
import type { ImportItem } from './items.ts';

/**
 * What is configured, with the ticked items done and nothing else touched: what did not change is the same object.
 * A terminal is put only into a store that is there in the end, so it waits for its store to be ticked too.
 */
export function applyImport(
  current: Current,
  items: readonly ImportItem[],
  ticked: ReadonlySet<string>,
): Current {
  const draft: Draft = {
    region: current.region,
    stores: new Map(current.stores.map((store) => [store.reference, store])),
    terminals: new Map(current.terminals.map((terminal) => [foldPoiid(terminal.poiid), terminal])),
  };
  const chosen = items.filter(({ id }) => ticked.has(id));
  chosen.filter(({ kind }) => kind === 'add-store').forEach((item) => perform(draft, item));
  chosen.filter(({ kind }) => kind !== 'add-store').forEach((item) => perform(draft, item));
  return {
    ...current,
    region: draft.region,
    stores: [...draft.stores.values()],
    terminals: [...draft.terminals.values()],
  };
}

interface Draft {
  region: Current['region'];
  /** By reference. */
  stores: Map<string, CurrentStore>;
  /** By folded POIID. */
  terminals: Map<string, CurrentTerminal>;
}

function perform(draft: Draft, item: ImportItem): void {
  const { stores, terminals } = draft;
  switch (item.kind) {
    case 'region':
      draft.region = item.to;
      return;
    case 'add-store': {
      const { reference, storeId: id, name, restart } = item;
      if (stores.has(reference)) return;
      const planned = restartAt(restart ?? usualRestart.at);
      stores.set(reference, { reference, id, name, importedName: name, restart: planned });
      return;
    }
    case 'name-store':
      change(stores, item.reference, { name: item.to, importedName: item.to });
      return;
    case 'store-id':
      change(stores, item.reference, { id: item.to });
      return;
    case 'restart':
      change(stores, item.reference, { restart: restartAt(item.to) });
      return;
    case 'add-terminal': {
      const { poiid, store, name } = item;
      if (terminals.has(foldPoiid(poiid)) || !stores.has(store)) return;
      const importedName = name === '' ? null : name;
      terminals.set(foldPoiid(poiid), { poiid, store, name, importedName, watched: true });
      return;
    }
    case 'name-terminal':
      change(terminals, foldPoiid(item.poiid), { name: item.to, importedName: item.to });
      return;
    case 'move-terminal':
      if (stores.has(item.to)) change(terminals, foldPoiid(item.poiid), { store: item.to });
  }
}

function restartAt(at: string): CurrentRestart {
  return { at, written: true, importedAt: at };
}

function change<T extends object>(map: Map<string, T>, key: string, to: Partial<T>): void {
  const before = map.get(key);
  if (before) map.set(key, { ...before, ...to });
}
