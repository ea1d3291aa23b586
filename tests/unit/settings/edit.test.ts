import { describe, expect, it } from 'vitest';
import { setPolling } from '../../../main/settings/edit.ts';
import { makeManaged, makeSettings } from './make.ts';

const settings = makeSettings();

describe('the pace of checking', () => {
  it.each([
    [10, 2],
    [3600, 60],
    [45, 7],
  ])('may be every %i s, confirmed after %i s', (intervalSeconds, confirmationSeconds) => {
    const polling = { intervalSeconds, confirmationSeconds };
    expect(setPolling(settings, { state: 'none' }, polling)).toEqual({
      ok: true,
      settings: { ...settings, polling },
      value: null,
    });
  });

  it.each([
    ['intervalSeconds', 9, 10, 3600],
    ['intervalSeconds', 3601, 10, 3600],
    ['intervalSeconds', 30.5, 10, 3600],
    ['intervalSeconds', Number.NaN, 10, 3600],
    ['confirmationSeconds', 1, 2, 60],
    ['confirmationSeconds', Number.POSITIVE_INFINITY, 2, 60],
  ])('may not be out of range: %s %d', (field, value, least, most) => {
    const polling = { ...settings.polling, [field]: value };
    expect(setPolling(settings, { state: 'none' }, polling)).toEqual({
      ok: false,
      error: { code: 'out-of-range', field, params: { least, most } },
    });
  });

  it('stays as it is where a change leaves it out', () => {
    const { polling } = settings;
    expect(setPolling(settings, { state: 'none' }, { confirmationSeconds: 9 })).toMatchObject({
      settings: { polling: { ...polling, confirmationSeconds: 9 } },
    });
    expect(setPolling(settings, { state: 'none' }, { intervalSeconds: 90 })).toMatchObject({
      settings: { polling: { ...polling, intervalSeconds: 90 } },
    });
  });

  it('is not the user’s where the managed file sets it', () => {
    const managed = makeManaged({ pollIntervalSeconds: 30 });
    expect(setPolling(settings, managed, settings.polling)).toMatchObject({ error: { code: 'managed' } });
  });
});
