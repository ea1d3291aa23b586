import type { StoreHoursView } from '../../preload/contract.ts';

export type Hours = NonNullable<StoreHoursView['hours']>;
type Span = Hours['holidays'][number]['spans'][number];

/** Monday first, as in a shop window. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

/** For a store that has none yet: as most have them, to be corrected from there. */
export const usualHours: Hours = {
  week: {
    monday: [{ from: '09:00', to: '18:00' }],
    tuesday: [{ from: '09:00', to: '18:00' }],
    wednesday: [{ from: '09:00', to: '18:00' }],
    thursday: [{ from: '09:00', to: '18:00' }],
    friday: [{ from: '09:00', to: '18:00' }],
    saturday: [{ from: '09:00', to: '18:00' }],
    sunday: [],
  },
  holidays: [],
  timeZone: null,
};

/** One a line: `2026-12-24 09:00-15:00`, or the date alone where it is closed; or the first line that cannot be read. */
export function readHolidays(
  text: string,
): { ok: true; holidays: Hours['holidays'] } | { ok: false; line: number } {
  const holidays: Hours['holidays'] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const [, date, rest = ''] = /^\s*(\d{4}-\d{2}-\d{2})[:\s]*(.*)$/.exec(line) ?? [];
    if (line.trim() === '') continue;
    const spans = readSpans(rest);
    if (date === undefined || spans === null || !isDate(date)) return { ok: false, line: at + 1 };
    holidays.push({ date, spans });
  }
  return { ok: true, holidays };
}

export function holidaysText(holidays: Hours['holidays']): string {
  return holidays.map(({ date, spans }) => `${date} ${spansText(spans)}`.trim()).join('\n');
}

/** `9-17`, `9.00–12:30; 13:30 - 18h`, nothing: closed; null where something else stands there. */
export function readSpans(text: string): Span[] | null {
  const spans: Span[] = [];
  for (const part of text.split(/[,;]/)) {
    if (part.trim() === '') continue;
    const [, from, to] =
      /^\s*(\S+)\s*[-\u2013\u2014]\s*(\S+)\s*$/.exec(part.replaceAll(/\s*[-\u2013\u2014]\s*/g, ' - ')) ?? [];
    const begin = readTime(from);
    const end = readTime(to);
    if (begin === null || end === null || begin === '24:00') return null;
    spans.push({ from: begin, to: end });
  }
  return spans;
}

export function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(', ');
}

function readTime(text: string | undefined): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?h?$/.exec(text ?? '') ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  if (Number(hours) > 24 || (Number(hours) === 24 && Number(minutes) > 0)) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
