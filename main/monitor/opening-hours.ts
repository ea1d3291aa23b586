import { tzOffset } from '@date-fns/tz/tzOffset';

/** When people are in a store, by the clock on its wall. */
export interface OpeningHours {
  week: Record<Weekday, Span[]>;
  /** In place of the weekday's on that date; without spans the store stays closed. */
  holidays: Holiday[];
  /** IANA name of the store's time zone; null for that of this PC. */
  timeZone: string | null;
}

export type Weekday = (typeof weekdays)[number];

export interface Holiday {
  /** `YYYY-MM-DD` */
  date: string;
  spans: Span[];
}

/** Several a day make breaks. Times are `HH:mm`. */
export interface Span {
  from: string;
  /** No later than `from`: of the day after. `24:00` is midnight at the end of the day. */
  to: string;
}

/** As `Date.getUTCDay` counts them. */
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A store that does not open within this does not open at all; and one that does not close, never. */
const horizonDays = 366;

/** From `from` up to `to`, in epoch ms. */
interface Stretch {
  from: number;
  to: number;
}

/** Null hours are always open. */
export function isOpen(hours: OpeningHours | null, at: number): boolean {
  if (hours === null) return true;
  const today = dayOf(at, hours.timeZone);
  return [today - 1, today].some((day) =>
    stretchesOf(hours, day).some(({ from, to }) => from <= at && at < to),
  );
}

/** The first opening after `at`, in epoch ms; null where there is none within a year. */
export function nextOpening(hours: OpeningHours | null, at: number): number | null {
  if (hours === null) return null;
  for (const { from } of openings(hours, at)) if (from > at) return from;
  return null;
}

/** The first closing after `at`, in epoch ms; null where there is none within a year. */
export function nextClosing(hours: OpeningHours | null, at: number): number | null {
  if (hours === null) return null;
  for (const { to } of openings(hours, at)) {
    if (to > at) return to < at + (horizonDays - 2) * dayMs ? to : null;
  }
  return null;
}

/** In order from the day before `at`; what goes on without a break, over midnight too, is one. */
function* openings(hours: OpeningHours, at: number): Generator<Stretch> {
  const first = dayOf(at, hours.timeZone) - 1;
  let open: Stretch | null = null;
  for (let day = first; day < first + horizonDays; day++) {
    for (const { from, to } of stretchesOf(hours, day)) {
      if (open && from <= open.to) {
        open = { from: open.from, to: Math.max(open.to, to) };
        continue;
      }
      if (open) yield open;
      open = { from, to };
    }
  }
  if (open) yield open;
}

/** Those that begin on this day. */
function stretchesOf({ week, holidays, timeZone }: OpeningHours, day: number): Stretch[] {
  const date = new Date(day * dayMs);
  const name = date.toISOString().slice(0, 10);
  const weekday = weekdays[date.getUTCDay()] ?? 'sunday';
  const spans = holidays.find((holiday) => holiday.date === name)?.spans ?? week[weekday];
  return (
    spans
      .map(({ from, to }) => {
        const begin = day * dayMs + msOf(from);
        const end = day * dayMs + msOf(to);
        return { from: instantOf(begin, timeZone), to: instantOf(end > begin ? end : end + dayMs, timeZone) };
      })
      // One within the hour that is skipped is not there that day.
      .filter(({ from, to }) => from < to)
      .toSorted((one, other) => one.from - other.from)
  );
}

/** Since midnight. */
function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

/** Days since 1970-01-01 on the calendar there. */
function dayOf(at: number, timeZone: string | null): number {
  return Math.floor((at + offsetAt(at, timeZone)) / dayMs);
}

/**
 * When the clock on the wall shows this, which is given as if it were UTC. Of an hour that comes twice the first;
 * a time that is skipped is as much later as the clock goes forward (RFC 5545, 3.3.5).
 */
function instantOf(wall: number, timeZone: string | null): number {
  // A day is more than any zone is away from UTC, and no zone changes twice within two.
  const before = wall - offsetAt(wall - dayMs, timeZone);
  const after = wall - offsetAt(wall + dayMs, timeZone);
  const shown = [before, after].filter((at) => at + offsetAt(at, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}

/** How far the clock on the wall there is ahead of UTC, in ms. */
export function offsetAt(at: number, timeZone: string | null): number {
  const date = new Date(at);
  return (timeZone === null ? -date.getTimezoneOffset() : tzOffset(timeZone, date)) * minuteMs;
}

/** Whether this PC knows it. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    return true;
  } catch {
    return false;
  }
}
