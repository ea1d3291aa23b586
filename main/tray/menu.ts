import type { Overview, StoreOverview } from '../monitor/overview-types.ts';
import { snoozeOf, type SnoozeScope } from '../monitor/quiet.ts';
import { item, line, separator } from './entries.ts';
import { snoozeEntry } from './snooze-menu.ts';
import type { StoreEntries } from './store-entries.ts';
import { head, terminalEntries } from './store-menu.ts';
import type { MenuEntry, Telling } from './view-types.ts';

export function menuEntries(
  overview: Overview,
  headline: string,
  telling: Telling,
  storeEntries: StoreEntries,
): MenuEntry[] {
  const { words, icon } = telling;
  const { demo, unconfigured, stores, counts } = overview;
  const [store] = stores;
  return [
    line(headline),
    ...(demo ? [line(words('tray:menu.demo'))] : []),
    ...(icon.kind === 'store' && store ? ofStore(store, telling) : ofStores(overview, telling, storeEntries)),
    ...(unconfigured ? [] : [separator, snoozeEntry(snoozed(telling), counts, telling)]),
    item(words('tray:menu.open'), { kind: 'open', terminal: null }),
    item(words('tray:menu.settings'), { kind: 'settings' }),
    item(words('tray:menu.quit'), { kind: 'quit' }),
  ];
}

/** A snooze of everything is in force at every icon, so that it can be ended at each. */
function snoozed({ quiet, icon }: Telling): SnoozeScope {
  if (icon.kind !== 'store' || snoozeOf(quiet, { kind: 'all' })) return { kind: 'all' };
  return { kind: 'store', account: icon.account, store: icon.store };
}

function ofStore(store: StoreOverview, telling: Telling): MenuEntry[] {
  return [...head(store, telling), separator, ...terminalEntries(store, telling)];
}

function ofStores(
  { checking, unconfigured, stores }: Overview,
  telling: Telling,
  storeEntries: StoreEntries,
): MenuEntry[] {
  const recheck = telling.words(checking ? 'tray:menu.checking' : 'tray:menu.recheckAll');
  return [
    item(recheck, { kind: 'recheck', scope: { kind: 'all' } }, !checking && !unconfigured),
    separator,
    ...storeEntries(stores, telling),
  ];
}
