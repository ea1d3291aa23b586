import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, made, test } from '../support/packaged-test.ts';

/** What the deb, which is made of the same folder at the same time, adds there for itself. */
const ofTheDeb = ['resources/app-update.yml', 'resources/apparmor-profile', 'resources/package-type'];

test('the tar.gz is the unpacked app in a folder of its own, all of it and nothing else', async () => {
  const names = (await readdir(made.folder)).filter((name) => name.endsWith('.tar.gz'));
  expect(names).toEqual([expect.stringMatching(/^tillwatch-\d+\.\d+\.\d+-x64\.tar\.gz$/)]);
  const [name = ''] = names;
  const archive = join(made.folder, name);
  const { stdout } = await promisify(execFile)('tar', ['-tvzf', archive], { maxBuffer: 10_000_000 });
  const lines = stdout.trimEnd().split('\n');

  const folder = `${name.replace('.tar.gz', '')}/`;
  const paths = lines.map((line) => line.slice(line.indexOf(folder)));
  expect(paths.filter((path) => !path.startsWith(folder))).toEqual([]);
  const packed = paths.map((path) => path.slice(folder.length)).filter((path) => !/(^|\/)$/.test(path));
  const entries = await readdir(made.unpacked, { recursive: true, withFileTypes: true });
  const unpacked = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(made.unpacked.length + 1));
  const withoutDeb = (files: string[]) => files.filter((file) => !ofTheDeb.includes(file)).toSorted();
  expect(withoutDeb(packed)).toEqual(withoutDeb(unpacked));

  const program = lines.find((line) => line.endsWith(`${folder}tillwatch`));
  expect(program, 'it can be run by everybody').toMatch(/^-rwxr-xr-x/);
});
