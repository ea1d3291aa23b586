#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Stands in for fpm, with the arguments that electron-builder gives it for a deb: a program in Ruby that no Debian
 * has, downloaded from a place that not every builder reaches. What remains of it is a call of Debian's own dpkg-deb.
 */
const many = { type: 'string', multiple: true, default: [] };
const one = { type: 'string', default: '' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    input: { ...one, short: 's' },
    output: { ...one, short: 't' },
    depends: { ...many, short: 'd' },
    force: { type: 'boolean' },
    'deb-recommends': many,
    'deb-compression': one,
    'deb-priority': one,
    architecture: one,
    'after-install': one,
    'after-remove': one,
    description: one,
    version: one,
    package: one,
    name: one,
    maintainer: one,
    vendor: one,
    url: one,
    category: one,
    license: one,
  },
});
if (values.input !== 'dir' || values.output !== 'deb') throw new Error('only a deb from folders can be made');

const work = fs.mkdtempSync(join(tmpdir(), 'tillwatch-deb-'));
try {
  for (const pair of positionals) {
    const [from, to] = pair.split('=');
    const place = join(work, to);
    fs.mkdirSync(dirname(place), { recursive: true });
    if (fs.statSync(from).isDirectory()) fs.cpSync(from, place, { recursive: true });
    else fs.copyFileSync(from, place);
  }
  // Whatever the umask of the builder is.
  const bytes = openToAll(work);
  fs.mkdirSync(join(work, 'DEBIAN'));
  fs.writeFileSync(join(work, 'DEBIAN', 'control'), control(Math.ceil(bytes / 1024)));
  for (const [name, file] of [
    ['postinst', values['after-install']],
    ['postrm', values['after-remove']],
  ]) {
    fs.copyFileSync(file, join(work, 'DEBIAN', name));
    fs.chmodSync(join(work, 'DEBIAN', name), 0o755);
  }
  // Quick for tests, small for people.
  const compression = values['deb-compression'] === 'gz' ? ['-Zgzip', '-z1'] : ['-Zxz'];
  const args = [...compression, '--root-owner-group', '--build', work, values.package];
  process.exitCode = spawnSync('dpkg-deb', args, { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

/** @returns the bytes of all files below */
function openToAll(folder) {
  fs.chmodSync(folder, 0o755);
  return fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + openToAll(path);
    if (entry.isSymbolicLink()) return sum;
    const { mode, size } = fs.statSync(path);
    fs.chmodSync(path, mode & 0o100 ? 0o755 : 0o644);
    return sum + size;
  }, 0);
}

function control(installedKilobytes) {
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    'Installed-Size': installedKilobytes,
    Depends: values.depends.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Section: values.category,
    Priority: values['deb-priority'],
    Homepage: values.url,
    // The first line is the synopsis; those that follow begin with a space.
    Description: values.description,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
