import { describe, expect, it } from 'vitest';
import type { KeyState } from '../../../preload/contract.ts';
import { noticeId, type Notice } from '../../../main/settings/notice.ts';
import { viewSettings } from '../../../main/settings/view.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { makeAccount as makeWatched, makeStore } from '../monitor/make.ts';
import { makeManaged, makeNetworkView, makeSettings, makeTerminal } from './make.ts';

const managed = makeManaged({
  accounts: [
    makeWatched([makeStore('HQ')], { id: 'set', origin: 'managed', endpoint: 'http://127.0.0.1:1' }),
  ],
  pollIntervalSeconds: 20,
});
const demo = {
  account: makeWatched([makeStore('DEMO')], { id: 'demo', origin: 'demo' }),
  pace: { intervalMs: 1, confirmationMs: 1, closedIntervalMs: null },
};
const keys: Record<string, KeyState> = { set: 'environment', nl: 'unreadable' };

function view(sources: Partial<Parameters<typeof viewSettings>[0]> = {}) {
  const settings = makeSettings();
  return viewSettings({
    spoken: { spoken: 'en', locale: 'en-GB' },
    settings,
    managed,
    watchlist: buildWatchlist(settings, managed, demo),
    keyState: (account) => keys[account] ?? 'none',
    keychain: true,
    atLogin: 'off',
    network: makeNetworkView(),
    updates: { is: 'off' },
    notices: [],
    dismissed: new Set(),
    router: {
      hostOf: ({ id }) => `${id}.example`,
      inUse: ({ id }) => (id === 'nl' ? { use: 'cloud-device', why: 'answered' } : null),
    },
    ...sources,
  });
}

describe('the settings as the window sees them', () => {
  it('say of every account where it comes from, who is asked and whether there is a key', () => {
    expect(
      view().accounts.map(({ id, origin, host, endpoint, key }) => [id, origin, host, endpoint, key]),
    ).toEqual([
      ['set', 'managed', 'set.example', 'http://127.0.0.1:1', 'environment'],
      ['nl', 'settings', 'nl.example', '', 'unreadable'],
      ['demo', 'demo', 'demo.example', '', 'memory'],
    ]);
  });

  it('say of every account which source is chosen, and which is in use', () => {
    expect(view().accounts.map(({ id, source, inUse }) => [id, source, inUse])).toEqual([
      ['set', 'auto', null],
      ['nl', 'auto', { use: 'cloud-device', why: 'answered' }],
      ['demo', 'auto', null],
    ]);
  });

  it('say the pace in use, its limits, and that it is locked', () => {
    expect(view().polling).toEqual({
      intervalSeconds: 20,
      confirmationSeconds: 5,
      locked: true,
      limits: { interval: { least: 10, most: 3600 }, confirmation: { least: 2, most: 60 } },
    });
  });

  it.each([
    ['in use', managed, managed.file],
    ['absent', { state: 'none' }, null],
    ['refused', { state: 'refused', file: '/etc/x', path: '', problem: '' }, null],
  ] as const)('name the managed file only while it is in use: %s', (_, managed, file) => {
    expect(view({ managed }).managedFile).toBe(file);
  });

  it('list what is no longer watched, to take it back', () => {
    const settings = makeSettings({
      terminals: [makeTerminal(), makeTerminal({ poiid: 'P400-1', name: 'Bar', watched: false })],
    });
    const watchlist = buildWatchlist(settings, managed, null);
    expect(view({ settings, watchlist }).unwatched).toEqual([
      { account: 'nl', store: 'UTR-01', poiid: 'P400-1', name: 'Bar' },
    ]);
  });

  it('tell of a refused managed file first, and leave out what was dismissed', () => {
    const notices: Notice[] = [
      { code: 'key-in-memory', account: 'nl' },
      { code: 'key-in-memory', account: 'set' },
    ];
    const refused = { state: 'refused', file: '/etc/x', path: 'accounts', problem: 'No.' } as const;
    const dismissed = new Set(notices.slice(0, 1).map(noticeId));
    expect(view({ managed: refused, notices, dismissed }).notices.map(({ notice }) => notice)).toEqual([
      { code: 'managed-refused', file: '/etc/x', path: 'accounts', problem: 'No.' },
      { code: 'key-in-memory', account: 'set' },
    ]);
  });

  it('give every notice an ID that the contract takes', () => {
    const paths = Array.from({ length: 500 }, (_, at) => `terminals[${at}]`);
    const long: Notice = { code: 'fields-repaired', file: 'settings', paths, keptAs: 'x' };
    expect(view({ notices: [long] }).notices[0]?.id).toHaveLength(200);
  });
});
