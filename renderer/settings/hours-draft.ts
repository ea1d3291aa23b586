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

/** Opening hours as people type them. */
export interface HoursDraft {
  /** `09:00-12:30, 13:30-18:00`; empty: closed. */
  week: Record<Weekday, string>;
  /** One a line: `2026-12-24 09:00-15:00`, or the date alone where it is closed. */
  holidays: string;
  /** Empty: that of this PC. */
  timeZone: string;
}

export type HoursFault = { field: Weekday } | { field: 'holidays'; line: number };

export function draftOf(hours: Hours | null): HoursDraft {
  const usual = [{ from: '09:00', to: '18:00' }];
  const day = (name: Weekday) => spansText(hours ? hours.week[name] : name === 'sunday' ? [] : usual);
  return {
    week: {
      monday: day('monday'),
      tuesday: day('tuesday'),
      wednesday: day('wednesday'),
      thursday: day('thursday'),
      friday: day('friday'),
      saturday: day('saturday'),
      sunday: day('sunday'),
    },
    holidays: (hours?.holidays ?? [])
      .map(({ date, spans }) => `${date} ${spansText(spans)}`.trim())
      .join('\n'),
    timeZone: hours?.timeZone ?? '',
  };
}

/** The hours, or the first place that cannot be read. */
export function readHours({ week, holidays, timeZone }: HoursDraft): Hours | HoursFault {
  const days: Hours['week'] = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  };
  for (const field of weekdays) {
    const spans = readSpans(week[field]);
    if (spans === null) return { field };
    days[field] = spans;
  }
  const dates: Hours['holidays'] = [];
  for (const [at, line] of holidays.split('\n').entries()) {
    const [, date, rest = ''] = /^\s*(\d{4}-\d{2}-\d{2})[:\s]*(.*)$/.exec(line) ?? [];
    if (line.trim() === '') continue;
    const spans = readSpans(rest);
    if (date === undefined || spans === null || !isDate(date)) return { field: 'holidays', line: at + 1 };
    dates.push({ date, spans });
  }
  return { week: days, holidays: dates, timeZone: timeZone.trim() || null };
}

export function isFault(read: Hours | HoursFault): read is HoursFault {
  return 'field' in read;
}

/** `9-17`, `9.00–12:30; 13:30 - 18h`; null where something else stands there. */
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
