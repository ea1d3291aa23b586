import { placeOf, terminalKey } from '../monitor/terminal.ts';
import type { Account, Store } from '../monitor/watchlist.ts';
import { newAccountId, sameAccount } from './edit-account.ts';
import { toAccount, type Managed } from './managed.ts';
import { merged } from './merged.ts';
import type { ManagedFile } from './managed-schema.ts';
import {
  repeatedIds,
  type AccountSettings,
  type CheckEndpoint,
  type Settings,
  type StoreSettings,
} from './schema.ts';
import { takeSettings, type SettingName } from './take-settings.ts';

/** What a file would change here, to be shown before it is done. */
export interface ConfigurationChanges {
  accounts: AccountChange[];
  /** Settings that would be others than now. */
  settings: SettingName[];
  /** Those that the file holds as well, but that the organisation has set. */
  locked: SettingName[];
}

export interface AccountChange {
  /** In the file. */
  id: string;
  merchantAccount: string;
  /** - `new`: it is not here yet; `more`: it is, and gets what is counted; `same`: nothing is new to it;
   *  - `locked`: the organisation has set it, so the file's is left out. */
  what: 'new' | 'more' | 'same' | 'locked';
  /** New ones. */
  stores: number;
  terminals: number;
  /** Names, times and the like of what is here already. */
  changes: number;
}

/**
 * Takes over what a configuration file says. Nothing is taken away: an account, a store or a terminal that the file does
 * not name stays, and one that somebody stopped watching is not watched again.
 */
export function takeConfiguration(
  settings: Settings,
  managed: Managed,
  others: readonly Account[],
  file: ManagedFile,
  checkEndpoint: CheckEndpoint,
): { settings: Settings; changes: ConfigurationChanges } {
  const taken = new Set([...others, ...settings.accounts].map(({ id }) => id));
  let now = settings;
  const accounts = file.accounts.map((entry): AccountChange => {
    const account = toAccount(entry, checkEndpoint);
    const present = others.find((other) => sameAccount(other, account));
    const { merchantAccount } = account;
    if (present && present.origin !== 'settings')
      return { id: entry.id, merchantAccount, what: 'locked', stores: 0, terminals: 0, changes: 0 };
    const id =
      present?.id ?? (taken.has(account.id) ? newAccountId(merchantAccount, [...taken]) : account.id);
    taken.add(id);
    const step = takeAccount(now, { ...account, id });
    now = step.settings;
    const { stores, terminals, changes } = step;
    const isSame = stores + terminals + changes === 0;
    return {
      id: entry.id,
      merchantAccount,
      what: present ? (isSame ? 'same' : 'more') : 'new',
      stores,
      terminals,
      changes,
    };
  });
  const rest = takeSettings(now, managed, file);
  return { settings: rest.settings, changes: { accounts, settings: rest.changed, locked: rest.locked } };
}

interface Step {
  settings: Settings;
  stores: number;
  terminals: number;
  changes: number;
}

function takeAccount(settings: Settings, account: Account): Step {
  const { id, environment, region, merchantAccount, endpoint, source } = account;
  const present = settings.accounts.find((one) => one.id === id);
  const before: AccountSettings = present ?? {
    id,
    environment,
    region,
    merchantAccount,
    endpoint,
    source,
    stores: [],
  };
  const stores = merged(
    before.stores,
    account.stores.map(withoutTheRest),
    ({ reference }) => reference,
    mergeStore,
  );
  // Each would list the terminals of both.
  const again = new Set(repeatedIds(stores.list));
  const unique = stores.list.map((store, at) => (again.has(at) ? { ...store, id: '' } : store));
  const after: AccountSettings = {
    ...before,
    source: source === 'auto' ? before.source : source,
    stores: unique,
  };
  const terminals = merged(
    settings.terminals,
    account.stores.flatMap(({ reference, terminals: listed }) =>
      listed.map(({ poiid, name }) => ({ account: id, store: reference, poiid, name, watched: true })),
    ),
    ({ account: of, poiid }) => terminalKey(of, poiid),
    (was, is) => ({ ...was, store: is.store, name: is.name || was.name }),
  );
  const byStore = <T extends { account: string; store: string }>(list: readonly T[], entries: readonly T[]) =>
    merged(list, entries, placeOf);
  const restarts = byStore(
    settings.restarts,
    account.stores.flatMap(({ reference, restart }) =>
      restart === null
        ? []
        : [
            {
              account: id,
              store: reference,
              restart: { at: restart.at, graceMinutes: restart.graceMinutes },
            },
          ],
    ),
  );
  const hours = byStore(
    settings.openingHours,
    account.stores.flatMap(({ reference, openingHours }) =>
      openingHours === null ? [] : [{ account: id, store: reference, hours: openingHours }],
    ),
  );
  return {
    settings: {
      ...settings,
      accounts: present
        ? settings.accounts.map((one) => (one.id === id ? after : one))
        : [...settings.accounts, after],
      terminals: terminals.list,
      restarts: restarts.list,
      openingHours: hours.list,
    },
    stores: stores.added,
    terminals: terminals.added,
    changes:
      stores.changed +
      terminals.changed +
      (present && after.source !== before.source ? 1 : 0) +
      // Of a store that is new, they are part of it.
      (present ? restarts.added + restarts.changed + hours.added + hours.changed : 0),
  };
}

function withoutTheRest({ reference, name, id }: Store): StoreSettings {
  return { reference, name, id };
}

/** A name that an import wrote stays known as such only while it is the one that shows. */
function mergeStore(was: StoreSettings, { name, id }: StoreSettings): StoreSettings {
  return { ...was, name, id: id || was.id };
}
