import type { Overview, StoreOverview } from '../monitor/overview-types.ts';
import { item, line, separator } from './entries.ts';
import { listed, type Listing } from './listing.ts';
import { snoozeEntry } from './snooze-menu.ts';
import { foldedStoreEntry, storeEntry } from './store-menu.ts';
import type { MenuEntry, Telling } from './view-types.ts';

export function menuEntries(overview: Overview, headline: string, telling: Telling): MenuEntry[] {
  const { words } = telling;
  const { checking, unconfigured, demo, stores } = overview;
  return [
    line(headline),
    ...(demo ? [line(words('tray:menu.demo'))] : []),
    item(
      words(checking ? 'tray:menu.checking' : 'tray:menu.recheckAll'),
      { kind: 'recheck', scope: { kind: 'all' } },
      !checking && !unconfigured,
    ),
    separator,
    ...storeEntries(stores, telling),
    ...(unconfigured ? [] : [separator]),
    ...(unconfigured ? [] : [snoozeEntry({ kind: 'all' }, overview.counts, telling)]),
    item(words('tray:menu.open'), { kind: 'open', terminal: null }),
    item(words('tray:menu.settings'), { kind: 'settings' }),
    item(words('tray:menu.quit'), { kind: 'quit' }),
  ];
}

function storeEntries(stores: StoreOverview[], telling: Telling): MenuEntry[] {
  const listing: Listing<StoreOverview> = {
    isTroubled: ({ verdict }) => verdict !== 'connected',
    entry: (store) => storeEntry(store, telling),
    foldedEntry: (store) => foldedStoreEntry(store, telling),
    foldedLabel: (count) => telling.words('tray:menu.otherStores', { count }),
  };
  return listed(stores, listing, telling);
}
