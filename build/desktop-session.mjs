import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Runs a command in a desktop session of its own: virtual display, session bus, and private folders in
 * place of the user's. Whatever the command leaves running is ended before this returns, also on Ctrl-C.
 * Linux only; needs the system packages of the group `session`.
 *
 * @param {NodeJS.ProcessEnv} env added to ours
 * @returns {Promise<number>} the command's exit code, 1 where a signal ended it
 */
export async function inDesktopSession(command, args, { cwd, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-'));
  // The display outside the bus: services that the bus starts need it too.
  const display = ['-a', '-s', '-screen 0 1280x800x24 -nolisten tcp'];
  const session = spawn('xvfb-run', [...display, 'dbus-run-session', '--', command, ...args], {
    cwd,
    env: { ...process.env, ...privateFolders(folder), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const interrupt = () => session.kill('SIGTERM');
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of signals) process.once(name, interrupt);
  try {
    return await new Promise((resolve, reject) => {
      session.once('error', reject);
      session.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    for (const name of signals) process.off(name, interrupt);
    await endAll(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function privateFolders(base) {
  const folder = (name) => {
    const path = join(base, name);
    mkdirSync(path, { mode: 0o700 });
    return path;
  };
  return {
    HOME: folder('home'),
    TMPDIR: folder('tmp'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_DATA_HOME: folder('data'),
    XDG_RUNTIME_DIR: folder('run'),
    XDG_STATE_HOME: folder('state'),
    // No accessibility bus: one daemon less, and GTK's warning about it.
    NO_AT_BRIDGE: '1',
  };
}

/** By their environment, which names the session's folder: programs leave process groups, but keep that. */
function startedWithin(folder) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${folder}/`);
    } catch {
      return false; // gone, or not ours to see
    }
  });
}

/** Asked first: an X server that is killed leaves its lock file, and so its number taken. */
async function endAll(folder) {
  for (const pid of startedWithin(folder)) signal(pid, 'SIGTERM');
  for (let tries = 0; tries < 20 && startedWithin(folder).length > 0; tries += 1) await setTimeout(100);
  for (const pid of startedWithin(folder)) signal(pid, 'SIGKILL');
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}
