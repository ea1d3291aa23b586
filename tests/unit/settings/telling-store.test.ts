import { describe, expect, it } from 'vitest';
import { noMemory, type Memory } from '../../../main/notifications/memory.ts';
import { noQuiet, type Quiet } from '../../../main/monitor/quiet.ts';
import { openTelling } from '../../../main/settings/telling-store.ts';
import { makeDirectory, makeFiles, t0 } from './make.ts';

const quiet: Quiet = {
  snoozes: [
    { scope: { kind: 'all' }, until: t0, lengthMs: 3_600_000 },
    { scope: { kind: 'store', account: 'nl', store: 'UTR-01' }, until: null, lengthMs: null },
    { scope: { kind: 'terminal', account: 'nl', poiid: 'V400m-2' }, until: t0, lengthMs: 3_600_000 },
  ],
  acknowledged: [{ account: 'nl', poiid: 'V400m-1' }],
};
const memory: Memory = {
  down: [{ account: 'nl', poiid: 'V400m-1', toldAt: t0, reminded: true }],
  held: [
    {
      kind: 'disconnected',
      account: 'nl',
      store: 'UTR-01',
      poiid: 'V400m-2',
      at: t0,
      outageSince: t0,
      whileAway: false,
      neverSeen: false,
    },
  ],
  causes: [{ account: 'nl', cause: 'unauthorized', stores: ['UTR-01'], reason: 'snoozed' }],
  openings: [{ account: 'nl', store: 'UTR-01', at: t0 }],
  reasons: { 'disconnected/nl/UTR-01/V400m-2': 'snoozed' },
  sentAt: [t0],
  attentionAt: [t0],
  lookedAt: t0,
};

const open = (directory: string) => openTelling(makeFiles(directory), noMemory);

describe('what people were told and do not want to hear', () => {
  it('is nothing at first', () => {
    const store = open(makeDirectory().path);
    expect([store.quiet(), store.memory()]).toEqual([noQuiet, noMemory]);
  });

  it('survives a restart, each part saved by itself', () => {
    const { path } = makeDirectory();
    const first = open(path);
    first.save({ quiet });
    first.save({ memory });
    const second = open(path);
    expect([second.quiet(), second.memory(), second.notices()]).toEqual([quiet, memory, []]);
  });

  it('of an older version is complete: its causes were told, and not yet of stores of their own', () => {
    const { attentionAt: _, ...kept } = memory;
    const older = { ...kept, causes: [{ account: 'nl', cause: 'unauthorized' }] };
    const directory = makeDirectory({
      'notifications.json': JSON.stringify({ version: 1, quiet, memory: older }),
    });
    const store = open(directory.path);
    expect(store.notices()).toEqual([]);
    expect(store.memory()).toEqual({
      ...memory,
      causes: [{ account: 'nl', cause: 'unauthorized', stores: [], reason: null }],
      attentionAt: [],
    });
  });

  it.each([
    [
      'a snooze',
      { quiet: { ...quiet, snoozes: [{ scope: { kind: 'all' }, until: 'soon', lengthMs: null }] }, memory },
      { ...quiet, snoozes: [] },
      memory,
    ],
    ['a memory', { quiet, memory: 'all of it' }, quiet, noMemory],
  ])('loses only what cannot be used, and says so: %s', (_, parts, keptQuiet, keptMemory) => {
    const directory = makeDirectory({ 'notifications.json': JSON.stringify({ version: 1, ...parts }) });
    const store = open(directory.path);
    expect([store.quiet(), store.memory()]).toEqual([keptQuiet, keptMemory]);
    expect(store.notices()).toMatchObject([{ code: 'fields-repaired', file: 'notifications' }]);
  });
});
