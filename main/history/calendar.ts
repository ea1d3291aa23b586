import { offsetAt } from '../monitor/opening-hours.ts';

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
