import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGuarded, UnsafeFile } from '../../../main/settings/guarded-file.ts';
import { makeDirectory } from './make.ts';

function makeFile(mode = 0o644) {
  const directory = makeDirectory({ 'managed.json': '{}' });
  const path = join(directory.path, 'managed.json');
  chmodSync(path, mode);
  return { directory: directory.path, path };
}

const why = (path: string, platform: NodeJS.Platform = 'linux') => {
  try {
    return readGuarded(path, platform);
  } catch (error) {
    return error instanceof UnsafeFile ? error.why : error;
  }
};

describe('a file that decides for everybody', () => {
  it('is read', () => {
    expect(why(makeFile().path)).toBe('{}');
  });

  it('is not read through a link, whoever owns what it leads to', () => {
    const { directory, path } = makeFile();
    const link = join(directory, 'link.json');
    symlinkSync(path, link);
    expect(why(link)).toBe('link');
  });

  it.each([0o646, 0o666, 0o602])('is not read where all users may write it: %o', (mode) => {
    const { path } = makeFile(mode);
    expect(why(path)).toBe('writable');
    expect(why(path, 'win32'), 'mode bits say nothing on Windows').toBe('{}');
  });

  it('is not read from a folder in which all users may take its place, unless that keeps files to their owners', () => {
    const { directory, path } = makeFile();
    chmodSync(directory, 0o777);
    expect(why(path)).toBe('folder-writable');
    chmodSync(directory, 0o1777);
    expect(why(path)).toBe('{}');
  });

  it('is not waited for where it is a pipe, and is no folder', () => {
    const { directory } = makeFile();
    const pipe = join(directory, 'pipe.json');
    execFileSync('mkfifo', [pipe]);
    const folder = join(directory, 'folder.json');
    mkdirSync(folder);
    expect([why(pipe), why(folder)]).toEqual(['no-file', 'no-file']);
  });

  it('that is not there is said as the file system does', () => {
    expect(why(join(makeFile().directory, 'none.json'))).toMatchObject({ code: 'ENOENT' });
  });
});
