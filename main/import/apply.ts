import { samePoiid } from '../monitor/poiid.ts';
import type { Current, CurrentTerminal } from './current.ts';
import type { ImportItem, Preview } from './merge.ts';

/**
 * The settings with the ticked items done, and nothing else touched. A terminal is put only into a store that is
 * there in the end, so it waits for its store to be ticked too.
 */
export function applyImport(current: Current, preview: Preview, ticked: ReadonlySet<string>): Current {
  // Stores come first in a preview.
  return preview.items.filter(({ id }) => ticked.has(id)).reduce(perform, current);
}

function perform(current: Current, item: ImportItem): Current {
  switch (item.kind) {
    case 'region':
      return { ...current, region: item.to };
    case 'add-store': {
      const { reference, name } = item;
      if (hasStore(current, reference)) return current;
      return { ...current, stores: [...current.stores, { reference, name, importedName: name }] };
    }
    case 'name-store':
      return {
        ...current,
        stores: current.stores.map((store) =>
          store.reference === item.reference ? { ...store, name: item.to, importedName: item.to } : store,
        ),
      };
    case 'add-terminal': {
      const { poiid, store, name, restartTime } = item;
      const present = current.terminals.some((terminal) => samePoiid(terminal.poiid, poiid));
      if (present || !hasStore(current, store)) return current;
      const terminal: CurrentTerminal = {
        poiid,
        store,
        name,
        importedName: name === '' ? null : name,
        watched: true,
        restartTime,
        importedRestartTime: restartTime,
      };
      return { ...current, terminals: [...current.terminals, terminal] };
    }
    case 'name-terminal':
      return change(current, item.poiid, { name: item.to, importedName: item.to });
    case 'move-terminal':
      return hasStore(current, item.to) ? change(current, item.poiid, { store: item.to }) : current;
    case 'restart-time':
      return change(current, item.poiid, { restartTime: item.to, importedRestartTime: item.to });
  }
}

function hasStore({ stores }: Current, reference: string): boolean {
  return stores.some((store) => store.reference === reference);
}

function change(current: Current, poiid: string, to: Partial<CurrentTerminal>): Current {
  return {
    ...current,
    terminals: current.terminals.map((terminal) =>
      samePoiid(terminal.poiid, poiid) ? { ...terminal, ...to } : terminal,
    ),
  };
}
