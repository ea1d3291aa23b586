import { isEqual } from 'es-toolkit';
import { placeOf, terminalKey } from '../monitor/terminal.ts';
import { settingsSchema, type AccountSettings, type Settings } from './schema.ts';

/**
 * Takes a change back that came from elsewhere. What somebody has changed again since stays as it is now; and an account that
 * came with it stays as a whole once somebody has done something to it, where it goes otherwise.
 * @param hasKey of an account: giving it one is nothing that the settings show
 * @returns null where what stays and what would come back do not go together
 */
export function undone(
  now: Settings,
  before: Settings,
  after: Settings,
  hasKey: (account: string) => boolean,
): Settings | null {
  const present = new Set(before.accounts.map(({ id }) => id));
  const staying = new Set(
    after.accounts
      .map(({ id }) => id)
      .filter((id) => !present.has(id) && (hasKey(id) || !isEqual(allOf(now, id), allOf(after, id)))),
  );
  const group = <K extends 'polling' | 'watching' | 'notifications' | 'history' | 'tray' | 'network'>(
    name: K,
  ) => fieldsBack(now[name], before[name], after[name]);
  const entries = <K extends 'terminals' | 'openingHours' | 'restarts'>(
    name: K,
    keyOf: (entry: Settings[K][number]) => string,
  ) =>
    entriesBack<Settings[K][number]>(now[name], before[name], after[name], keyOf, {
      goes: ({ account }) => !staying.has(account),
    });

  const outcome: Settings = {
    ...now,
    accounts: entriesBack(now.accounts, before.accounts, after.accounts, ({ id }) => id, {
      goes: ({ id }) => !staying.has(id),
      within: accountBack,
    }),
    terminals: entries('terminals', ({ account, poiid }) => terminalKey(account, poiid)),
    openingHours: entries('openingHours', placeOf),
    restarts: entries('restarts', placeOf),
    polling: group('polling'),
    watching: group('watching'),
    notifications: group('notifications'),
    history: group('history'),
    tray: group('tray'),
    network: group('network'),
  };
  return settingsSchema.safeParse(outcome).success ? outcome : null;
}

function allOf({ accounts, terminals, openingHours, restarts }: Settings, id: string): unknown[] {
  const isOf = ({ account }: { account: string }) => account === id;
  return [
    accounts.find((account) => account.id === id),
    terminals.filter(isOf),
    openingHours.filter(isOf),
    restarts.filter(isOf),
  ];
}

function accountBack(now: AccountSettings, before: AccountSettings, after: AccountSettings): AccountSettings {
  return {
    ...fieldsBack(now, before, after),
    stores: entriesBack(now.stores, before.stores, after.stores, ({ reference }) => reference),
  };
}

function fieldsBack<T extends object>(now: T, before: T, after: T): T {
  const outcome = { ...now };
  for (const name in outcome) if (isEqual(now[name], after[name])) outcome[name] = before[name];
  return outcome;
}

/**
 * @param goes whether one that was not there before goes
 * @param within what becomes of one that is another again; it stays so unless this is given
 */
function entriesBack<T>(
  now: readonly T[],
  before: readonly T[],
  after: readonly T[],
  keyOf: (entry: T) => string,
  {
    goes = () => true,
    within = (entry) => entry,
  }: { goes?: (entry: T) => boolean; within?: (now: T, before: T, after: T) => T } = {},
): T[] {
  const byKey = (list: readonly T[]) => new Map(list.map((entry) => [keyOf(entry), entry]));
  const [was, became] = [byKey(before), byKey(after)];
  return now.flatMap((entry) => {
    const [old, changed] = [was.get(keyOf(entry)), became.get(keyOf(entry))];
    if (changed === undefined) return [entry];
    if (old === undefined) return isEqual(entry, changed) && goes(entry) ? [] : [entry];
    return [isEqual(entry, changed) ? old : within(entry, old, changed)];
  });
}
