import { expect, it } from 'vitest';
import { bar, shares, total, uptime, type Span } from '../../../main/history/uptime.ts';

const hour = 3_600_000;
const t0 = Date.UTC(2026, 10, 24);
const span = (state: Span['state'], from: number, to: number): Span => ({
  state,
  from: t0 + from * hour,
  to: t0 + to * hour,
});

it.each<[string, Span[], { up: number; down: number; unwatched: number }]>([
  ['nothing was watched', [], { up: 0, down: 0, unwatched: 24 }],
  ['connected all day', [span('up', 0, 24)], { up: 24, down: 0, unwatched: 0 }],
  ['the PC was off for the night', [span('up', 8, 20)], { up: 12, down: 0, unwatched: 12 }],
  [
    'a drop and a return',
    [span('up', 0, 10), span('down', 10, 11), span('up', 11, 24)],
    { up: 23, down: 1, unwatched: 0 },
  ],
  ['it began before and goes on after', [span('down', -5, 30)], { up: 0, down: 24, unwatched: 0 }],
  ['it lies before the period', [span('down', -5, -1)], { up: 0, down: 0, unwatched: 24 }],
  ['it ends as the period begins', [span('down', -5, 0)], { up: 0, down: 0, unwatched: 24 }],
  ['the clock was set back within it', [span('down', 5, 4)], { up: 0, down: 0, unwatched: 24 }],
])('%s', (_what, spans, hours) => {
  expect(shares(spans, t0, t0 + 24 * hour)).toEqual({
    up: hours.up * hour,
    down: hours.down * hour,
    unwatched: hours.unwatched * hour,
  });
});

it.each([
  ['never watched: no number rather than zero', { up: 0, down: 0, unwatched: 10 }, null, 0],
  ['watched half of the time, and connected all of that', { up: 5, down: 0, unwatched: 5 }, 1, 0.5],
  ['down for a quarter of what was watched', { up: 3, down: 1, unwatched: 4 }, 0.75, 0.5],
  ['a period without length', { up: 0, down: 0, unwatched: 0 }, null, 0],
])('%s', (_what, time, connected, watched) => {
  expect(uptime(time)).toEqual({ connected, watched });
});

it('in a store each terminal counts by the time that it was watched', () => {
  const store = total([
    { up: 9, down: 0, unwatched: 1 },
    { up: 0, down: 1, unwatched: 9 },
  ]);
  expect(uptime(store)).toEqual({ connected: 0.9, watched: 0.5 });
});

it('parts of a bar add up to the period, also where a span crosses their border', () => {
  const spans = [span('up', 0, 3.75), span('down', 3.75, 4.25)];
  const parts = bar(spans, t0, t0 + 24 * hour, 48);
  expect(parts).toHaveLength(48);
  expect(total(parts)).toEqual(shares(spans, t0, t0 + 24 * hour));
  expect(parts[7]).toEqual({ up: hour / 4, down: hour / 4, unwatched: 0 });
  expect(parts[8]).toEqual({ up: 0, down: hour / 4, unwatched: hour / 4 });
});

it.each([
  ['23 hours, as the clocks go forward', Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 22), 23],
  ['25 hours, as they go back', Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 23), 25],
])('a day in Amsterdam of %s is measured as long as it was', (_what, from, to, hours) => {
  expect(shares([{ state: 'up', from: from - 1, to: to + 1 }], from, to)).toEqual({
    up: hours * hour,
    down: 0,
    unwatched: 0,
  });
});
