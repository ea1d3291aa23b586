import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { exportConfiguration } from '../../../main/settings/export-configuration.ts';
import { readManagedContent } from '../../../main/settings/managed-content.ts';
import type { ManagedFile } from '../../../main/settings/managed-schema.ts';
import type { Managed } from '../../../main/settings/managed.ts';
import { defaultSettings, settingsSchema, type Settings } from '../../../main/settings/schema.ts';
import { takeConfiguration } from '../../../main/settings/take-configuration.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeAccount, makeManaged, makeSettings, makeTerminal } from './make.ts';

const { words } = createSpeech();
const none: Managed = { state: 'none' };

/** As the window would show what these settings watch, with one terminal that was only seen. */
function shownOf(settings: Settings) {
  return buildWatchlist(settings, none, null).accounts.flatMap(({ id, stores }) =>
    stores.map(({ reference, terminals }) => ({
      account: id,
      reference,
      terminals: [
        ...terminals.filter(({ watched }) => watched),
        ...(reference === 'AMS-01' ? [{ poiid: 'S1F2-000158213600107', name: 'S1F2-000158213600107' }] : []),
      ],
    })),
  );
}

const exported = (settings: Settings, managed: Managed = none): ManagedFile =>
  exportConfiguration(settings, managed, buildWatchlist(settings, managed, null), shownOf(settings));

const take = (file: ManagedFile, settings = defaultSettings(), managed: Managed = none) =>
  takeConfiguration(settings, managed, buildWatchlist(settings, managed, null).accounts, file, checkEndpoint);

const hours = {
  week: {
    monday: [{ from: '09:00', to: '18:00' }],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  },
  holidays: [],
  timeZone: 'Europe/Amsterdam',
};
const full = makeSettings({
  accounts: [
    makeAccount(),
    makeAccount({ id: 'test', environment: 'test', region: 'us', endpoint: 'http://127.0.0.1:8080' }),
  ],
  terminals: [makeTerminal(), makeTerminal({ poiid: 'P400Plus-275102806', watched: false })],
  polling: { intervalSeconds: 60, confirmationSeconds: 7 },
  restarts: [{ account: 'nl', store: 'UTR-01', restart: { at: '05:00', graceMinutes: 20 } }],
  openingHours: [{ account: 'nl', store: 'AMS-01', hours }],
  watching: { closedIntervalSeconds: 300, unstable: { changes: 6, withinMinutes: 20, calmMinutes: 5 } },
  tray: { icons: 'each-store' },
  network: {
    proxy: 'manual',
    host: 'proxy.example.org',
    port: 3128,
    noProxy: ['localhost'],
    user: 'till',
    certificateFile: '/etc/ssl/company.pem',
  },
  notifications: { ...defaultSettings().notifications, sound: 'off' },
  history: { keepDays: 90 },
});

describe('the exported configuration', () => {
  it('is one that an administrator may roll out', () => {
    const content = JSON.stringify(exported(full));
    expect(readManagedContent(content, { checkEndpoint, words })).toMatchObject({ ok: true });
  });

  it('holds what is watched, also what was only seen, and not what nobody watches', () => {
    expect(exported(full).accounts[0]?.stores).toEqual([
      {
        reference: 'UTR-01',
        name: 'Utrecht',
        terminals: [{ poiid: 'V400m-324688179', name: 'Till 1' }],
        restart: { at: '05:00', graceMinutes: 20 },
      },
      {
        reference: 'AMS-01',
        name: 'Amsterdam',
        terminals: [{ poiid: 'S1F2-000158213600107' }],
        openingHours: hours,
      },
    ]);
  });

  it('leaves out what is as usual', () => {
    expect(Object.keys(exported(makeSettings()))).toEqual(['accounts']);
  });

  it('says what counts where the organisation has set something', () => {
    const managed = makeManaged({ pollIntervalSeconds: 45, trayIcons: 'each-store' });
    expect(exported(makeSettings(), managed)).toMatchObject({
      pollIntervalSeconds: 45,
      trayIcons: 'each-store',
    });
  });

  it('gives another PC the same to watch', () => {
    const { settings } = take(exported(full));
    expect(settingsSchema.safeParse(settings).success).toBe(true);
    const again = exportConfiguration(
      settings,
      none,
      buildWatchlist(settings, none, null),
      shownOf(settings),
    );
    expect(again).toEqual(exported(full));
  });

  it('says where updates come from, which only the organisation can make another PC do', () => {
    const file = exported(makeSettings({ updates: { feed: 'https://updates.example.com/' } }));
    expect(file.updates).toEqual({ feed: 'https://updates.example.com/' });
    const { settings, changes } = take(file);
    expect(settings.updates).toEqual({ feed: '' });
    expect([changes.settings, changes.locked]).toEqual([[], []]);
  });
});

describe('a configuration file', () => {
  const file = exported(full);

  it('is told before it is taken', () => {
    expect(take(file).changes).toEqual({
      accounts: [
        { id: 'nl', merchantAccount: 'ShopNL', what: 'new', stores: 2, terminals: 2, changes: 0 },
        { id: 'test', merchantAccount: 'ShopNL', what: 'new', stores: 2, terminals: 1, changes: 0 },
      ],
      settings: [
        'pollIntervalSeconds',
        'confirmationDelaySeconds',
        'closedPollIntervalSeconds',
        'unstable',
        'notifications',
        'historyKeepDays',
        'trayIcons',
        'network',
      ],
      locked: [],
    });
  });

  it('changes nothing where all of it is there', () => {
    const { settings } = take(file);
    const twice = take(file, settings);
    expect(twice.settings).toEqual(settings);
    expect(twice.changes.accounts.map(({ what }) => what)).toEqual(['same', 'same']);
    expect(twice.changes.settings).toEqual([]);
  });

  it('adds to what is there, and takes nothing away', () => {
    const mine = makeSettings({
      accounts: [
        makeAccount({ stores: [{ reference: 'UTR-01', name: 'Mine', id: 'ST1' }] }),
        makeAccount({ id: 'de', merchantAccount: 'ShopDE' }),
      ],
      terminals: [
        makeTerminal({ name: 'Old name', watched: false }),
        makeTerminal({ poiid: 'V240mPlus-1', name: 'Kept' }),
      ],
    });
    const { settings, changes } = take({ accounts: file.accounts.slice(0, 1) }, mine);
    expect(changes.accounts).toEqual([
      { id: 'nl', merchantAccount: 'ShopNL', what: 'more', stores: 1, terminals: 1, changes: 4 },
    ]);
    expect(settings.accounts.map(({ id }) => id)).toEqual(['nl', 'de']);
    expect(settings.accounts[0]?.stores[0]).toEqual({ reference: 'UTR-01', name: 'Utrecht', id: 'ST1' });
    expect(settings.terminals).toEqual([
      makeTerminal({ name: 'Till 1', watched: false }),
      makeTerminal({ poiid: 'V240mPlus-1', name: 'Kept' }),
      makeTerminal({ store: 'AMS-01', poiid: 'S1F2-000158213600107', name: '' }),
    ]);
  });

  it('gives an account another ID where its own is taken', () => {
    const mine = makeSettings({ accounts: [makeAccount({ merchantAccount: 'Another' })], terminals: [] });
    const { settings } = take({ accounts: file.accounts.slice(0, 1) }, mine);
    expect(settings.accounts.map(({ id }) => id)).toEqual(['nl', 'ShopNL']);
    expect(settings.terminals.every(({ account }) => account === 'ShopNL')).toBe(true);
  });

  it('brings no ID of a store that another one has', () => {
    const mine = makeSettings({
      accounts: [makeAccount({ stores: [{ reference: 'UTR-09', name: 'Mine', id: 'ST1' }] })],
    });
    const [account] = file.accounts;
    const stores = [{ reference: 'UTR-01', name: 'Utrecht', id: 'ST1' }];
    const { settings } = take({ accounts: account ? [{ ...account, stores }] : [] }, mine);
    expect(settingsSchema.safeParse(settings).success).toBe(true);
    expect(settings.accounts[0]?.stores.map(({ id }) => id)).toEqual(['ST1', '']);
  });

  it('leaves alone what the organisation has set, and says so', () => {
    const managed = makeManaged({
      accounts: buildWatchlist(makeSettings(), none, null).accounts.map((account) => ({
        ...account,
        origin: 'managed' as const,
      })),
      pollIntervalSeconds: 45,
      notifications: { sound: 'own' },
      trayIcons: 'one',
      historyKeepDays: 730,
      network: { proxy: 'direct' },
    });
    const { settings, changes } = take(
      { ...file, notifications: { sound: 'off', reconnected: false } },
      defaultSettings(),
      managed,
    );
    expect(changes.accounts[0]).toMatchObject({ what: 'locked' });
    expect(changes.locked).toEqual([
      'pollIntervalSeconds',
      'confirmationDelaySeconds',
      'notifications',
      'historyKeepDays',
      'trayIcons',
      'network',
    ]);
    expect(changes.settings).toEqual(['closedPollIntervalSeconds', 'unstable', 'notifications', 'network']);
    expect(settings.network).toMatchObject({ proxy: 'system', user: 'till' });
    expect(settings.polling).toEqual(defaultSettings().polling);
    expect(settings.notifications).toEqual({ ...defaultSettings().notifications, reconnected: false });
  });
});
