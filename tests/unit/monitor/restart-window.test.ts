import { describe, expect, it } from 'vitest';
import { isRestarting, type RestartWindow } from '../../../main/monitor/restart-window.ts';

const six: RestartWindow = { at: '06:00', graceMinutes: 15, timeZone: 'Europe/Amsterdam' };
const pastMidnight: RestartWindow = { at: '00:03', graceMinutes: 15, timeZone: 'Europe/Amsterdam' };
const midnight: RestartWindow = { at: '23:55', graceMinutes: 15, timeZone: 'Europe/Amsterdam' };

describe('a planned restart', () => {
  it.each<[string, RestartWindow | null, string, boolean]>([
    ['before it, and before the clock of a terminal could be there', six, '2026-11-24T05:54:59+01:00', false],
    ['a little before it, by a clock that is early', six, '2026-11-24T05:55:00+01:00', true],
    ['at its very minute', six, '2026-11-24T06:00:00+01:00', true],
    ['within its grace', six, '2026-11-24T06:14:59+01:00', true],
    ['when the grace is over', six, '2026-11-24T06:15:00+01:00', false],
    ['in the evening', six, '2026-11-24T18:05:00+01:00', false],
    ['over midnight, by a clock that is early', pastMidnight, '2026-11-23T23:58:00+01:00', true],
    ['over midnight, earlier', pastMidnight, '2026-11-23T23:57:59+01:00', false],
    ['over midnight, before it', midnight, '2026-11-24T23:58:00+01:00', true],
    ['over midnight, after it', midnight, '2026-11-25T00:09:00+01:00', true],
    ['over midnight, later', midnight, '2026-11-25T00:10:00+01:00', false],
    ['in summer', six, '2026-07-01T06:05:00+02:00', true],
    ['on the day when the clock goes forward', six, '2026-03-29T06:05:00+02:00', true],
    ['on the day when the clock goes back', six, '2026-10-25T06:05:00+01:00', true],
    [
      'at that hour in another zone',
      { ...six, timeZone: 'America/New_York' },
      '2026-11-24T06:05:00+01:00',
      false,
    ],
    ['without a grace', { ...six, graceMinutes: 0 }, '2026-11-24T06:00:00+01:00', false],
    ['without a grace, a little before it', { ...six, graceMinutes: 0 }, '2026-11-24T05:58:00+01:00', false],
    ['where none is planned', null, '2026-11-24T06:00:00+01:00', false],
  ])('%s', (_, window, at, expected) => {
    expect(isRestarting(window, Date.parse(at))).toBe(expected);
  });

  it('is on the clock of this PC where no zone is given', () => {
    const noon = new Date(2026, 10, 24, 12, 5).getTime();
    expect(isRestarting({ at: '12:00', graceMinutes: 10, timeZone: null }, noon)).toBe(true);
  });
});
