import { describe, expect, it } from 'vitest';
import { nothingWatched } from '../../../main/monitor/watchlist.ts';
import { usualRestart } from '../../../main/monitor/restart-window.ts';
import type { Managed } from '../../../main/settings/managed.ts';
import { buildWatchlist, pollingInUse } from '../../../main/settings/watchlist.ts';
import { makeAccount as makeWatched, makeHours, makeStore } from '../monitor/make.ts';
import { makeAccount, makeManaged, makeSettings, makeTerminal } from './make.ts';

const none: Managed = { state: 'none' };
const demo = {
  account: makeWatched([makeStore('DEMO', ['V400m-1'])], { id: 'demo', origin: 'demo' }),
  pace: { intervalMs: 2_000, confirmationMs: 500, closedIntervalMs: null },
};
const managedStore = makeStore('UTR-01', ['V400m-324688179']);
const managed = makeManaged({
  accounts: [makeWatched([managedStore], { id: 'set', origin: 'managed' })],
});
const ids = ({ accounts }: { accounts: { id: string }[] }) => accounts.map(({ id }) => id);

describe('what is watched', () => {
  it('is nothing before anything is configured', () => {
    const settings = makeSettings({ accounts: [], terminals: [] });
    expect(buildWatchlist(settings, none, null)).toEqual(nothingWatched);
  });

  it('is the managed accounts, the user’s, and the demo store', () => {
    expect(ids(buildWatchlist(makeSettings(), managed, demo))).toEqual(['set', 'nl', 'demo']);
  });

  it('is the user’s alone while the managed file is refused', () => {
    const refused: Managed = { state: 'refused', file: '/etc/x', path: '', problem: '' };
    const watchlist = buildWatchlist(makeSettings(), refused, null);
    expect([ids(watchlist), watchlist.incomplete]).toEqual([['nl'], true]);
    expect(buildWatchlist(makeSettings(), managed, null).incomplete).toBe(false);
  });

  it.each([
    [
      'a managed account',
      makeManaged({ accounts: [makeWatched([], { id: 'nl', origin: 'managed' })] }),
      null,
      'managed',
    ],
    ['the demo store', none, { ...demo, account: { ...demo.account, id: 'nl' } }, 'demo'],
  ] as const)('holds %s in place of the user’s account with the same ID', (_, managed, demo, origin) => {
    const { accounts } = buildWatchlist(makeSettings(), managed, demo);
    expect(accounts.map(({ id, origin }) => [id, origin])).toEqual([['nl', origin]]);
  });

  it('holds a managed account in place of the demo store with the same ID, at its own pace', () => {
    const twin = makeManaged({ accounts: [makeWatched([], { id: 'demo', origin: 'managed' })] });
    const { accounts, pace } = buildWatchlist(makeSettings({ accounts: [] }), twin, demo);
    expect(accounts.map(({ origin }) => origin)).toEqual(['managed']);
    expect(pace.intervalMs).toBe(30_000);
  });
});

describe('the user’s word on a terminal', () => {
  it('adds it to its store, and to no other', () => {
    const [account] = buildWatchlist(makeSettings(), none, null).accounts;
    expect(account?.stores).toEqual([
      {
        reference: 'UTR-01',
        id: '',
        name: 'Utrecht',
        restart: usualRestart,
        openingHours: null,
        terminals: [{ poiid: 'V400m-324688179', name: 'Till 1', watched: true, origin: 'settings' }],
      },
      {
        reference: 'AMS-01',
        id: '',
        name: 'Amsterdam',
        restart: usualRestart,
        openingHours: null,
        terminals: [],
      },
    ]);
  });

  it.each([
    ['renames it', { name: 'Bar' }, { name: 'Bar', watched: true }],
    ['stops watching it', { name: '', watched: false }, { name: 'Till 7', watched: false }],
    ['leaves its name', { name: '' }, { name: 'Till 7', watched: true }],
    ['counts whatever its case', { poiid: 'v400M-324688179', name: 'Bar' }, { name: 'Bar', watched: true }],
    [
      'counts although it names another store',
      { store: 'AMS-01', name: 'Bar' },
      { name: 'Bar', watched: true },
    ],
  ])('of a managed store %s', (_, said, shown) => {
    const listed = [{ poiid: 'V400m-324688179', name: 'Till 7', watched: true, origin: 'managed' as const }];
    const set = makeManaged({
      accounts: [
        makeWatched([{ ...managedStore, terminals: listed }, makeStore('AMS-01')], {
          id: 'nl',
          origin: 'managed',
        }),
      ],
    });
    const settings = makeSettings({ terminals: [makeTerminal(said)] });
    const [account] = buildWatchlist(settings, set, null).accounts;
    expect(account?.stores.map(({ terminals }) => terminals)).toEqual([
      [{ poiid: 'V400m-324688179', origin: 'managed', ...shown }],
      [],
    ]);
  });

  it('counts in the demo store too', () => {
    const settings = makeSettings({
      accounts: [],
      terminals: [makeTerminal({ account: 'demo', store: 'DEMO', poiid: 'V400m-1', watched: false })],
    });
    const [account] = buildWatchlist(settings, none, demo).accounts;
    expect(account?.stores[0]?.terminals[0]).toMatchObject({ poiid: 'V400m-1', watched: false });
  });

  it('says nothing of the same POIID in another account', () => {
    const settings = makeSettings({ terminals: [makeTerminal({ account: 'set', watched: false })] });
    const accounts = buildWatchlist(settings, managed, null).accounts;
    expect(
      accounts.map(({ id, stores }) => [id, stores[0]?.terminals.map(({ watched }) => watched)]),
    ).toEqual([
      ['set', [false]],
      ['nl', []],
    ]);
  });

  it('waits where its store is gone', () => {
    const settings = makeSettings({ terminals: [makeTerminal({ store: 'GONE' })] });
    const [account] = buildWatchlist(settings, none, null).accounts;
    expect(account?.stores.flatMap(({ terminals }) => terminals)).toEqual([]);
  });
});

describe('the pace', () => {
  const settings = makeSettings({ polling: { intervalSeconds: 60, confirmationSeconds: 10 } });

  it.each([
    ['the settings', settings, none, null, 60_000, 10_000],
    ['the demo store, alone', makeSettings({ accounts: [] }), none, demo, 2_000, 500],
    ['the settings, beside the demo store', settings, none, demo, 60_000, 10_000],
    [
      'the managed file',
      settings,
      { ...managed, pollIntervalSeconds: 20, confirmationDelaySeconds: 3 },
      null,
      20_000,
      3_000,
    ],
    ['both', settings, { ...managed, pollIntervalSeconds: 20 }, demo, 20_000, 10_000],
  ] as const)('is that of %s', (_, settings, managed, demo, intervalMs, confirmationMs) => {
    expect(buildWatchlist(settings, managed, demo).pace).toMatchObject({ intervalMs, confirmationMs });
  });

  it.each([
    [none, false],
    [managed, false],
    [{ ...managed, pollIntervalSeconds: 20 }, true],
    [{ ...managed, confirmationDelaySeconds: 2 }, true],
  ])('is locked by a managed file that sets it', (managed, locked) => {
    expect(pollingInUse(makeSettings({ accounts: [makeAccount()] }), managed).locked).toBe(locked);
  });
});

describe('the opening hours of a store', () => {
  const morning = makeHours('08:00-12:00');
  const evening = makeHours('16:00-22:00');
  const said = [{ account: 'nl', store: 'UTR-01', hours: morning }];

  it('are the user’s, for no other store', () => {
    const { accounts } = buildWatchlist(makeSettings({ openingHours: said }), none, null);
    expect(accounts[0]?.stores.map(({ openingHours }) => openingHours)).toEqual([morning, null]);
  });

  it.each([
    ['left to the user in the managed file', null, morning],
    ['as the managed file has them', evening, evening],
  ])('are %s', (_, set, expected) => {
    const stores = [{ ...managedStore, openingHours: set }];
    const managed = makeManaged({ accounts: [makeWatched(stores, { id: 'nl', origin: 'managed' })] });
    const { accounts } = buildWatchlist(makeSettings({ openingHours: said }), managed, null);
    expect(accounts[0]?.stores[0]?.openingHours).toEqual(expected);
  });
});

describe('when terminals restart', () => {
  const restartsIn = (settings: Partial<Parameters<typeof makeSettings>[0]>, from: Managed = none) =>
    buildWatchlist(makeSettings(settings), from, null).accounts.flatMap(({ stores }) =>
      stores.map(({ restart }) => restart),
    );
  const [store] = makeAccount().stores;
  const reference = store?.reference ?? '';

  it('is six o’clock where nobody has said otherwise', () => {
    expect(restartsIn({})[0]).toEqual(usualRestart);
  });

  it('is what the user says of a store, by the clock of its opening hours', () => {
    const restarts = [{ account: 'nl', store: reference, restart: { at: '04:30', graceMinutes: 20 } }];
    const hours = makeHours('09:00-18:00', 'Europe/Amsterdam');
    const openingHours = [{ account: 'nl', store: reference, hours }];
    expect(restartsIn({ restarts, openingHours })[0]).toEqual({
      at: '04:30',
      graceMinutes: 20,
      timeZone: 'Europe/Amsterdam',
    });
  });

  it('is what the managed file says, whatever the user says', () => {
    const restart = { at: '03:00', graceMinutes: 5, timeZone: null };
    const set = makeManaged({
      accounts: [makeWatched([{ ...managedStore, restart }], { id: 'set', origin: 'managed' })],
    });
    const restarts = [{ account: 'set', store: 'UTR-01', restart: { at: '04:30', graceMinutes: 20 } }];
    expect(restartsIn({ restarts, accounts: [] }, set)).toEqual([restart]);
  });
});

describe('what makes a terminal unstable', () => {
  const unstable = { changes: 7, withinMinutes: 60, calmMinutes: 5 };

  it.each([
    ['the settings', makeSettings({ watching: { closedIntervalSeconds: null, unstable } }), none],
    ['the managed file', makeSettings(), makeManaged({ unstable })],
  ] as const)('is what %s say', (_, settings, from) => {
    expect(buildWatchlist(settings, from, null).unstable).toEqual({
      changes: 7,
      windowMs: 3_600_000,
      calmMs: 300_000,
    });
  });
});

it('closed stores are asked as often as settings or managed file say', () => {
  const settings = makeSettings({
    watching: { ...makeSettings().watching, closedIntervalSeconds: 600 },
  });
  expect(buildWatchlist(settings, none, null).pace.closedIntervalMs).toBe(600_000);
  const set = makeManaged({ closedPollIntervalSeconds: 120 });
  expect(buildWatchlist(settings, set, null).pace.closedIntervalMs).toBe(120_000);
});
