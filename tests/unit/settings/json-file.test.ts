import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJsonFile, type FileDeps } from '../../../main/settings/json-file.ts';
import { settingsFile } from '../../../main/settings/migrations.ts';
import { defaultSettings } from '../../../main/settings/schema.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { openConf } from '../../support/conf.ts';
import { makeDirectory, makeFiles, makeSettings } from './make.ts';

const keptAs = 'settings.kept-20261124T140000Z.json';
const settings = makeSettings();

function open(directory: string, deps: Partial<FileDeps> = {}) {
  return openJsonFile(settingsFile(checkEndpoint), makeFiles(directory, deps));
}

function makeSaved(): Buffer {
  const directory = makeDirectory();
  open(directory.path).save(settings);
  return directory.read('settings.json');
}

describe('a settings file', () => {
  it('comes back as it was saved', () => {
    const directory = makeDirectory();
    expect(open(directory.path).save(settings)).toEqual({ ok: true });

    const again = open(directory.path);
    expect(again.current()).toEqual(settings);
    expect(again.notices()).toEqual([]);
    expect(directory.list()).toEqual(['settings.json']);
  });

  it('is not written before there is something to save', () => {
    const directory = makeDirectory();
    const file = open(directory.path);
    expect(file.current()).toEqual(defaultSettings());
    expect(file.notices()).toEqual([]);
    expect(directory.list()).toEqual([]);
  });

  it('may begin with a byte order mark, as Windows editors leave it', () => {
    const directory = makeDirectory({ 'settings.json': `\uFEFF${JSON.stringify(settings)}` });
    const file = open(directory.path);
    expect(file.current()).toEqual(settings);
    expect(file.notices()).toEqual([]);
    expect(file.save(settings)).toEqual({ ok: true });
  });

  it('replaces what is there as a whole', () => {
    const directory = makeDirectory();
    const file = open(directory.path);
    file.save(settings);
    file.save(defaultSettings());
    expect(directory.json('settings.json')).toEqual(defaultSettings());
  });
});

describe('a settings file that cannot be used', () => {
  it.each([
    ['empty', '', 'unreadable'],
    ['full of zeros after a power cut', '\0'.repeat(600), 'unreadable'],
    ['no JSON', 'version = 1', 'unreadable'],
    ['a list', '[]', 'wrong-type'],
    ['a text', '"settings"', 'wrong-type'],
    ['null', 'null', 'wrong-type'],
    ['of a future version', '{"version": 2, "everything": "else"}', 'newer-version'],
  ] as const)('is kept aside with a notice: %s', (_, content, reason) => {
    const directory = makeDirectory({ 'settings.json': content });
    const file = open(directory.path);
    expect(file.current()).toEqual(defaultSettings());
    expect(file.notices()).toEqual([{ code: 'file-kept-aside', file: 'settings', keptAs, reason }]);

    expect(file.save(settings)).toEqual({ ok: true });
    expect(directory.list()).toEqual(['settings.json', keptAs].sort());
    expect(directory.read(keptAs).toString()).toBe(content);
    expect(open(directory.path).notices()).toEqual([]);
    expect(open(directory.path).current()).toEqual(settings);
  });

  it('loses nothing and never throws wherever it was cut off', () => {
    const whole = makeSaved();
    for (let length = 0; length < whole.length; length++) {
      const cut = whole.subarray(0, length);
      const directory = makeDirectory({ 'settings.json': cut });
      const file = open(directory.path);
      expect(file.current()).toEqual(defaultSettings());
      expect(file.notices()).toMatchObject([{ code: 'file-kept-aside', reason: 'unreadable' }]);
      expect(directory.list()).toEqual([keptAs]);
      expect(directory.read(keptAs).equals(cut)).toBe(true);
    }
  });

  it('never takes the place of a copy that was kept before', () => {
    const directory = makeDirectory();
    for (const content of ['first', 'second', 'third']) {
      directory.write('settings.json', content);
      open(directory.path);
    }
    expect(directory.content()).toEqual([
      ['settings.kept-20261124T140000Z-2.json', 'second'],
      ['settings.kept-20261124T140000Z-3.json', 'third'],
      [keptAs, 'first'],
    ]);
  });

  it('stays where it is when it cannot even be read, and nothing is written over it', () => {
    const directory = makeDirectory();
    mkdirSync(join(directory.path, 'settings.json'));
    const file = open(directory.path);
    expect(file.save(settings)).toEqual({ ok: false, problem: 'EISDIR' });
    expect(file.current()).toEqual(settings);
    expect(file.notices()).toEqual([
      { code: 'file-kept-aside', file: 'settings', keptAs: 'settings.json', reason: 'unreadable' },
      { code: 'not-saved', file: 'settings', problem: 'EISDIR' },
    ]);
    expect(directory.list()).toEqual(['settings.json']);
  });
});

describe('a settings file of which a part cannot be used', () => {
  const damaged = JSON.stringify({ ...settings, startHidden: 'perhaps' });

  it('is copied first, and mended at once, so that the next start finds no fault', () => {
    const directory = makeDirectory({ 'settings.json': damaged });
    const file = open(directory.path);
    expect(file.current()).toEqual(settings);
    expect(file.notices()).toEqual([
      { code: 'fields-repaired', file: 'settings', paths: ['startHidden'], keptAs },
    ]);
    expect(directory.read(keptAs).toString()).toBe(damaged);
    expect(open(directory.path).notices()).toEqual([]);
    expect(directory.list()).toEqual(['settings.json', keptAs].sort());
  });

  it('is left alone for this run where it cannot be copied', () => {
    const directory = makeDirectory({ 'settings.json': damaged });
    // Not there for those who look, yet in the way of those who write.
    symlinkSync('nowhere', join(directory.path, keptAs));
    const file = open(directory.path);
    expect(file.save({ ...settings, demo: true })).toEqual({ ok: false, problem: 'EEXIST' });
    expect(file.notices()).toEqual([
      { code: 'fields-repaired', file: 'settings', paths: ['startHidden'], keptAs: 'settings.json' },
      { code: 'not-saved', file: 'settings', problem: 'EEXIST' },
    ]);
    expect(directory.read('settings.json').toString()).toBe(damaged);
  });
});

describe('a settings file that is only looked at', () => {
  it.each([
    ['usable', JSON.stringify(settings)],
    ['unreadable', '{'],
    ['of a future version', '{"version": 2}'],
    ['damaged in part', JSON.stringify({ ...settings, demo: 1 })],
  ])('is not touched: %s', (_, content) => {
    const directory = makeDirectory({ 'settings.json': content });
    const file = open(directory.path, { readOnly: true });
    expect(file.save(makeSettings({ startHidden: true })).ok).toBe(false);
    expect(directory.content()).toEqual([['settings.json', content]]);
  });

  it('need not be there, nor its folder', () => {
    const directory = makeDirectory();
    const file = open(join(directory.path, 'none'), { readOnly: true });
    expect(file.current()).toEqual(defaultSettings());
    expect(directory.list()).toEqual([]);
  });
});

describe('a disk that refuses', () => {
  it('is an answer and a notice, and the value counts all the same', () => {
    const directory = makeDirectory();
    const profile = join(directory.path, 'profile');
    const file = open(profile);
    writeFileSync(profile, 'a file where the folder should be');

    const saved = file.save(settings);
    expect(saved).toEqual({ ok: false, problem: 'ENOTDIR' });
    expect(file.current()).toEqual(settings);
    expect(file.notices()).toEqual([{ code: 'not-saved', file: 'settings', problem: 'ENOTDIR' }]);
  });

  it('is forgotten once it takes the file again', () => {
    const directory = makeDirectory();
    const full = join(directory.path, 'profile');
    const file = open(full);
    writeFileSync(full, '');
    file.save(settings);
    rmSync(full);
    expect(file.save(settings)).toEqual({ ok: true });
    expect(file.notices()).toEqual([]);
    expect(open(full).current()).toEqual(settings);
  });

  it('leaves what was saved last when it fills up in the middle', () => {
    const directory = makeDirectory();
    const file = open(directory.path, {
      openStore: (options) => {
        const store = openConf(options);
        return {
          get store() {
            return store.store;
          },
          set store(value) {
            if (value['demo'] === true) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
            store.store = value;
          },
        };
      },
    });
    file.save(settings);
    expect(file.save({ ...settings, demo: true })).toEqual({ ok: false, problem: 'ENOSPC' });
    expect(open(directory.path).current()).toEqual(settings);
  });
});
