import type { StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import { item, line, separator, submenu } from './entries.ts';
import { listed, type Listing } from './listing.ts';
import { failing, nameOf } from './headline.ts';
import { snoozeEntry } from './snooze-menu.ts';
import type { MenuEntry, Telling } from './view-types.ts';

export function storeEntry(store: StoreOverview, telling: Telling): MenuEntry {
  const { account, reference, terminals, counts } = store;
  const scope = { kind: 'store', account, store: reference } as const;
  return submenu(storeLabel(store, telling), [
    ...head(store, telling),
    snoozeEntry(scope, counts, telling),
    ...(terminals.length > 0 ? [separator] : []),
    ...terminalEntries(store, telling),
  ]);
}

/** In a menu of this length a store is there to be found; the rest is in the window. */
export function foldedStoreEntry(store: StoreOverview, telling: Telling): MenuEntry {
  return submenu(storeLabel(store, telling), head(store, telling));
}

/** Why it is as it is, and a recheck. */
export function head(store: StoreOverview, telling: Telling): MenuEntry[] {
  const { words } = telling;
  const { account, reference, checking } = store;
  return [
    ...reasons(store, telling).map(line),
    item(
      words(checking ? 'tray:menu.checking' : 'tray:menu.recheckStore'),
      { kind: 'recheck', scope: { kind: 'store', account, store: reference } },
      !checking,
    ),
  ];
}

export function terminalEntries({ account, terminals }: StoreOverview, telling: Telling): MenuEntry[] {
  const { words } = telling;
  const entry = (terminal: TerminalOverview) => terminalEntry(account, terminal, telling);
  const listing: Listing<TerminalOverview> = {
    isTroubled: ({ status }) => status !== 'connected',
    entry,
    foldedEntry: entry,
    foldedLabel: (count) => words('tray:menu.otherTerminals', { count }),
  };
  return listed(terminals, listing, telling);
}

function storeLabel({ verdict, notice, counts, ...store }: StoreOverview, { words }: Telling): string {
  const facts = { store: nameOf(store), ...counts };
  if (verdict === 'unknown' && notice === 'nothing-found') return words('tray:store.nothingFound', facts);
  return words(`tray:store.${verdict}`, facts);
}

function reasons({ failure, failingSince, notice }: StoreOverview, telling: Telling): string[] {
  return [failing(failure, failingSince, telling), notice && telling.words(`tray:notice.${notice}`)].filter(
    (reason) => reason !== null,
  );
}

function terminalEntry(account: string, terminal: TerminalOverview, telling: Telling): MenuEntry {
  const { words } = telling;
  const { poiid, name, checking, failure } = terminal;
  const why = failing(failure, null, telling);
  return submenu(terminalLabel(terminal, telling), [
    ...(name === poiid ? [] : [line(poiid)]),
    ...(why === null ? [] : [line(why)]),
    item(
      words(checking ? 'tray:menu.checking' : 'tray:menu.recheckTerminal'),
      { kind: 'recheck', scope: { kind: 'terminal', account, poiid } },
      !checking,
    ),
    item(words('tray:menu.openTerminal'), { kind: 'open', terminal: { account, poiid } }),
  ]);
}

function terminalLabel(terminal: TerminalOverview, { words, moment }: Telling): string {
  const { status, since, neverSeen } = terminal;
  const facts = { terminal: nameOf(terminal) };
  if (neverSeen && status === 'disconnected') return words('tray:terminal.neverSeen', facts);
  if (since === null) return words(`tray:terminal.${status}`, facts);
  return words(`tray:terminal.${status}Since`, { ...facts, at: moment(since) });
}
