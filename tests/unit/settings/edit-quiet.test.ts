import { describe, expect, it } from 'vitest';
import { setNotifications, setOpeningHours } from '../../../main/settings/edit-quiet.ts';
import { defaultRules } from '../../../main/settings/notifications.ts';
import { makeAccount as makeWatched, makeHours, makeStore } from '../monitor/make.ts';
import { makeManaged, makeSettings } from './make.ts';

const settings = makeSettings();
const unmanaged = { state: 'none' } as const;
const utrecht = { account: 'nl', store: 'UTR-01' };
const amsterdam = { account: 'nl', store: 'AMS-01' };
const hours = makeHours('09:00-18:00', 'Europe/Amsterdam');

describe('what people want to be told', () => {
  it.each([5, 45, 24 * 60])('may be repeated after %d minutes', (stillAfterMinutes) => {
    const wanted = { ...defaultRules(), stillDisconnected: true, stillAfterMinutes };
    expect(setNotifications(settings, unmanaged, wanted)).toEqual({
      ok: true,
      settings: { ...settings, notifications: wanted },
      value: null,
    });
  });

  it.each([4, 24 * 60 + 1, 7.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'may not be repeated after %d minutes',
    (stillAfterMinutes) => {
      expect(setNotifications(settings, unmanaged, { ...defaultRules(), stillAfterMinutes })).toEqual({
        ok: false,
        error: { code: 'out-of-range', field: 'stillAfterMinutes', params: { least: 5, most: 24 * 60 } },
      });
    },
  );

  it('stays as it is where a change leaves it out', () => {
    const own = makeSettings({ notifications: { ...defaultRules(), sound: 'off' } });
    expect(setNotifications(own, unmanaged, { reconnected: false })).toMatchObject({
      settings: { notifications: { ...defaultRules(), sound: 'off', reconnected: false } },
    });
  });

  it('is the user’s only where the organisation has left it', () => {
    const own = makeSettings({ notifications: { ...defaultRules(), sound: 'off' } });
    const managed = makeManaged({ notifications: { sound: 'own' } });
    expect(setNotifications(own, managed, { sound: 'system' })).toMatchObject({ error: { code: 'managed' } });
    expect(setNotifications(own, managed, { reconnected: false })).toMatchObject({
      settings: { notifications: { ...defaultRules(), sound: 'off', reconnected: false } },
    });
  });
});

describe('opening hours', () => {
  it('are set for the store that is named, and leave the others alone', () => {
    const before = makeSettings({ openingHours: [{ ...amsterdam, hours: makeHours('10:00-12:00') }] });
    expect(setOpeningHours(before, unmanaged, { ...utrecht, hours })).toMatchObject({
      settings: {
        openingHours: [
          { ...amsterdam, hours: makeHours('10:00-12:00') },
          { ...utrecht, hours },
        ],
      },
    });
  });

  const noon = [{ from: '07:00', to: '12:00' }];
  const closed = [{ date: '2026-12-25', spans: [] }];
  it.each([
    ['a day', { week: { monday: noon } }, { ...hours, week: { ...hours.week, monday: noon } }],
    ['single dates', { holidays: closed }, { ...hours, holidays: closed }],
    ['the time zone', { timeZone: null }, { ...hours, timeZone: null }],
  ])('keep what a change leaves out: %s', (_, change, expected) => {
    const before = makeSettings({ openingHours: [{ ...utrecht, hours }] });
    expect(setOpeningHours(before, unmanaged, { ...utrecht, hours: change })).toMatchObject({
      settings: { openingHours: [{ ...utrecht, hours: expected }] },
    });
  });

  it('are refused where the organisation has set them', () => {
    const store = { ...makeStore('UTR-01'), openingHours: hours };
    const managed = makeManaged({ accounts: [makeWatched([store], { id: 'nl', origin: 'managed' })] });
    expect(setOpeningHours(settings, managed, { ...utrecht, hours })).toMatchObject({
      ok: false,
      error: { code: 'managed' },
    });
    expect(setOpeningHours(settings, managed, { ...amsterdam, hours })).toMatchObject({ ok: true });
  });

  it('can be taken away', () => {
    const before = makeSettings({
      openingHours: [
        { ...utrecht, hours },
        { ...amsterdam, hours },
      ],
    });
    expect(setOpeningHours(before, unmanaged, { ...utrecht, hours: null })).toMatchObject({
      settings: { openingHours: [{ ...amsterdam, hours }] },
    });
  });

  it.each([
    ['a time that is none', makeHours('09:00-25:00'), 'week.monday[0].to'],
    ['a day that is none', { ...hours, holidays: [{ date: '2026-02-30', spans: [] }] }, 'holidays[0].date'],
    ['a zone that this PC does not know', { ...hours, timeZone: 'Europe/Utrecht' }, 'timeZone'],
  ])('are refused with their place: %s', (_, wrong, field) => {
    expect(setOpeningHours(settings, unmanaged, { ...utrecht, hours: wrong })).toEqual({
      ok: false,
      error: { code: 'invalid', field, params: {} },
    });
  });
});
