import { describe, expect, it } from 'vitest';
import {
  isOpen,
  nextClosing,
  nextOpening,
  weekdays,
  type OpeningHours,
  type Span,
  type Weekday,
} from '../../../main/monitor/opening-hours.ts';

const amsterdam = 'Europe/Amsterdam';
const office = spans('09:00-18:00');

function spans(text: string): Span[] {
  return text.split(' ').map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { from, to };
  });
}

function makeHours(
  days: Partial<Record<Weekday, Span[]>>,
  { holidays = [], timeZone = amsterdam }: Partial<OpeningHours> = {},
): OpeningHours {
  const week: OpeningHours['week'] = {
    sunday: [],
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    ...days,
  };
  return { week, holidays, timeZone };
}

function everyDay(text: string, more: Partial<OpeningHours> = {}): OpeningHours {
  return makeHours(Object.fromEntries(weekdays.map((day) => [day, spans(text)])), more);
}

const shop = makeHours({
  monday: spans('13:00-18:00'),
  tuesday: office,
  wednesday: office,
  thursday: spans('09:00-12:30 13:30-21:00'),
  friday: office,
  saturday: spans('09:00-17:00'),
});
const bar = makeHours({ friday: spans('20:00-04:00'), saturday: spans('20:00-05:00') });
const always = everyDay('00:00-24:00');
const never = makeHours({});
const christmas = everyDay('09:00-18:00', {
  holidays: [
    { date: '2026-12-24', spans: spans('09:00-15:00') },
    { date: '2026-12-25', spans: [] },
    { date: '2026-12-26', spans: [] },
  ],
});

// 2026-11-24 is a Tuesday.
describe('opening hours', () => {
  it.each<[string, OpeningHours | null, string, boolean, string | null, string | null]>([
    // what, hours, at, open, next opening, next closing
    ['without any', null, '2026-11-24T03:00+01:00', true, null, null],
    [
      'in the night',
      shop,
      '2026-11-24T03:00+01:00',
      false,
      '2026-11-24T09:00+01:00',
      '2026-11-24T18:00+01:00',
    ],
    [
      'a minute early',
      shop,
      '2026-11-24T08:59+01:00',
      false,
      '2026-11-24T09:00+01:00',
      '2026-11-24T18:00+01:00',
    ],
    [
      'at the minute',
      shop,
      '2026-11-24T09:00+01:00',
      true,
      '2026-11-25T09:00+01:00',
      '2026-11-24T18:00+01:00',
    ],
    ['at closing', shop, '2026-11-24T18:00+01:00', false, '2026-11-25T09:00+01:00', '2026-11-25T18:00+01:00'],
    [
      'before a break',
      shop,
      '2026-11-26T12:29+01:00',
      true,
      '2026-11-26T13:30+01:00',
      '2026-11-26T12:30+01:00',
    ],
    [
      'in the break',
      shop,
      '2026-11-26T13:00+01:00',
      false,
      '2026-11-26T13:30+01:00',
      '2026-11-26T21:00+01:00',
    ],
    [
      'over the weekend',
      shop,
      '2026-11-28T17:30+01:00',
      false,
      '2026-11-30T13:00+01:00',
      '2026-11-30T18:00+01:00',
    ],
    [
      'before midnight',
      bar,
      '2026-11-27T23:59+01:00',
      true,
      '2026-11-28T20:00+01:00',
      '2026-11-28T04:00+01:00',
    ],
    [
      'after midnight',
      bar,
      '2026-11-28T03:59+01:00',
      true,
      '2026-11-28T20:00+01:00',
      '2026-11-28T04:00+01:00',
    ],
    [
      'in the morning',
      bar,
      '2026-11-28T04:00+01:00',
      false,
      '2026-11-28T20:00+01:00',
      '2026-11-29T05:00+01:00',
    ],
    ['round the clock', always, '2026-11-24T23:59+01:00', true, null, null],
    ['closed for good', never, '2026-11-24T12:00+01:00', false, null, null],
    [
      'on a short day',
      christmas,
      '2026-12-24T14:59+01:00',
      true,
      '2026-12-27T09:00+01:00',
      '2026-12-24T15:00+01:00',
    ],
    [
      'on a holiday',
      christmas,
      '2026-12-25T12:00+01:00',
      false,
      '2026-12-27T09:00+01:00',
      '2026-12-27T18:00+01:00',
    ],
    [
      'past midnight into a holiday',
      { ...bar, holidays: [{ date: '2026-11-28', spans: [] }] },
      '2026-11-28T02:00+01:00',
      true,
      '2026-12-04T20:00+01:00',
      '2026-11-28T04:00+01:00',
    ],
    [
      'open on a holiday only',
      makeHours({}, { holidays: [{ date: '2027-01-01', spans: spans('10:00-12:00') }] }),
      '2026-11-24T12:00+01:00',
      false,
      '2027-01-01T10:00+01:00',
      '2027-01-01T12:00+01:00',
    ],
    [
      'that meet at midnight',
      makeHours({ tuesday: spans('18:00-24:00'), wednesday: spans('00:00-02:00') }),
      '2026-11-24T20:00+01:00',
      true,
      '2026-12-01T18:00+01:00',
      '2026-11-25T02:00+01:00',
    ],
    [
      'that overlap and are out of order',
      makeHours({ tuesday: spans('14:00-18:00 08:00-12:00 11:00-14:30') }),
      '2026-11-24T11:30+01:00',
      true,
      '2026-12-01T08:00+01:00',
      '2026-11-24T18:00+01:00',
    ],
    [
      'for a whole day from noon',
      makeHours({ tuesday: spans('12:00-12:00') }),
      '2026-11-25T11:59+01:00',
      true,
      '2026-12-01T12:00+01:00',
      '2026-11-25T12:00+01:00',
    ],
  ])('%s', (_, hours, at, open, opening, closing) => {
    expect(factsOf(hours, at)).toEqual({ open, opening: iso(opening), closing: iso(closing) });
  });
});

describe('opening hours where the clock is changed', () => {
  const night = everyDay('22:00-06:00');
  const skipped = everyDay('02:30-05:00');
  const early = everyDay('02:00-03:00');

  it.each<[string, OpeningHours, string, boolean, string | null, string | null]>([
    // Forward on 2026-03-29 at 02:00, back on 2026-10-25 at 03:00 in Amsterdam.
    [
      'the short night',
      night,
      '2026-03-29T05:59+02:00',
      true,
      '2026-03-29T22:00+02:00',
      '2026-03-29T06:00+02:00',
    ],
    [
      'after the short night',
      night,
      '2026-03-29T06:00+02:00',
      false,
      '2026-03-29T22:00+02:00',
      '2026-03-30T06:00+02:00',
    ],
    [
      'the day before',
      shop,
      '2026-03-28T17:00+01:00',
      false,
      '2026-03-30T13:00+02:00',
      '2026-03-30T18:00+02:00',
    ],
    [
      'from a time that is skipped',
      skipped,
      '2026-03-29T03:29+02:00',
      false,
      '2026-03-29T03:30+02:00',
      '2026-03-29T05:00+02:00',
    ],
    [
      'within the hour that is skipped',
      early,
      '2026-03-29T01:59+01:00',
      false,
      '2026-03-30T02:00+02:00',
      '2026-03-30T03:00+02:00',
    ],
    [
      'the long night',
      night,
      '2026-10-25T05:59+01:00',
      true,
      '2026-10-25T22:00+01:00',
      '2026-10-25T06:00+01:00',
    ],
    [
      'the hour that comes twice',
      early,
      '2026-10-25T02:30+02:00',
      true,
      '2026-10-26T02:00+01:00',
      '2026-10-25T03:00+01:00',
    ],
    [
      'the second time round',
      early,
      '2026-10-25T02:30+01:00',
      true,
      '2026-10-26T02:00+01:00',
      '2026-10-25T03:00+01:00',
    ],
    [
      'until a time that comes twice',
      everyDay('20:00-02:30'),
      '2026-10-25T02:31+02:00',
      false,
      '2026-10-25T20:00+01:00',
      '2026-10-26T02:30+01:00',
    ],
    [
      'by half an hour',
      everyDay('09:00-17:00', { timeZone: 'Australia/Lord_Howe' }),
      '2026-10-04T08:59+11:00',
      false,
      '2026-10-04T09:00+11:00',
      '2026-10-04T17:00+11:00',
    ],
    [
      'at midnight',
      everyDay('00:00-08:00', { timeZone: 'America/Santiago' }),
      '2026-09-05T23:59-04:00',
      false,
      '2026-09-06T01:00-03:00',
      '2026-09-06T08:00-03:00',
    ],
  ])('%s', (_, hours, at, open, opening, closing) => {
    expect(factsOf(hours, at)).toEqual({ open, opening: iso(opening), closing: iso(closing) });
  });
});

describe('opening hours in the time zone of the store', () => {
  it.each<[string, boolean, string]>([
    ['America/New_York', false, '2026-11-24T09:00-05:00'],
    ['Asia/Kolkata', true, '2026-11-25T09:00+05:30'],
    ['Pacific/Kiritimati', false, '2026-11-25T09:00+14:00'],
    ['Pacific/Pago_Pago', false, '2026-11-24T09:00-11:00'],
    ['UTC', true, '2026-11-25T09:00Z'],
  ])('%s', (timeZone, open, opening) => {
    const hours = everyDay('09:00-18:00', { timeZone });
    const at = Date.parse('2026-11-24T12:00Z');
    expect(isOpen(hours, at)).toBe(open);
    expect(nextOpening(hours, at)).toBe(Date.parse(opening));
  });

  it('are on the clock of this PC where no zone is given', () => {
    const hours = everyDay('09:00-18:00', { timeZone: null });
    const at = (hour: number, day = 24) => new Date(2026, 10, day, hour).getTime();
    expect(isOpen(hours, at(10))).toBe(true);
    expect(isOpen(hours, at(8))).toBe(false);
    expect(nextOpening(hours, at(10))).toBe(at(9, 25));
    expect(nextClosing(hours, at(10))).toBe(at(18));
  });
});

function factsOf(hours: OpeningHours | null, time: string) {
  const at = Date.parse(time);
  return {
    open: isOpen(hours, at),
    opening: iso(nextOpening(hours, at)),
    closing: iso(nextClosing(hours, at)),
  };
}

function iso(time: string | number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
