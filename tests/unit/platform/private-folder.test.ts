import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePrivate } from '../../../main/platform/private-folder.ts';
import { makeDirectory } from '../settings/make.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('a private folder', () => {
  it('is made where there is none', () => {
    const folder = join(makeDirectory().path, 'a', 'profile');
    expect(makePrivate(folder, 'linux')).toEqual([]);
    expect(modeOf(folder)).toBe(0o700);
  });

  it.each([
    [0o755, 0o644, 0o600],
    [0o777, 0o666, 0o600],
    [0o750, 0o755, 0o700],
    [0o700, 0o400, 0o400],
  ])('is closed to others: folder %o, file %o', (folderMode, fileMode, after) => {
    const folder = makeDirectory().path;
    const file = join(folder, 'settings.json');
    writeFileSync(file, '{}');
    chmodSync(file, fileMode);
    chmodSync(folder, folderMode);
    expect(makePrivate(folder, 'linux')).toEqual([]);
    expect([modeOf(folder), modeOf(file)]).toEqual([0o700, after]);
  });

  it('leaves alone what a link leads to', () => {
    const [folder, elsewhere] = [makeDirectory().path, join(makeDirectory().path, 'shared.json')];
    writeFileSync(elsewhere, '{}');
    chmodSync(elsewhere, 0o666);
    symlinkSync(elsewhere, join(folder, 'settings.json'));
    expect(makePrivate(folder, 'linux')).toEqual([]);
    expect(modeOf(elsewhere)).toBe(0o666);
  });

  it('leaves alone what an access list guards', () => {
    const folder = makeDirectory().path;
    chmodSync(folder, 0o755);
    expect(makePrivate(folder, 'win32')).toEqual([]);
    expect(modeOf(folder)).toBe(0o755);
  });

  it('says what it cannot close', () => {
    // The kernel's own; nobody may change its mode.
    const folder = '/proc/self';
    expect(makePrivate(folder, 'linux')).toContain(folder);
  });

  it('does not touch what is in folders below', () => {
    const folder = makeDirectory().path;
    const below = join(folder, 'Cache');
    mkdirSync(below);
    chmodSync(below, 0o755);
    makePrivate(folder, 'linux');
    expect(modeOf(below)).toBe(0o755);
  });
});
