import { describe, expect, it } from 'vitest';
import { calendar } from '../../../main/history/calendar.ts';

const hour = 3_600_000;
const zone = 'Europe/Amsterdam';

/** Hours of the parts, and how many belong to each day. */
function shape(from: number, to: number, timeZone = zone) {
  const { edges, parts, days } = calendar(from, to, timeZone);
  const perDay = days.map((_, day) => parts.filter((part) => part.day === day).length);
  return { hours: parts.map((part) => part.hour), perDay, edges };
}

describe('a period in hours of the wall clock', () => {
  it('begins and ends within one', () => {
    const from = Date.UTC(2026, 10, 24, 12, 15);
    const { hours, edges } = shape(from, Date.UTC(2026, 10, 24, 14, 30));
    expect(hours).toEqual([13, 14, 15]);
    expect(edges.map((at) => (at - from) / hour)).toEqual([0, 0.75, 1.75, 2.25]);
  });

  it('has days of 24 hours', () => {
    expect(shape(Date.UTC(2026, 10, 22, 23), Date.UTC(2026, 10, 24, 23)).perDay).toEqual([24, 24]);
  });

  it.each([
    ['forward: 23 hours, without 2 o’clock', Date.UTC(2026, 2, 28, 23), 23, [0, 1, 3, 4]],
    ['back: 25 hours, with 2 o’clock twice', Date.UTC(2026, 9, 24, 22), 25, [0, 1, 2, 2]],
  ])('on the day on which the clocks go %s', (_, midnight, length, firstHours) => {
    const { hours, perDay } = shape(midnight, midnight + length * hour);
    expect(perDay).toEqual([length]);
    expect(hours.slice(0, 4)).toEqual(firstHours);
    expect(hours.at(-1)).toBe(23);
  });

  it('follows a zone that is half an hour off', () => {
    const midnight = Date.UTC(2026, 10, 23, 18, 30);
    expect(shape(midnight, midnight + 24 * hour, 'Asia/Kolkata').perDay).toEqual([24]);
  });

  it('is empty where it has no length', () => {
    expect(calendar(5, 5, zone)).toEqual({ edges: [5], parts: [], days: [] });
  });
});
