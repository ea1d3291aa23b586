import { describe, expect, it } from 'vitest';
import {
  holidaysText,
  readHolidays,
  readSpans,
  spansText,
  type Hours,
} from '../../../renderer/settings/hours-text.ts';

const week: Hours['week'] = {
  monday: [],
  tuesday: [{ from: '09:00', to: '18:00' }],
  wednesday: [
    { from: '09:00', to: '12:30' },
    { from: '13:30', to: '18:00' },
  ],
  thursday: [],
  friday: [{ from: '20:00', to: '04:00' }],
  saturday: [{ from: '00:00', to: '24:00' }],
  sunday: [],
};

describe('opening hours as they are typed', () => {
  it.each([
    ['', []],
    ['9-17', [{ from: '09:00', to: '17:00' }]],
    [
      '9:00 – 12.30; 13:30 - 18h',
      [
        { from: '09:00', to: '12:30' },
        { from: '13:30', to: '18:00' },
      ],
    ],
    ['20:00-04:00,', [{ from: '20:00', to: '04:00' }]],
    ['00:00-24:00', [{ from: '00:00', to: '24:00' }]],
  ])('can be read: %s', (text, spans) => {
    expect(readSpans(text)).toEqual(spans);
  });

  it.each(['closed', '9', '9-', '25-26', '9:60-10', '24:00-02:00', '24:30-25', '9-12-15', '9 12'])(
    'cannot be read: %s',
    (text) => {
      expect(readSpans(text)).toBeNull();
    },
  );

  it.each(Object.entries(week))('come back as they were: %s', (_day, spans) => {
    expect(readSpans(spansText(spans))).toEqual(spans);
  });
});

describe('single days as they are typed', () => {
  it('come back as they were', () => {
    const holidays = [
      { date: '2026-12-24', spans: [{ from: '09:00', to: '15:00' }] },
      { date: '2026-12-25', spans: [] },
    ];
    expect(holidaysText(holidays)).toBe('2026-12-24 09:00-15:00\n2026-12-25');
    expect(readHolidays(holidaysText(holidays))).toEqual({ ok: true, holidays });
  });

  it.each([
    ['a date that is none', '2026-12-25\n\n2026-02-30', 3],
    ['hours that are none', '2026-12-25 closed', 1],
    ['no date', '\n09:00-15:00', 2],
  ])('say where they cannot be read: %s', (_, text, line) => {
    expect(readHolidays(text)).toEqual({ ok: false, line });
  });
});
