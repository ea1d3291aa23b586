import { describe, expect, it } from 'vitest';
import { createPacing } from '../../../main/monitor/pacing.ts';
import type { OpeningHours } from '../../../main/monitor/opening-hours.ts';
import { makeAccount, makeHours, makeStore } from './make.ts';

const pace = { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: 300_000 };
const at = (time: string) => Date.parse(`2026-11-25T${time}:00Z`);

function makePacing(hours: (OpeningHours | null)[], closedIntervalMs: number | null = 300_000) {
  const stores = hours.map((openingHours, index) => ({ ...makeStore(`S-${index}`), openingHours }));
  return createPacing({ accounts: [makeAccount(stores)], pace: { ...pace, closedIntervalMs } });
}

const nine = makeHours('09:00-18:00', 'UTC');
const eight = makeHours('08:00-12:00 13:00-17:00', 'UTC');

describe('the pace', () => {
  it.each([
    ['while it is open', [nine], '12:00', 30],
    ['at night', [nine], '03:00', 300],
    ['ten minutes before it opens, and from then on', [nine], '08:50', 30],
    ['eleven minutes before it opens', [nine], '08:49', 300],
    ['while one of two stores is open', [nine, eight], '08:30', 30],
    ['while both are closed', [nine, eight], '19:00', 300],
    ['in a break that another store has not', [nine, eight], '12:30', 30],
    ['in a break of an hour', [eight], '12:30', 300],
    ['where one store has no hours', [nine, null], '03:00', 30],
    ['where no store has any', [null], '03:00', 30],
  ] as const)('%s', (_when, hours, time, seconds) => {
    expect(makePacing([...hours]).intervalOf('shop', at(time))).toBe(seconds * 1000);
  });

  it('is the same at night where nobody asked for another', () => {
    expect(makePacing([nine], null).intervalOf('shop', at('03:00'))).toBe(30_000);
  });

  it('is never faster at night than by day', () => {
    expect(makePacing([nine], 10_000).intervalOf('shop', at('03:00'))).toBe(30_000);
  });

  it('begins again in time, however long the night’s is', () => {
    const pacing = makePacing([nine], 3_600_000);
    expect(pacing.beforeOpening('shop', at('08:30'), at('09:30'))).toBe(at('08:50'));
    expect(pacing.beforeOpening('shop', at('12:00'), at('12:01'))).toBe(at('12:01'));
  });

  it('does not make knowledge of the night old at once when the morning begins', () => {
    const pacing = makePacing([nine]);
    expect(pacing.recentIntervalOf('shop', at('08:54'))).toBe(300_000);
    expect(pacing.recentIntervalOf('shop', at('08:55'))).toBe(30_000);
  });
});
