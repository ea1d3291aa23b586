import type { AccountView, KeyState, SettingsView } from '../../preload/contract.ts';
import type { Account, Watchlist } from '../monitor/watchlist.ts';
import type { Router } from '../terminal-api/route.ts';
import { isHoursManaged, isRestartManaged, watchingInUse } from './watching-in-use.ts';
import { setBy, type Managed } from './managed.ts';
import { setupAccount } from './edit-setup.ts';
import { noticeId, type Notice } from './notice.ts';
import { confirmationSeconds, intervalSeconds, type Settings } from './schema.ts';
import { rulesInUse, stillAfterMinutes } from './notifications.ts';
import { historyInUse } from './history.ts';
import { trayInUse } from './tray.ts';
import { updatesInUse } from './updates.ts';
import { pollingInUse } from './watchlist.ts';

export interface ViewSources {
  settings: Settings;
  managed: Managed;
  watchlist: Watchlist;
  keyState: (account: string) => KeyState;
  keychain: boolean;
  atLogin: SettingsView['atLogin'];
  network: SettingsView['network'];
  updates: SettingsView['updates']['state'];
  /** Of the words, and of dates and numbers among them. */
  spoken: Pick<SettingsView['appearance'], 'spoken' | 'locale'>;
  /** Of files and keys; that of a refused managed file is added here. */
  notices: readonly Notice[];
  /** IDs as `noticeId` gives them. */
  dismissed: ReadonlySet<string>;
  /** Which source an account is asked at, and its host. */
  router: Pick<Router, 'hostOf' | 'inUse'>;
}

export function viewSettings(sources: ViewSources): SettingsView {
  const { settings, managed, watchlist } = sources;
  const { keychain, dismissed } = sources;
  return {
    accounts: watchlist.accounts.map((account) => viewAccount(account, sources)),
    polling: {
      ...pollingInUse(settings, managed),
      limits: {
        interval: { least: intervalSeconds.least, most: intervalSeconds.most },
        confirmation: { least: confirmationSeconds.least, most: confirmationSeconds.most },
      },
    },
    notifications: {
      ...rulesInUse(settings.notifications, setBy(managed)?.notifications ?? null),
      stillAfterMinutes: { least: stillAfterMinutes.least, most: stillAfterMinutes.most },
    },
    openingHours: watchlist.accounts.flatMap(({ id, stores }) =>
      stores.map(({ reference, name, openingHours }) => ({
        account: id,
        store: reference,
        name,
        hours: openingHours,
        locked: isHoursManaged(managed, id, reference),
      })),
    ),
    restarts: watchlist.accounts.flatMap(({ id, stores }) =>
      stores.flatMap(({ reference, name, restart }) =>
        restart === null
          ? []
          : [
              {
                account: id,
                store: reference,
                name,
                at: restart.at,
                graceMinutes: restart.graceMinutes,
                locked: isRestartManaged(managed, id, reference),
              },
            ],
      ),
    ),
    watching: watchingInUse(settings, managed),
    network: sources.network,
    updates: {
      ...updatesInUse(settings.updates, setBy(managed)?.updates ?? null),
      state: sources.updates,
    },
    startHidden: settings.startHidden,
    atLogin: sources.atLogin,
    appearance: { ...settings.appearance, ...sources.spoken },
    tray: trayInUse(settings.tray, setBy(managed)?.trayIcons ?? null),
    history: historyInUse(settings.history, setBy(managed)?.historyKeepDays ?? null),
    demo: settings.demo,
    setupKey: sources.keyState(setupAccount),
    managedFile: managed.state === 'ok' ? managed.file : null,
    keychain,
    notices: [...managedNotices(managed), ...sources.notices]
      .map((notice) => ({ id: noticeId(notice), notice }))
      // Of the first run's key its own step says the same.
      .filter(({ notice }) => !('account' in notice && notice.account === setupAccount))
      .filter(({ id }) => !dismissed.has(id)),
    unwatched: watchlist.accounts.flatMap(({ id, stores }) =>
      stores.flatMap(({ reference, terminals }) =>
        terminals
          .filter(({ watched }) => !watched)
          .map(({ poiid, name }) => ({ account: id, store: reference, poiid, name })),
      ),
    ),
  };
}

export function managedNotices(managed: Managed): Notice[] {
  if (managed.state === 'none') return [];
  const fault = managed.state === 'refused' ? managed : managed.fault;
  if (!fault) return [];
  const { path, problem } = fault;
  return [{ code: 'managed-refused', file: managed.file, path, problem }];
}

function viewAccount(account: Account, { keyState, router }: ViewSources): AccountView {
  const { id, origin, environment, region, merchantAccount, endpoint, source, stores } = account;
  return {
    id,
    origin,
    environment,
    region,
    merchantAccount,
    endpoint: endpoint ?? '',
    host: router.hostOf(account),
    source,
    inUse: router.inUse(account),
    stores: stores.map(({ reference, name, id }) => ({ reference, name, id })),
    // The demo's key is made for this run and is nobody's to enter.
    key: origin === 'demo' ? 'memory' : keyState(id),
  };
}
