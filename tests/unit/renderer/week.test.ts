import { expect, onTestFinished, test, vi } from 'vitest';
import { lastDays, type Span } from '../../../renderer/terminals/week.ts';

const hour = 3_600_000;
const at = (day: number, hours: number) => new Date(2026, 10, day, hours).getTime();
const now = at(24, 14);
const span = (state: Span['state'], from: number, to: number): Span => ({ state, from, to });

test('days begin with midnight, the latest first, and what is yet to come is no part of them', () => {
  const days = lastDays(3, [], now);
  expect(days.map(({ from, until }) => [from, until])).toEqual([
    [at(24, 0), now],
    [at(23, 0), at(24, 0)],
    [at(22, 0), at(23, 0)],
  ]);
  expect(days.map(({ shares }) => shares.unwatched / hour)).toEqual([14, 24, 24]);
});

test('a span over midnight belongs to both days', () => {
  const [today, yesterday] = lastDays(2, [span('down', at(23, 22), at(24, 3))], now);
  expect(yesterday?.spans).toEqual([span('down', at(23, 22), at(24, 0))]);
  expect(today?.spans).toEqual([span('down', at(24, 0), at(24, 3))]);
  expect(today?.shares).toEqual({ up: 0, down: 3 * hour, unwatched: 11 * hour });
});

test('a day is made up of what was up, down and not watched', () => {
  const timeline = [span('up', at(21, 8), at(23, 9)), span('down', at(23, 9), at(23, 10))];
  expect(lastDays(2, timeline, now)[1]?.shares).toEqual({ up: 9 * hour, down: hour, unwatched: 14 * hour });
});

test.each([
  ['spring', 2026, 2, 29, 23],
  ['autumn', 2026, 9, 25, 25],
])('the day on which the clocks change in %s is as long as it is', (_, year, month, day, hours) => {
  vi.stubEnv('TZ', 'Europe/Amsterdam');
  onTestFinished(() => void vi.unstubAllEnvs());
  const [yesterday] = lastDays(2, [], new Date(year, month, day + 1, 12).getTime()).slice(1);
  expect(yesterday?.shares.unwatched).toBe(hours * hour);
});
