import type { Current, CurrentRestart, CurrentStore, CurrentTerminal } from '../import/current.ts';
import { foldPoiid } from '../monitor/poiid.ts';
import { usualRestart } from '../monitor/restart-window.ts';
import { placeOf, storeKey, terminalKey } from '../monitor/terminal.ts';
import type { Account } from '../monitor/watchlist.ts';
import type { KnownTerminal } from './edit-terminals.ts';
import { merged } from './merged.ts';
import type { Settings, StoreSettings } from './schema.ts';

/**
 * What there is of an account, for an import to compare with.
 * @param account as it is watched
 * @param known what was seen in its stores, whether somebody wrote it down or not
 */
export function currentOf(settings: Settings, account: Account, known: readonly KnownTerminal[]): Current {
  const { id, merchantAccount, environment, region, source } = account;
  const own = settings.accounts.find((one) => one.id === id);
  const importedNames = new Map(own?.stores.map(({ reference, importedName }) => [reference, importedName]));
  const restarts = new Map(
    settings.restarts.filter((entry) => entry.account === id).map((entry) => [entry.store, entry]),
  );
  return {
    merchantAccount,
    environment,
    region,
    source,
    stores: account.stores.map((store): CurrentStore => {
      const { reference, id: storeId, name, restart } = store;
      const written = restarts.get(reference);
      const planned: CurrentRestart | null = restart && {
        at: restart.at,
        written: written !== undefined,
        importedAt: written?.importedAt ?? null,
      };
      const importedName = importedNames.get(reference) ?? null;
      return { reference, id: storeId, name, importedName, restart: planned };
    }),
    terminals: terminalsOf(settings, account, known),
  };
}

/** First what is listed; then what somebody wrote down of a store that is gone; then what was only seen. */
function terminalsOf(
  settings: Settings,
  { id, stores }: Account,
  known: readonly KnownTerminal[],
): CurrentTerminal[] {
  const said = settings.terminals.filter(({ account }) => account === id);
  const importedNames = new Map(said.map(({ poiid, importedName }) => [foldPoiid(poiid), importedName]));
  const all = [
    ...stores.flatMap(({ reference, terminals }) =>
      terminals.map(({ poiid, name, watched }) => ({ poiid, name, watched, store: reference })),
    ),
    ...said,
    ...known
      .filter(({ account }) => account === id)
      .map(({ poiid, store }) => ({ poiid, store, name: '', watched: true })),
  ];
  const terminals = new Map<string, CurrentTerminal>();
  for (const { poiid, store, name, watched } of all) {
    const folded = foldPoiid(poiid);
    if (terminals.has(folded)) continue;
    const importedName = importedNames.get(folded) ?? null;
    terminals.set(folded, { poiid, store, name, watched, importedName });
  }
  return [...terminals.values()];
}

/** @param after `before` with some entries replaced or added; what is the same object is left as it is */
export function saveImport(settings: Settings, id: string, before: Current, after: Current): Settings {
  const stores = changed(before.stores, after.stores);
  const terminals = changed(before.terminals, after.terminals);
  return {
    ...settings,
    accounts: settings.accounts.map((account) =>
      account.id === id
        ? { ...account, region: after.region, stores: withStores(account.stores, stores) }
        : account,
    ),
    terminals: merged(
      settings.terminals,
      terminals.map(({ importedName, ...terminal }) => ({
        account: id,
        ...terminal,
        ...(importedName === null ? {} : { importedName }),
      })),
      ({ account, poiid }) => terminalKey(account, poiid),
    ).list,
    restarts: withRestarts(settings.restarts, id, before.stores, stores),
  };
}

function withStores(stores: readonly StoreSettings[], imported: readonly CurrentStore[]): StoreSettings[] {
  const entries = imported.map(({ reference, name, id, importedName }) => ({
    reference,
    name,
    id,
    ...(importedName === null ? {} : { importedName }),
  }));
  return merged(stores, entries, ({ reference }) => reference).list;
}

/** What is as usual needs no entry; how long a restart may take is not Adyen's to say. */
function withRestarts(
  restarts: Settings['restarts'],
  account: string,
  before: readonly CurrentStore[],
  stores: readonly CurrentStore[],
): Settings['restarts'] {
  const timeBefore = new Map(before.map(({ reference, restart }) => [reference, restart?.at]));
  const graceOf = new Map(
    restarts.map((entry) => [storeKey(entry.account, entry.store), entry.restart.graceMinutes]),
  );
  const entries = stores.flatMap(({ reference: store, restart }) => {
    if (restart === null || restart.at === (timeBefore.get(store) ?? usualRestart.at)) return [];
    const graceMinutes = graceOf.get(storeKey(account, store)) ?? usualRestart.graceMinutes;
    return [{ account, store, restart: { at: restart.at, graceMinutes }, importedAt: restart.at }];
  });
  return merged(restarts, entries, placeOf).list;
}

function changed<T>(before: readonly T[], after: readonly T[]): T[] {
  const same = new Set(before);
  return after.filter((entry) => !same.has(entry));
}
