import { isEqual, omit, pick } from 'es-toolkit';
import { setBy, type Managed } from './managed.ts';
import { managedSchema, type ManagedFile } from './managed-schema.ts';
import { networkInUse, type ManagedNetwork } from './network.ts';
import { rulesInUse } from './notifications.ts';
import type { Settings } from './schema.ts';

/**
 * Not among them is where updates come from: code comes from there, and a file that somebody sends has no say in that.
 */
export type SettingName = Exclude<keyof ManagedFile, '$schema' | 'accounts' | 'updates'>;
type Said = Pick<ManagedFile, SettingName>;

/** What a configuration file says beside the accounts. Whatever the organisation has set stays as it is. */
export function takeSettings(
  settings: Settings,
  managed: Managed,
  file: ManagedFile,
): { settings: Settings; changed: SettingName[]; locked: SettingName[] } {
  const said = managedSchema
    .keyof()
    .exclude(['$schema', 'accounts', 'updates'])
    .options.filter((name) => file[name] !== undefined);
  const free = withoutLocked(file, settings, managed);
  return {
    settings: taken(settings, free),
    changed: said.filter((name) => !isEqual(taken(settings, pick(free, [name])), settings)),
    locked: said.filter((name) => !isEqual(free[name], file[name])),
  };
}

function taken(settings: Settings, said: Said): Settings {
  const { polling, watching, history, tray } = settings;
  return {
    ...settings,
    polling: {
      intervalSeconds: said.pollIntervalSeconds ?? polling.intervalSeconds,
      confirmationSeconds: said.confirmationDelaySeconds ?? polling.confirmationSeconds,
    },
    watching: {
      closedIntervalSeconds: said.closedPollIntervalSeconds ?? watching.closedIntervalSeconds,
      unstable: said.unstable ?? watching.unstable,
    },
    notifications: rulesInUse(settings.notifications, said.notifications ?? null).rules,
    history: { keepDays: said.historyKeepDays ?? history.keepDays },
    tray: { icons: said.trayIcons ?? tray.icons },
    network: networkInUse(settings.network, said.network ?? null).network,
  };
}

const single = ['closedPollIntervalSeconds', 'unstable', 'historyKeepDays', 'trayIcons'] as const;
/** Each of these is one matter: the organisation sets all of it, or nothing. */
const polling = ['pollIntervalSeconds', 'confirmationDelaySeconds'] as const;
const proxy = ['proxy', 'proxyHost', 'proxyPort'] as const;

/** Of the file's words those that are left to the user. */
function withoutLocked(said: Said, settings: Settings, managed: Managed): Said {
  const set = setBy(managed);
  if (set === null) return said;
  const isSet = (name: SettingName) => set[name] !== null;
  const { notifications, network } = said;
  const rules = rulesInUse(settings.notifications, set.notifications).locked;
  return {
    ...omit(said, [...single.filter(isSet), ...(polling.some(isSet) ? polling : [])]),
    ...(notifications && { notifications: omit(notifications, rules) }),
    ...(network && { network: omit(network, lockedNetwork(set.network ?? {})) }),
  };
}

function lockedNetwork(set: ManagedNetwork): (keyof ManagedNetwork)[] {
  const others = (['noProxy', 'proxyUser', 'certificateFile'] as const).filter(
    (name) => set[name] !== undefined,
  );
  return set.proxy === undefined ? others : [...proxy, ...others];
}
