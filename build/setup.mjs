import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronRuntime } from './electron-runtime.mjs';
import { exclusively } from './lock.mjs';
import { Refusal, run, say } from './process.mjs';
import { root } from './root.mjs';
import { systemPackages } from './system-packages.mjs';

/**
 * Brings a fresh clone to where the app can run, and does nothing where that is so already: dependencies,
 * system packages, and the Electron runtime unless told otherwise. Prints to standard error only.
 * Like everything it imports, it loads nothing from node_modules before those are there.
 *
 * @param {{ electron?: boolean, packages?: Parameters<typeof systemPackages>[0] }} [what]
 * @returns {Promise<string | undefined>} the Electron executable
 * @throws {Refusal} with a sentence that says what to do
 */
export async function setup({ electron = true, packages = electron ? ['runtime'] : [] } = {}) {
  if (!dependenciesMatch()) await exclusively(root, installDependencies);
  if (packages.length > 0) await systemPackages(packages);
  return electron ? electronRuntime() : undefined;
}

async function installDependencies() {
  if (dependenciesMatch()) return;
  say('Installing dependencies …');
  const code = await run('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new Refusal('npm ci failed.');
}

/** npm writes what it installed into a lock file inside node_modules; an optional package may be absent there. */
function dependenciesMatch() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === '' || link) return true;
    const found = installed[path];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}
