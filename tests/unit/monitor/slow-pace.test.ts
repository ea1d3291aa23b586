import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../main/monitor/engine.ts';
import { nothingWatched } from '../../../main/monitor/watchlist.ts';
import type { Pace } from '../../../main/monitor/watchlist.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeEngineDeps, makeHours, makeStore, makeWatchlist } from './make.ts';
import { makeVendor } from './vendor.ts';

const hour = 3_600_000;
const minute = 60_000;
const midnight = Date.UTC(2026, 10, 24);
const slow: Pace = { ...nothingWatched.pace, closedIntervalMs: 5 * minute };

function watch({ pace = slow, hours = ['08:00-18:00', '08:00-18:00'], from = midnight } = {}) {
  const clock = createVirtualClock(from);
  const vendor = makeVendor(clock, { 'UTR-01': ['T1'], 'AMF-02': ['T8'] });
  const reports: RoundReport[] = [];
  const engine = createEngine({
    ...makeEngineDeps(clock, vendor.source),
    random: () => 0.99,
    onChange: () => {},
    onRound: (report) => reports.push(report),
  });
  const stores = ['UTR-01', 'AMF-02'].map((reference, at) => ({
    ...makeStore(reference),
    openingHours: hours[at] ? { ...makeHours(hours[at]), timeZone: 'UTC' } : null,
  }));
  engine.configure(makeWatchlist(stores, { pace }));
  engine.start();
  return { clock, vendor, engine, reports };
}

describe('an account whose stores are all closed', () => {
  it('is asked at the slow pace, and nothing grows old for that', async () => {
    const { clock, vendor, engine } = watch();
    for (let at = 0; at < 2 * 60; at += 1) {
      await clock.advance(minute);
      expect(engine.overview().counts).toMatchObject({ connected: 2, unknown: 0 });
    }
    expect(vendor.asked('store') / 2).toBeLessThanOrEqual(2 * 12 + 1);
    expect(vendor.asked('store') / 2).toBeGreaterThan(2 * 10);
  });

  it('turns unknown all the same where the vendor is silent', async () => {
    const { clock, vendor, engine } = watch();
    await clock.advance(hour);
    vendor.fail({ kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 });
    await clock.advance(21 * minute);
    expect(engine.overview().counts).toMatchObject({ unknown: 2 });
  });

  it('has its drops confirmed as soon as ever', async () => {
    const { clock, vendor, reports } = watch();
    await clock.advance(hour);
    vendor.drop('T1');
    await clock.advance(6 * minute);
    const [event] = reports.flatMap(({ events }) => events);
    expect(event?.kind).toBe('disconnected');
    expect((event?.at ?? 0) - (event?.outageSince ?? 0)).toBeLessThan(10_000);
  });
});

it('the usual pace is back before the first store opens, and nothing turns unknown on the way', async () => {
  const { clock, vendor, engine } = watch({ from: midnight + 7 * hour });
  for (let at = 0; at < 58; at += 1) {
    await clock.advance(minute);
    expect(engine.overview().counts.unknown).toBe(0);
  }
  const before = vendor.asked('store');
  await clock.advance(2 * minute);
  expect(vendor.asked('store') - before).toBeGreaterThanOrEqual(6);
});

it.each([
  ['one store is open', { hours: ['08:00-18:00', '00:00-24:00'] }],
  ['nobody said when a store is open', { hours: ['08:00-18:00', ''] }],
  ['no setting asks for it', { pace: nothingWatched.pace }],
  [
    'the slow pace is faster than the usual one',
    { pace: { ...nothingWatched.pace, closedIntervalMs: 1_000 } },
  ],
])('an account is asked as ever where %s', async (_, options) => {
  const { clock, vendor } = watch(options);
  await clock.advance(10 * minute);
  expect(vendor.asked('store') / 2).toBeGreaterThanOrEqual(18);
  expect(vendor.asked('store') / 2).toBeLessThanOrEqual(21);
});
