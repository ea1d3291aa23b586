import { offsetAt } from '../monitor/opening-hours.ts';
import type { Bin } from './questions.ts';
import { total } from './uptime.ts';

/** A period in parts of an hour by the clock on a wall; the first and the last may be shorter. */
export interface Calendar {
  /** Between which the parts lie; epoch ms. */
  edges: number[];
  /** Of each part: which day it belongs to, counted from the first, and which hour of the day, 0 to 23. */
  parts: { day: number; hour: number }[];
  /** When each day begins, or the period within it. */
  days: number[];
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * A day on which the clocks change has 23 or 25 parts.
 * @param timeZone IANA name; null for that of this PC
 */
export function calendar(from: number, to: number, timeZone: string | null): Calendar {
  const edges: number[] = [];
  const parts: Calendar['parts'] = [];
  const days: number[] = [];
  let today = -Infinity;
  for (let at = from; at < to;) {
    const wall = at + offsetAt(at, timeZone);
    const date = Math.floor(wall / dayMs);
    if (date !== today) days.push(at);
    today = date;
    edges.push(at);
    parts.push({ day: days.length - 1, hour: Math.floor((wall - date * dayMs) / hourMs) });
    at += hourMs - (wall % hourMs);
  }
  return { edges: [...edges, to], parts, days };
}

/** What its parts hold, by day. */
export function daysOf({ parts, days }: Calendar, bins: readonly Bin[]): ({ start: number } & Bin)[] {
  const sums = summed(bins, days.length, (at) => parts[at]?.day);
  return sums.map((sum, at) => ({ start: days[at] ?? 0, ...sum }));
}

/** What its parts hold, by hour of the day: 24. */
export function hoursOf({ parts }: Calendar, bins: readonly Bin[]): Bin[] {
  return summed(bins, 24, (at) => parts[at]?.hour);
}

function summed(bins: readonly Bin[], count: number, groupOf: (at: number) => number | undefined): Bin[] {
  const groups = Array.from({ length: count }, (): Bin => ({
    incidents: 0,
    storeWide: 0,
    shares: total([]),
  }));
  for (const [at, { incidents, storeWide, shares }] of bins.entries()) {
    const group = groups[groupOf(at) ?? -1];
    if (!group) continue;
    group.incidents += incidents;
    group.storeWide += storeWide;
    group.shares = total([group.shares, shares]);
  }
  return groups;
}
