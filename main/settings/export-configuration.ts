import { isEqual, isUndefined, omitBy, uniqBy } from 'es-toolkit';
import { foldPoiid, readPoiid } from '../monitor/poiid.ts';
import { usualRestart } from '../monitor/restart-window.ts';
import type { Account, Store, Watchlist } from '../monitor/watchlist.ts';
import { historyInUse } from './history.ts';
import type { Managed } from './managed.ts';
import type { ManagedFile } from './managed-schema.ts';
import { setBy } from './managed.ts';
import { networkInUse, usualNetwork, type ManagedNetwork, type NetworkSettings } from './network.ts';
import { defaultRules, rulesInUse } from './notifications.ts';
import { defaultSettings, type Settings } from './schema.ts';
import { trayInUse, usualTray } from './tray.ts';
import { updatesInUse } from './updates.ts';
import { usualWatching } from './watching.ts';
import { watchingInUse } from './watching-in-use.ts';
import { pollingInUse } from './watchlist.ts';

type FileAccount = ManagedFile['accounts'][number];
type FileStore = FileAccount['stores'][number];

/** A store as the window shows it, also with terminals that nobody wrote down. */
interface ShownStore {
  account: string;
  reference: string;
  /** Those that are expected. */
  terminals: readonly { poiid: string; name: string }[];
}

/**
 * What is watched and how, as an administrator would write it; never a key. What is as usual is left out: whoever gets
 * the file shall not find it locked for nothing.
 */
export function exportConfiguration(
  settings: Settings,
  managed: Managed,
  watchlist: Pick<Watchlist, 'accounts'>,
  shown: readonly ShownStore[],
): ManagedFile {
  const usual = defaultSettings();
  const { intervalSeconds, confirmationSeconds } = pollingInUse(settings, managed);
  const { closedIntervalSeconds, unstable } = watchingInUse(settings, managed).watching;
  const { rules } = rulesInUse(settings.notifications, setBy(managed)?.notifications ?? null);
  const { icons } = trayInUse(settings.tray, setBy(managed)?.trayIcons ?? null);
  const { keepDays } = historyInUse(settings.history, setBy(managed)?.historyKeepDays ?? null);
  const usualRules = defaultRules();
  const notifications = omitBy(rules, (value, name) => value === usualRules[name]);
  const unlessUsual = <T>(value: T, usually: unknown) => (isEqual(value, usually) ? undefined : value);
  const { feed } = updatesInUse(settings.updates, setBy(managed)?.updates ?? null);
  const { network } = networkInUse(settings.network, setBy(managed)?.network ?? null);
  // A field that the file learns is missing here until somebody has thought of it.
  const whole = {
    accounts: watchlist.accounts
      .filter(({ origin, stores }) => origin !== 'demo' && stores.length > 0)
      .map((account) => fileAccount(account, shown)),
    pollIntervalSeconds: unlessUsual(intervalSeconds, usual.polling.intervalSeconds),
    confirmationDelaySeconds: unlessUsual(confirmationSeconds, usual.polling.confirmationSeconds),
    closedPollIntervalSeconds: closedIntervalSeconds ?? undefined,
    unstable: unlessUsual(unstable, usualWatching.unstable),
    notifications: unlessUsual(notifications, {}),
    trayIcons: unlessUsual(icons, usualTray.icons),
    historyKeepDays: unlessUsual(keepDays, usual.history.keepDays),
    network: unlessUsual(fileNetwork(network), {}),
    updates: feed === '' ? undefined : { feed },
  } satisfies Record<Exclude<keyof ManagedFile, '$schema'>, unknown>;
  return { ...omitBy(whole, isUndefined), accounts: whole.accounts };
}

function fileNetwork({ proxy, host, port, noProxy, user, certificateFile }: NetworkSettings): ManagedNetwork {
  const manual = proxy === 'manual';
  const whole = {
    proxy: proxy === usualNetwork.proxy ? undefined : proxy,
    proxyHost: manual ? host : undefined,
    proxyPort: manual && port !== usualNetwork.port ? port : undefined,
    noProxy: manual && noProxy.length > 0 ? noProxy : undefined,
    proxyUser: user || undefined,
    certificateFile: certificateFile || undefined,
  } satisfies Record<keyof ManagedNetwork, unknown>;
  return omitBy(whole, isUndefined);
}

function fileAccount(account: Account, shown: readonly ShownStore[]): FileAccount {
  const { id, environment, region, merchantAccount, endpoint, source } = account;
  const terminals = uniqBy(
    shown
      .filter((store) => store.account === id)
      .flatMap(({ reference, terminals: listed }) =>
        listed
          .filter(({ poiid }) => readPoiid(poiid).usable)
          .map(({ poiid, name }) => ({ store: reference, poiid, name })),
      ),
    ({ poiid }) => foldPoiid(poiid),
  );
  const stores = account.stores.map((store) =>
    fileStore(
      store,
      terminals.filter((terminal) => terminal.store === store.reference),
    ),
  );
  const whole = {
    id,
    environment,
    region: environment === 'live' ? region : undefined,
    merchantAccount,
    endpoint: endpoint ?? undefined,
    source: source === 'auto' ? undefined : source,
    stores,
  } satisfies Record<keyof FileAccount, unknown>;
  return { ...omitBy(whole, isUndefined), id, environment, merchantAccount, stores };
}

function fileStore(
  { reference, name, id, restart, openingHours }: Store,
  terminals: readonly { poiid: string; name: string }[],
): FileStore {
  const planned = restart && { at: restart.at, graceMinutes: restart.graceMinutes };
  const { at, graceMinutes } = usualRestart;
  const whole = {
    reference,
    name,
    id: id || undefined,
    terminals:
      terminals.length === 0
        ? undefined
        : terminals.map(({ poiid, name: called }) => ({
            poiid,
            ...(called === poiid || called === '' ? {} : { name: called }),
          })),
    restart: planned === null || isEqual(planned, { at, graceMinutes }) ? undefined : planned,
    openingHours: openingHours ?? undefined,
  } satisfies Record<keyof FileStore, unknown>;
  return { ...omitBy(whole, isUndefined), reference, name };
}
