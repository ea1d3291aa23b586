import { describe, expect, it } from 'vitest';
import { openMemory } from '../../../main/settings/memory-store.ts';
import { makeRecord } from '../monitor/make.ts';
import { makeDirectory, makeFiles } from './make.ts';

const records = [
  makeRecord(),
  makeRecord({ poiid: 'S1F2-000158215131748', status: 'disconnected', told: 'disconnected', misses: 2 }),
  makeRecord({ account: 'other', status: 'unknown', seenAt: null, evidenceAt: null, told: null }),
];
const keptAs = 'memory.kept-20261124T140000Z.json';

function makeMemory(terminals: unknown) {
  return makeDirectory({ 'memory.json': JSON.stringify({ version: 1, terminals }) });
}

describe('the memory', () => {
  it('comes back as it was saved', () => {
    const directory = makeDirectory();
    expect(openMemory(makeFiles(directory.path)).save(records)).toEqual({ ok: true });
    const again = openMemory(makeFiles(directory.path));
    expect(again.records).toEqual(records);
    expect(again.notices()).toEqual([]);
  });

  it('is empty and silent at the first start', () => {
    const memory = openMemory(makeFiles(makeDirectory().path));
    expect(memory.records).toEqual([]);
    expect(memory.notices()).toEqual([]);
  });

  it.each([
    ['a status that does not exist', { status: 'lost' }],
    ['a time that is a text', { since: 'today' }],
    ['a time that is missing', { outageSince: undefined }],
    ['misses below zero', { misses: -1 }],
    ['no POIID', { poiid: '' }],
    ['told something else', { told: 'suspect' }],
  ])('drops one record alone rather than make something up: %s', (_, field) => {
    const directory = makeMemory([records[0], { ...records[1], ...field }, records[2]]);
    const memory = openMemory(makeFiles(directory.path));
    expect(memory.records).toEqual([records[0], records[2]]);
    expect(memory.notices()).toEqual([
      { code: 'fields-repaired', file: 'memory', paths: ['terminals[1]'], keptAs },
    ]);
    expect(directory.list()).toEqual(['memory.json', keptAs]);
  });

  it('keeps the first of two records of one terminal', () => {
    const directory = makeMemory([records[0], { ...records[0], status: 'disconnected' }]);
    expect(openMemory(makeFiles(directory.path)).records).toEqual([records[0]]);
  });

  it.each([
    ['unreadable', '{"version": 1, "termi'],
    ['wrong-type', '[]'],
    ['newer-version', '{"version": 2}'],
  ])('starts anew where the file is %s, and keeps it', (reason, content) => {
    const directory = makeDirectory({ 'memory.json': content });
    const memory = openMemory(makeFiles(directory.path));
    expect(memory.records).toEqual([]);
    expect(memory.notices()).toEqual([{ code: 'file-kept-aside', file: 'memory', keptAs, reason }]);
    expect(memory.save(records)).toEqual({ ok: true });
    expect(directory.read(keptAs).toString()).toBe(content);
  });

  it('is not touched by a check beside the running app', () => {
    const directory = makeMemory([...records, {}]);
    const before = directory.content();
    const memory = openMemory(makeFiles(directory.path, { readOnly: true }));
    memory.save([]);
    expect(memory.records).toEqual(records);
    expect(directory.content()).toEqual(before);
  });

  it('loses nothing of a file that a newer version wrote with more fields', () => {
    const newer = records.map((record) => ({ ...record, firmware: '1.80', uptime: { days: 3 } }));
    const directory = makeDirectory({
      'memory.json': JSON.stringify({ version: 1, terminals: newer, learnt: ['what'] }),
    });
    const memory = openMemory(makeFiles(directory.path));
    expect(memory.records).toEqual(records);
    expect(memory.notices()).toEqual([]);
    expect(directory.list()).toEqual(['memory.json']);
  });

  it('never throws wherever it was cut off, keeps what is left, and goes on', () => {
    const whole = JSON.stringify({ version: 1, terminals: records });
    for (let length = 0; length < whole.length; length++) {
      const directory = makeDirectory({ 'memory.json': whole.slice(0, length) });
      const memory = openMemory(makeFiles(directory.path));
      expect(memory.records).toEqual([]);
      expect(memory.notices()).toMatchObject([{ code: 'file-kept-aside', reason: 'unreadable' }]);
      expect(memory.save(records)).toEqual({ ok: true });
      expect(directory.list()).toEqual(['memory.json', keptAs]);
    }
  });

  it('loses nothing at whatever byte the writing was killed, and clears away what that left', () => {
    const old = JSON.stringify({ version: 1, terminals: records });
    const next = JSON.stringify({ version: 1, terminals: records.slice(1) });
    // All bytes are there, but it was not renamed: the last of these.
    for (let length = 0; length <= next.length; length++) {
      const directory = makeDirectory({
        'memory.json': old,
        'memory.json.tmp-1764028800abcdef': next.slice(0, length),
      });
      expect(openMemory(makeFiles(directory.path)).records).toEqual(records);
      expect(directory.list()).toEqual(['memory.json']);
    }
  });

  it('is saved off the main thread, where of many the last counts', async () => {
    const directory = makeDirectory();
    const memory = openMemory(makeFiles(directory.path));
    const outcomes = await Promise.all([records.slice(2), records.slice(1), records].map(memory.saveSoon));
    expect(outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(openMemory(makeFiles(directory.path)).records).toEqual(records);
    expect(directory.list()).toEqual(['memory.json']);
  });

  it('keeps what was saved at once when an older write ends after it', async () => {
    const directory = makeDirectory();
    const memory = openMemory(makeFiles(directory.path));
    const older = memory.saveSoon(records.slice(2));
    await Promise.resolve();
    memory.save(records);
    await older;
    expect(openMemory(makeFiles(directory.path)).records).toEqual(records);
  });

  it('does not grow for ever: of too many, those of which something was last heard stay', () => {
    const many = Array.from({ length: 50_010 }, (_, at) =>
      makeRecord({ poiid: `V400m-${at}`, evidenceAt: at }),
    );
    const directory = makeDirectory();
    openMemory(makeFiles(directory.path)).save(many);
    const kept = openMemory(makeFiles(directory.path)).records;
    expect(kept).toHaveLength(50_000);
    expect(kept.every(({ evidenceAt }) => evidenceAt !== null && evidenceAt >= 10)).toBe(true);
  });

  it('takes ten thousand terminals', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => makeRecord({ poiid: `V400m-${at}` }));
    const directory = makeDirectory();
    openMemory(makeFiles(directory.path)).save(many);
    expect(openMemory(makeFiles(directory.path)).records).toEqual(many);
  });
});
