import { describe, expect, it } from 'vitest';
import { setRestart, setWatching } from '../../../main/settings/edit-watching.ts';
import type { Managed } from '../../../main/settings/managed.ts';
import { makeAccount as makeWatched, makeStore } from '../monitor/make.ts';
import { makeManaged, makeSettings } from './make.ts';

const none: Managed = { state: 'none' };
const error = (code: string, field = '') => ({ ok: false, error: { code, field, params: {} } });
const usual = makeSettings().watching;

describe('how stores are watched', () => {
  it.each([
    [{ closedIntervalSeconds: 600 }, { ...usual, closedIntervalSeconds: 600 }],
    [{ closedIntervalSeconds: null }, { ...usual, closedIntervalSeconds: null }],
    [{ changes: 8 }, { ...usual, unstable: { ...usual.unstable, changes: 8 } }],
  ])('changes by %j in nothing else', (change, watching) => {
    expect(setWatching(makeSettings(), none, change)).toMatchObject({ ok: true, settings: { watching } });
  });

  it.each([
    [{ closedIntervalSeconds: 59 }, 'closedIntervalSeconds'],
    [{ closedIntervalSeconds: 3601 }, 'closedIntervalSeconds'],
    [{ changes: 2.5 }, 'unstable.changes'],
    [{ withinMinutes: 0 }, 'unstable.withinMinutes'],
  ])('%j is refused with its field', (change, field) => {
    expect(setWatching(makeSettings(), none, change)).toEqual(error('invalid', field));
  });

  it.each([
    [{ closedIntervalSeconds: 600 }, makeManaged({ closedPollIntervalSeconds: 120 })],
    [{ calmMinutes: 5 }, makeManaged({ unstable: usual.unstable })],
  ])('%j is refused where the organisation has set it', (change, managed) => {
    expect(setWatching(makeSettings(), managed, change)).toEqual(error('managed'));
  });
});

describe('the daily restart', () => {
  const restart = { at: '04:30', graceMinutes: 20 };
  const nl = { account: 'nl', store: 'UTR-01' };
  const be = { account: 'be', store: 'UTR-01' };

  it('is set for the store that is named, and stays for the others', () => {
    const before = { ...be, restart: { at: '03:00', graceMinutes: 5 } };
    const settings = makeSettings({ restarts: [{ ...nl, restart: before.restart }, before] });
    expect(setRestart(settings, none, { ...nl, restart })).toMatchObject({
      ok: true,
      settings: { restarts: [before, { ...nl, restart }] },
    });
  });

  it('keeps what a change leaves out, and what an import said', () => {
    const before = makeSettings({ restarts: [{ ...nl, restart, importedAt: '04:30' }] });
    expect(setRestart(before, none, { ...nl, restart: { graceMinutes: 5 } })).toMatchObject({
      settings: { restarts: [{ ...nl, restart: { at: '04:30', graceMinutes: 5 }, importedAt: '04:30' }] },
    });
    expect(setRestart(makeSettings(), none, { ...nl, restart: { at: '05:00' } })).toMatchObject({
      settings: { restarts: [{ ...nl, restart: { at: '05:00', graceMinutes: 15 } }] },
    });
  });

  it.each([
    [{ at: '24:30', graceMinutes: 20 }, 'at'],
    [{ at: '', graceMinutes: 20 }, 'at'],
    [{ at: '04:30', graceMinutes: -1 }, 'graceMinutes'],
  ])('%j is refused with its field', (wrong, field) => {
    expect(setRestart(makeSettings(), none, { ...nl, restart: wrong })).toEqual(error('invalid', field));
  });

  it('is refused where the organisation has set it', () => {
    const store = { ...makeStore('UTR-01'), restart: { ...restart, timeZone: null } };
    const managed = makeManaged({ accounts: [makeWatched([store], { id: 'nl', origin: 'managed' })] });
    expect(setRestart(makeSettings(), managed, { ...nl, restart })).toEqual(error('managed'));
    expect(setRestart(makeSettings(), managed, { ...be, restart })).toMatchObject({ ok: true });
  });
});
