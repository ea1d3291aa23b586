import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { say } from './process.mjs';
import { root } from './root.mjs';

/** Debian's, in place of a download: what makes archives, and what makes a deb (see there). */
const archiver = '/usr/bin/7za';
const debMaker = join(root, 'build', 'packaging', 'fpm.mjs');

/**
 * Makes packages of the built app for this system, in out/package.
 * @param {string} electron the executable of the runtime that goes in
 * @param {{ targets?: string[], signed?: boolean, quick?: boolean }} [what] `targets`: all unless named;
 * `quick`: larger, in a tenth of the time
 */
export async function makePackages(electron, { targets = [], signed = false, quick = false } = {}) {
  process.env.CUSTOM_FPM_PATH ??= debMaker;
  if (existsSync(archiver)) process.env.ELECTRON_BUILDER_7ZIP_PATH ??= archiver;
  // Of the tar.gz alone. What it would take unless told, ten passes, is minutes for a hundredth of the size.
  if (process.platform === 'linux') process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= quick ? '1' : '5';
  await copyIcons();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('./build/packaging/configuration.ts', { root, configFile: false });
  const { configuration } = module;
  const { build, Platform } = await import('electron-builder');
  await build({
    projectDir: root,
    targets: Platform.current().createTarget(targets.length > 0 ? targets : null),
    config: {
      ...configuration,
      ...runtime(electron),
      deb: { ...configuration.deb, compression: quick ? 'gz' : 'xz' },
      forceCodeSigning: signed,
    },
    publish: 'never',
  });
}

/** electron-builder knows a set of icons by names that hold the size alone. */
async function copyIcons() {
  const folder = join(root, 'out', 'icons');
  await mkdir(folder, { recursive: true });
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    await copyFile(join(root, 'assets', 'icons', `app-${size}.png`), join(folder, `${size}x${size}.png`));
  }
}

/** The official one is unpacked anew by electron-builder, from what was downloaded already. */
function runtime(electron) {
  if (electron.startsWith(join(root, 'node_modules'))) return {};
  const version = spawnSync(electron, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).stdout.trim();
  say(`Packing Electron ${version} from outside: for tests only, never to be handed out.`);
  return { electronDist: dirname(electron), electronVersion: version };
}
