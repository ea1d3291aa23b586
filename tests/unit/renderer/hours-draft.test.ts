import { describe, expect, it } from 'vitest';
import { draftOf, readHours, readSpans, type Hours } from '../../../renderer/settings/hours-draft.ts';

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

  it('come back as they were', () => {
    const hours: Hours = {
      week,
      holidays: [
        { date: '2026-12-24', spans: [{ from: '09:00', to: '15:00' }] },
        { date: '2026-12-25', spans: [] },
      ],
      timeZone: 'Europe/Amsterdam',
    };
    expect(draftOf(hours).holidays).toBe('2026-12-24 09:00-15:00\n2026-12-25');
    expect(readHours(draftOf(hours))).toEqual(hours);
  });

  it.each([
    ['a weekday', { week: { ...draftOf(null).week, friday: 'nine' } }, { field: 'friday' }],
    ['a date', { holidays: '2026-12-25\n\n2026-02-30' }, { field: 'holidays', line: 3 }],
    ['the hours of a date', { holidays: '2026-12-25 closed' }, { field: 'holidays', line: 1 }],
  ])('say where they cannot be read: %s', (_, part, fault) => {
    expect(readHours({ ...draftOf(null), ...part })).toEqual(fault);
  });
});
