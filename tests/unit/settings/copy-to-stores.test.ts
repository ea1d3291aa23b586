import { expect, it } from 'vitest';
import { copyToStores } from '../../../main/settings/copy-to-stores.ts';
import type { Managed } from '../../../main/settings/managed.ts';
import type { Settings } from '../../../main/settings/schema.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { makeAccount as makeWatched, makeHours, makeStore } from '../monitor/make.ts';
import { makeManaged, makeSettings } from './make.ts';

const none: Managed = { state: 'none' };
const utrecht = { account: 'nl', store: 'UTR-01' };
const amsterdam = { account: 'nl', store: 'AMS-01' };
const elsewhere = { account: 'set', store: 'BER-01' };
const hours = makeHours('09:00-18:00');
const restart = { at: '04:30', graceMinutes: 20 };
const settings = makeSettings({
  openingHours: [
    { ...amsterdam, hours: makeHours('10:00-12:00') },
    { ...utrecht, hours },
  ],
  restarts: [
    { ...amsterdam, restart: { at: '05:00', graceMinutes: 5 }, importedAt: '05:00' },
    { ...utrecht, restart },
  ],
});
const set = makeManaged({
  accounts: [
    makeWatched(
      [
        {
          ...makeStore('BER-01'),
          openingHours: makeHours('07:00-08:00'),
          restart: { ...restart, at: '03:00', timeZone: null },
        },
      ],
      { id: 'set', origin: 'managed' },
    ),
  ],
});
const free = makeManaged({
  accounts: [makeWatched([makeStore('BER-01')], { id: 'set', origin: 'managed' })],
});

const copy = (what: 'openingHours' | 'restart', managed: Managed, from = utrecht, of: Settings = settings) =>
  copyToStores(of, managed, buildWatchlist(of, managed, null), { ...from, what });

it.each([
  ['no organisation', none, []],
  ['an organisation that has set its own', set, []],
  ['an organisation that has left it to the user', free, [elsewhere]],
])('what one store has becomes that of all: %s', (_, managed, more) => {
  expect(copy('openingHours', managed)).toMatchObject({
    ok: true,
    settings: { openingHours: [amsterdam, utrecht, ...more].map((store) => ({ ...store, hours })) },
  });
  expect(copy('restart', managed)).toMatchObject({
    ok: true,
    settings: {
      restarts: [
        { ...amsterdam, restart, importedAt: '05:00' },
        { ...utrecht, restart },
        ...more.map((store) => ({ ...store, restart })),
      ],
    },
  });
});

it('what nobody has said of a store is the usual restart, which is given to all as well', () => {
  expect(copy('restart', none, utrecht, makeSettings({ restarts: [] }))).toMatchObject({
    settings: {
      restarts: [utrecht, amsterdam].map((store) => ({
        ...store,
        restart: { at: '06:00', graceMinutes: 15 },
      })),
    },
  });
});

it.each([
  ['a store that is not there', { account: 'nl', store: 'nowhere' }, settings],
  ['a store without hours', utrecht, makeSettings()],
])('nothing is copied of %s', (_, from, of) => {
  expect(copy('openingHours', none, from, of)).toEqual({
    ok: false,
    error: { code: 'not-found', field: '', params: {} },
  });
});
