import { describe, expect, it } from 'vitest';
import type { ManagedFile } from '../../../main/settings/managed-schema.ts';
import type { Settings } from '../../../main/settings/schema.ts';
import { takeConfiguration } from '../../../main/settings/take-configuration.ts';
import { undone } from '../../../main/settings/undone.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeAccount, makeSettings, makeTerminal } from './make.ts';

const file: ManagedFile = {
  accounts: [
    {
      id: 'nl',
      environment: 'live',
      region: 'eu',
      merchantAccount: 'ShopNL',
      source: 'cloud-device',
      stores: [
        { reference: 'UTR-01', name: 'Utrecht Centrum', restart: { at: '05:00', graceMinutes: 20 } },
        { reference: 'RTM-01', name: 'Rotterdam', terminals: [{ poiid: 'V400m-1', name: 'Bar' }] },
      ],
    },
    {
      id: 'de',
      environment: 'live',
      region: 'eu',
      merchantAccount: 'ShopDE',
      stores: [{ reference: 'BER-01', name: 'Berlin', terminals: [{ poiid: 'V400m-2' }] }],
    },
  ],
  pollIntervalSeconds: 60,
  confirmationDelaySeconds: 9,
  notifications: { sound: 'off', reconnected: false },
  network: { proxy: 'manual', proxyHost: 'proxy.example.org', proxyUser: 'till' },
};

const before = makeSettings();
const after = takeConfiguration(
  before,
  { state: 'none' },
  buildWatchlist(before, { state: 'none' }, null).accounts,
  file,
  checkEndpoint,
).settings;
const [nl, de] = after.accounts;
const [, bar, berlin] = after.terminals;
if (!nl || !de || !bar || !berlin) throw new Error('not taken');

const noKey = () => false;
const undo = (since: Partial<Settings>, hasKey = noKey) =>
  undone({ ...after, ...since }, before, after, hasKey);

describe('a configuration file that was taken over and is undone', () => {
  it('leaves everything as it was', () => {
    expect(undone(after, before, after, noKey)).toEqual(before);
  });

  it('keeps what is nothing of the file', () => {
    const since = {
      startHidden: true,
      appearance: { ...after.appearance, theme: 'dark' as const },
      terminals: [...after.terminals, makeTerminal({ poiid: 'P400Plus-1' })],
    };
    expect(undo(since)).toEqual({
      ...before,
      startHidden: true,
      appearance: since.appearance,
      terminals: [...before.terminals, makeTerminal({ poiid: 'P400Plus-1' })],
    });
  });

  it('keeps a setting that is another again, and takes back its neighbours', () => {
    const since = {
      polling: { ...after.polling, intervalSeconds: 45 },
      notifications: { ...after.notifications, sound: 'own' as const },
      network: { ...after.network, user: 'another' },
    };
    expect(undo(since)).toEqual({
      ...before,
      polling: { ...before.polling, intervalSeconds: 45 },
      notifications: { ...before.notifications, sound: 'own' },
      network: { ...before.network, user: 'another' },
    });
  });

  it('keeps a store that is another again in an account that was there', () => {
    const renamed = { ...nl.stores[2], reference: 'RTM-01', name: 'Mine', id: '' };
    const since = { accounts: [{ ...nl, stores: [...nl.stores.slice(0, 2), renamed] }, de] };
    expect(undo(since)).toEqual({
      ...before,
      accounts: [makeAccount({ stores: [...makeAccount().stores, renamed] })],
    });
  });

  it.each<[string, Partial<Settings>, (() => boolean)?]>([
    ['was changed', { accounts: [nl, { ...de, region: 'us' }] }],
    ['has a terminal with another name', { terminals: [bar, { ...berlin, name: 'Mine' }] }],
    [
      'has hours now',
      { restarts: [{ account: 'de', store: 'BER-01', restart: { at: '04:00', graceMinutes: 5 } }] },
    ],
    ['has its key', {}, () => true],
  ])('keeps the whole of an account that came with the file and %s', (_how, since, hasKey) => {
    const ofIt = ({ accounts, terminals, restarts }: Settings) => [
      accounts.filter(({ id }) => id === 'de'),
      terminals.filter(({ account }) => account === 'de'),
      restarts.filter(({ account }) => account === 'de'),
    ];
    const outcome = undo(since, hasKey);
    expect(outcome && ofIt(outcome)).toEqual(ofIt({ ...after, ...since }));
    expect(outcome?.accounts.find(({ id }) => id === 'nl')).toEqual(makeAccount());
  });

  it('does not bring back what is gone', () => {
    expect(undo({ accounts: [], terminals: [], restarts: [] })).toEqual({
      ...before,
      accounts: [],
      terminals: [],
    });
  });

  it('is refused where what comes back does not go with what came since', () => {
    // In this region Adyen can be asked the other way only.
    const old = { ...before, accounts: [makeAccount({ source: 'connected-terminals' })] };
    const since = { ...after, accounts: [{ ...nl, region: 'nea' as const }, de] };
    expect(undone(since, old, after, noKey)).toBeNull();
  });
});
