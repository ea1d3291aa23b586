import type { FileShape } from './json-file.ts';
import { repair, type Fallbacks } from './repair.ts';
import { defaultSettings, settingsSchema, type CheckEndpoint, type Settings } from './schema.ts';

type Step = (older: Record<string, unknown>) => Record<string, unknown>;

/** `steps[n]` makes version n + 1 of version n. Each old version keeps its fixture in the tests. */
const steps: Readonly<Record<number, Step>> = {};

const currentVersion = 1;

/** Brings settings of any older version to the shape of today; fields are not checked here. */
function migrate(raw: Record<string, unknown>): Record<string, unknown> {
  const version = raw['version'];
  if (typeof version !== 'number') return raw;
  const step = steps[version];
  return step ? migrate(step(raw)) : raw;
}

const usual = defaultSettings();

/**
 * What takes the place of an unusable field. Where a wrong guess would ask another region or environment, or
 * send a key astray, there is none: the account goes, and the kept file still has it.
 */
const fallbacks: Fallbacks = {
  version: () => currentVersion,
  accounts: () => [],
  'accounts[].endpoint': () => null,
  'accounts[].source': () => 'auto',
  'accounts[].stores': () => [],
  'accounts[].stores[].name': (store) => store['reference'],
  'accounts[].stores[].id': () => '',
  'accounts[].stores[].importedName': () => undefined,
  terminals: () => [],
  'terminals[].name': () => '',
  'terminals[].watched': () => true,
  'terminals[].importedName': () => undefined,
  openingHours: () => [],
  polling: () => ({ ...usual.polling }),
  'polling.intervalSeconds': () => usual.polling.intervalSeconds,
  'polling.confirmationSeconds': () => usual.polling.confirmationSeconds,
  restarts: () => [],
  'restarts[].importedAt': () => undefined,
  watching: () => usual.watching,
  'watching.closedIntervalSeconds': () => usual.watching.closedIntervalSeconds,
  'watching.unstable': () => usual.watching.unstable,
  appearance: () => usual.appearance,
  'appearance.theme': () => usual.appearance.theme,
  'appearance.language': () => usual.appearance.language,
  'appearance.textSize': () => usual.appearance.textSize,
  tray: () => usual.tray,
  'tray.icons': () => usual.tray.icons,
  notifications: () => usual.notifications,
  'notifications.disconnected': () => usual.notifications.disconnected,
  'notifications.reconnected': () => usual.notifications.reconnected,
  'notifications.stillDisconnected': () => usual.notifications.stillDisconnected,
  'notifications.stillAfterMinutes': () => usual.notifications.stillAfterMinutes,
  'notifications.onlyInOpeningHours': () => usual.notifications.onlyInOpeningHours,
  'notifications.sound': () => usual.notifications.sound,
  history: () => usual.history,
  'history.keepDays': () => usual.history.keepDays,
  network: () => usual.network,
  'network.proxy': () => usual.network.proxy,
  'network.host': () => usual.network.host,
  'network.port': () => usual.network.port,
  'network.noProxy': () => usual.network.noProxy,
  'network.user': () => usual.network.user,
  'network.certificateFile': () => usual.network.certificateFile,
  updates: () => usual.updates,
  'updates.feed': () => usual.updates.feed,
  startHidden: () => usual.startHidden,
  demo: () => usual.demo,
};

/** A settings file that somebody changed by hand must not send a key to another host either. */
export function settingsFile(checkEndpoint: CheckEndpoint): FileShape<Settings> {
  const schema = settingsSchema.superRefine(({ accounts }, context) => {
    accounts.forEach(({ endpoint }, at) => {
      if (endpoint === null || checkEndpoint(endpoint).ok) return;
      context.addIssue({ code: 'custom', path: ['accounts', at, 'endpoint'] });
    });
  });
  return {
    name: 'settings',
    version: currentVersion,
    blank: defaultSettings,
    read: (raw) => repair(migrate(raw), schema, fallbacks),
  };
}
