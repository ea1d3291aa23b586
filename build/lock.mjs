import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Lets one process at a time do `body` in this clone; the others wait for it.
 * The lock of a process that no longer lives is taken over.
 */
export async function exclusively(root, body) {
  const file = join(root, 'out', '.lock');
  mkdirSync(join(root, 'out'), { recursive: true });
  while (!take(file)) {
    if (!alive(holder(file))) rmSync(file, { force: true });
    else await setTimeout(100);
  }
  try {
    return await body();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Linked into place, so that the lock never exists without its holder's number in it. */
function take(file) {
  const own = `${file}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own);
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return process.pid; // released just now: try again
  }
}

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
