import { describe, expect, it } from 'vitest';
import { setHistory } from '../../../main/settings/edit.ts';
import { historyInUse } from '../../../main/settings/history.ts';
import { makeManaged, makeSettings } from './make.ts';

describe('how long the history is kept', () => {
  it('is the user’s to choose', () => {
    const edit = setHistory(makeSettings(), { state: 'none' }, { keepDays: 90 });
    expect(edit).toMatchObject({ ok: true, settings: { history: { keepDays: 90 } } });
    expect(historyInUse({ keepDays: 90 }, null)).toEqual({ keepDays: 90, locked: false });
  });

  it.each([29, 1101, 90.5, Number.NaN])('is never %s days', (keepDays) => {
    expect(setHistory(makeSettings(), { state: 'none' }, { keepDays })).toMatchObject({
      ok: false,
      error: { code: 'out-of-range', field: 'keepDays', params: { least: 30, most: 1100 } },
    });
  });

  it('is not the user’s where the organisation has chosen it', () => {
    expect(setHistory(makeSettings(), makeManaged({ historyKeepDays: 730 }), { keepDays: 90 })).toMatchObject(
      { ok: false, error: { code: 'managed' } },
    );
    expect(historyInUse({ keepDays: 90 }, 730)).toEqual({ keepDays: 730, locked: true });
  });
});
