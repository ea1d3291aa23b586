import { isDeepStrictEqual } from 'node:util';
import { storeKey, terminalKey } from '../monitor/terminal.ts';
import type { AccountSettings, Settings } from './schema.ts';

/** Takes an import back. What somebody has changed again since stays as it is now. */
export function undoImport(now: Settings, id: string, before: Settings, after: Settings): Settings {
  const accountOf = (settings: Settings) => settings.accounts.find((account) => account.id === id);
  const [was, became] = [accountOf(before), accountOf(after)];
  return {
    ...now,
    accounts: now.accounts.map((account) =>
      account.id === id && was && became ? undoAccount(account, was, became) : account,
    ),
    terminals: restored(now.terminals, before.terminals, after.terminals, ({ account, poiid }) =>
      terminalKey(account, poiid),
    ),
    restarts: restored(now.restarts, before.restarts, after.restarts, ({ account, store }) =>
      storeKey(account, store),
    ),
  };
}

function undoAccount(now: AccountSettings, before: AccountSettings, after: AccountSettings): AccountSettings {
  return {
    ...now,
    region: now.region === after.region ? before.region : now.region,
    stores: restored(now.stores, before.stores, after.stores, ({ reference }) => reference),
  };
}

function restored<T>(
  now: readonly T[],
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
): T[] {
  const byKey = (list: readonly T[]) => new Map(list.map((entry) => [keyOf(entry), entry]));
  const [was, became] = [byKey(before), byKey(after)];
  return now.flatMap((entry) => {
    const [old, imported] = [was.get(keyOf(entry)), became.get(keyOf(entry))];
    const stays = imported === undefined || imported === old || !isDeepStrictEqual(entry, imported);
    if (stays) return [entry];
    return old === undefined ? [] : [old];
  });
}
