import { isEqual, omit, pick } from 'es-toolkit';
import { historyInUse } from './history.ts';
import { setBy, type Managed } from './managed.ts';
import { managedSchema, type ManagedFile } from './managed-schema.ts';
import { networkInUse } from './network.ts';
import { rulesInUse } from './notifications.ts';
import type { Settings } from './schema.ts';
import { trayInUse } from './tray.ts';
import { watchingInUse } from './watching-in-use.ts';
import { pollingInUse } from './watchlist.ts';

/**
 * Not among them is where updates come from: code comes from there, and a file that somebody sends has no say in that.
 */
export type SettingName = Exclude<keyof ManagedFile, '$schema' | 'accounts' | 'updates'>;

/** What a configuration file says beside the accounts. Whatever the organisation has set stays as it is. */
export function takeSettings(
  settings: Settings,
  managed: Managed,
  file: ManagedFile,
): { settings: Settings; changed: SettingName[]; locked: SettingName[] } {
  const takes = takesOf(settings, managed, file);
  let now = settings;
  const changed: SettingName[] = [];
  const locked: SettingName[] = [];
  for (const name of managedSchema.keyof().options) {
    if (name === '$schema' || name === 'accounts' || name === 'updates') continue;
    if (file[name] === undefined) continue;
    if (takes[name].locked) locked.push(name);
    const next = takes[name].take(now);
    if (isEqual(next, now)) continue;
    changed.push(name);
    now = next;
  }
  return { settings: now, changed, locked };
}

interface Take {
  /** By the organisation, at least a part of what the file says. */
  locked: boolean;
  take: (into: Settings) => Settings;
}

function takesOf(settings: Settings, managed: Managed, file: ManagedFile): Record<SettingName, Take> {
  const set = setBy(managed);
  const polling = pollingInUse(settings, managed).locked;
  const watching = watchingInUse(settings, managed).locked;
  const rules = file.notifications ?? {};
  const lockedRules = rulesInUse(settings.notifications, set?.notifications ?? null).locked;
  const takePolling = (part: Partial<Settings['polling']>): Take => ({
    locked: polling,
    take: (into) => (polling ? into : { ...into, polling: { ...into.polling, ...part } }),
  });
  const takeWatching = (part: Partial<Settings['watching']>, name: keyof Settings['watching']): Take => ({
    locked: watching.includes(name),
    take: (into) => (watching.includes(name) ? into : { ...into, watching: { ...into.watching, ...part } }),
  });
  const { pollIntervalSeconds, confirmationDelaySeconds, closedPollIntervalSeconds } = file;
  const { unstable, trayIcons, historyKeepDays } = file;
  const lockedNetwork = networkInUse(settings.network, set?.network ?? null).locked;
  const saidNetwork = networkInUse(settings.network, file.network ?? null).locked;
  const history = historyInUse(settings.history, set?.historyKeepDays ?? null);
  const tray = trayInUse(settings.tray, set?.trayIcons ?? null);
  return {
    pollIntervalSeconds: takePolling(
      pollIntervalSeconds === undefined ? {} : { intervalSeconds: pollIntervalSeconds },
    ),
    confirmationDelaySeconds: takePolling(
      confirmationDelaySeconds === undefined ? {} : { confirmationSeconds: confirmationDelaySeconds },
    ),
    closedPollIntervalSeconds: takeWatching(
      closedPollIntervalSeconds === undefined ? {} : { closedIntervalSeconds: closedPollIntervalSeconds },
      'closedIntervalSeconds',
    ),
    unstable: takeWatching(unstable === undefined ? {} : { unstable }, 'unstable'),
    notifications: {
      locked: lockedRules.some((name) => rules[name] !== undefined),
      take: (into) => ({
        ...into,
        notifications: rulesInUse(into.notifications, omit(rules, lockedRules)).rules,
      }),
    },
    network: {
      locked: lockedNetwork.some((field) => saidNetwork.includes(field)),
      take: (into) => ({
        ...into,
        network: {
          ...networkInUse(into.network, file.network ?? null).network,
          ...pick(into.network, lockedNetwork),
        },
      }),
    },
    historyKeepDays: {
      locked: history.locked,
      take: (into) =>
        history.locked || historyKeepDays === undefined
          ? into
          : { ...into, history: { keepDays: historyKeepDays } },
    },
    trayIcons: {
      locked: tray.locked,
      take: (into) =>
        tray.locked || trayIcons === undefined ? into : { ...into, tray: { icons: trayIcons } },
    },
  };
}
