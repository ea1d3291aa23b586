import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../main/import/apply.ts';
import { previewImport } from '../../../main/import/merge.ts';
import { currentOf, saveImport } from '../../../main/settings/edit-import.ts';
import { saveAccount } from '../../../main/settings/edit-account.ts';
import { renameTerminal } from '../../../main/settings/edit-terminals.ts';
import { settingsSchema, type Settings } from '../../../main/settings/schema.ts';
import { undone } from '../../../main/settings/undone.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { everything, harmless, makeStore, makeTerminal as makeListed } from '../import/make.ts';
import { makeAccount, makeManaged, makeSettings, makeTerminal } from './make.ts';

const known = [
  { account: 'nl', store: 'UTR-01', poiid: 'V400m-324688179' },
  { account: 'nl', store: 'AMS-01', poiid: 'S1F2-000158213605014' },
  { account: 'be', store: 'BRU-01', poiid: 'e285-1' },
];

function watched(settings: Settings, id = 'nl') {
  const account = buildWatchlist(settings, makeManaged(), null).accounts.find((one) => one.id === id);
  if (!account) throw new Error(`no account ${id}`);
  return account;
}

const current = (settings: Settings) => currentOf(settings, watched(settings), known);

/** Adyen knows a third store, other names, and names of terminals. */
const fetched = {
  stores: [
    makeStore({ id: 'ST1', reference: 'UTR-01', name: 'Utrecht Centraal' }),
    makeStore({ id: 'ST2', reference: 'AMS-01', name: 'Amsterdam' }),
    makeStore({ id: 'ST3', reference: 'RTM-01', name: 'Rotterdam' }),
  ],
  terminals: [
    makeListed({ poiid: 'V400m-324688179', merchantAccount: 'ShopNL', storeId: 'ST1', restartTime: '04:30' }),
    makeListed({ poiid: 'S1F2-000158213605014', merchantAccount: 'ShopNL', storeId: 'ST2' }),
    makeListed({ poiid: 'P400Plus-1', merchantAccount: 'ShopNL', storeId: 'ST3', restartTime: '05:00' }),
  ],
  settings: new Map([
    ['V400m-324688179', { deviceName: 'Counter', restartHour: null }],
    ['S1F2-000158213605014', { deviceName: 'Garden', restartHour: null }],
  ]),
};

function imported(settings: Settings, ticks: typeof harmless): Settings {
  const before = current(settings);
  const preview = previewImport(before, fetched);
  return saveImport(settings, 'nl', before, applyImport(before, preview.items, ticks(preview)));
}

describe('what there is of an account', () => {
  it('is its stores, and terminals whether somebody wrote them down or they were only seen', () => {
    expect(current(makeSettings())).toEqual({
      merchantAccount: 'ShopNL',
      environment: 'live',
      region: 'eu',
      source: 'auto',
      stores: [
        {
          reference: 'UTR-01',
          id: '',
          name: 'Utrecht',
          importedName: null,
          restart: { at: '06:00', written: false, importedAt: null },
        },
        {
          reference: 'AMS-01',
          id: '',
          name: 'Amsterdam',
          importedName: null,
          restart: { at: '06:00', written: false, importedAt: null },
        },
      ],
      terminals: [
        { poiid: 'V400m-324688179', store: 'UTR-01', name: 'Till 1', importedName: null, watched: true },
        { poiid: 'S1F2-000158213605014', store: 'AMS-01', name: '', importedName: null, watched: true },
      ],
    });
  });

  it('holds what somebody said of a terminal whose store is gone', () => {
    const settings = makeSettings({ terminals: [makeTerminal({ store: 'GONE', watched: false })] });
    expect(current(settings).terminals[0]).toMatchObject({ store: 'GONE', watched: false });
  });

  it('tells the time that an import wrote from that of the user', () => {
    const restart = { at: '05:00', graceMinutes: 20 };
    const settings = makeSettings({
      restarts: [
        { account: 'nl', store: 'UTR-01', restart, importedAt: '04:30' },
        { account: 'be', store: 'AMS-01', restart },
      ],
    });
    expect(current(settings).stores.map((store) => store.restart)).toEqual([
      { at: '05:00', written: true, importedAt: '04:30' },
      { at: '06:00', written: false, importedAt: null },
    ]);
  });
});

describe('an import', () => {
  it('that replaces nothing adds to the settings, and they are good settings', () => {
    const before = makeSettings({ terminals: [makeTerminal(), makeTerminal({ account: 'be' })] });
    const after = imported(before, harmless);
    expect(settingsSchema.parse(after)).toEqual(after);
    expect(after).toEqual({
      ...before,
      accounts: [
        makeAccount({
          stores: [
            { reference: 'UTR-01', name: 'Utrecht', id: 'ST1' },
            { reference: 'AMS-01', name: 'Amsterdam', id: 'ST2' },
            { reference: 'RTM-01', name: 'Rotterdam', id: 'ST3', importedName: 'Rotterdam' },
          ],
        }),
      ],
      terminals: [
        ...before.terminals,
        {
          account: 'nl',
          store: 'AMS-01',
          poiid: 'S1F2-000158213605014',
          name: 'Garden',
          importedName: 'Garden',
          watched: true,
        },
        { account: 'nl', store: 'RTM-01', poiid: 'P400Plus-1', name: '', watched: true },
      ],
      restarts: [
        {
          account: 'nl',
          store: 'UTR-01',
          restart: { at: '04:30', graceMinutes: 15 },
          importedAt: '04:30',
        },
        {
          account: 'nl',
          store: 'RTM-01',
          restart: { at: '05:00', graceMinutes: 15 },
          importedAt: '05:00',
        },
      ],
    });
  });

  it('leaves how long a restart may take as the user said', () => {
    const restarts = [{ account: 'nl', store: 'UTR-01', restart: { at: '06:00', graceMinutes: 45 } }];
    expect(imported(makeSettings({ restarts }), everything).restarts[0]).toEqual({
      account: 'nl',
      store: 'UTR-01',
      restart: { at: '04:30', graceMinutes: 45 },
      importedAt: '04:30',
    });
  });

  it('is remembered: a name that it gave is Adyen’s to change, one that the user gave is not', () => {
    const after = imported(makeSettings(), everything);
    const kinds = (settings: Settings, name: string) =>
      previewImport(current(settings), {
        ...fetched,
        stores: fetched.stores.map((store) => ({ ...store, name })),
        settings: new Map([['V400m-324688179', { deviceName: name, restartHour: null }]]),
      })
        .items.filter(({ conflict }) => conflict)
        .map(({ id }) => id);
    // What Adyen and the user called the same is still the user's.
    expect(kinds(after, 'Renamed')).toEqual(['name-store:AMS-01']);

    const renamed = renameTerminal(after, known, { account: 'nl', poiid: 'V400m-324688179', name: 'Mine' });
    const { accounts } = buildWatchlist(after, makeManaged(), null);
    const draft = {
      ...makeAccount(),
      endpoint: '',
      stores: [
        { reference: 'UTR-01', name: 'My store', id: 'ST1' },
        { reference: 'AMS-01', name: 'Amsterdam', id: 'ST2' },
      ],
    };
    const saved = renamed.ok && saveAccount(renamed.settings, accounts, draft, checkEndpoint);
    if (!saved || !saved.ok) throw new Error('not saved');
    expect(kinds(saved.settings, 'Renamed')).toEqual([
      'name-store:UTR-01',
      'name-store:AMS-01',
      'name-terminal:v400m-324688179',
    ]);
  });
});

describe('an import that is undone', () => {
  const before = makeSettings();
  const after = imported(before, everything);

  it('leaves everything as it was', () => {
    expect(after).not.toEqual(before);
    expect(undone(after, before, after, () => false)).toEqual(before);
  });

  it('keeps what was changed since', () => {
    const region = 'au' as const;
    const since: Settings = {
      ...after,
      startHidden: true,
      accounts: after.accounts.map((account) => ({
        ...account,
        region,
        stores: [
          ...account.stores.map((store) =>
            store.reference === 'RTM-01' ? { ...store, name: 'Renamed' } : store,
          ),
          { reference: 'NEW', name: 'New', id: '' },
        ],
      })),
      terminals: after.terminals.map((terminal) =>
        terminal.poiid === 'V400m-324688179' ? { ...terminal, name: 'Mine' } : terminal,
      ),
    };
    expect(undone(since, before, after, () => false)).toEqual({
      ...before,
      startHidden: true,
      accounts: [
        makeAccount({
          region,
          stores: [
            ...makeAccount().stores,
            { reference: 'RTM-01', name: 'Renamed', id: 'ST3', importedName: 'Rotterdam' },
            { reference: 'NEW', name: 'New', id: '' },
          ],
        }),
      ],
      terminals: [{ ...makeTerminal({ name: 'Mine' }), importedName: 'Counter' }],
    });
  });

  it('does not bring back an account that is gone', () => {
    const gone = { ...after, accounts: [], terminals: [], restarts: [] };
    expect(undone(gone, before, after, () => false)).toEqual(gone);
  });
});
