import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs the app of this clone with the terminal's own input and output, and passes signals on.
 * @returns {Promise<number>} its exit code; where a signal ended it, the same signal ends us
 */
export function runElectron(electron, args) {
  // Chromium refuses to run its sandbox as root; only a developer's container does that.
  const sandbox = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...sandbox, root, ...args], { stdio: 'inherit' });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  // Ctrl-C reaches the app from the terminal as well, and the same signal twice ends it without its farewell.
  process.on('SIGINT', () => setTimeout(() => child.kill('SIGTERM'), 1000).unref());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal !== null) process.removeAllListeners(signal).kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}
