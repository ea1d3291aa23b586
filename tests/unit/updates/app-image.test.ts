import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFile } from '../../../main/updates/app-image.ts';
import { makeDirectory } from '../settings/make.ts';

it('the new file takes the name of the old one, and can be run', () => {
  const { path } = makeDirectory({ 'Tillwatch-1.0.0.AppImage': 'old', download: 'new' });
  const file = join(path, 'Tillwatch-1.0.0.AppImage');
  replaceFile(file, join(path, 'download'));
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o755);
  expect(readdirSync(path).toSorted()).toEqual(['Tillwatch-1.0.0.AppImage', 'download']);
});

it('one that cannot be put there leaves everything as it was', () => {
  const { path } = makeDirectory({ download: 'new' });
  const taken = join(path, 'taken');
  mkdirSync(taken);
  writeFileSync(join(taken, 'inside'), '');
  expect(() => replaceFile(taken, join(path, 'download'))).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(() => replaceFile(join(path, 'file'), join(path, 'missing'))).toThrow('ENOENT');
  expect(readdirSync(path).toSorted()).toEqual(['download', 'taken']);
});
