import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What others of this PC may do with a file. */
const others = 0o077;

/**
 * Makes a folder its owner's alone, and the files that are in it: so says the mode, whatever it was when somebody made
 * or copied it. On Windows the profile's access list says so. Gives the paths of what stays open: on a file system
 * without modes, or where it belongs to somebody else.
 */
export function makePrivate(folder: string, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return [];
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Not through a link: what it leads to is not ours to change.
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return [folder, ...files.map(({ name }) => join(folder, name))].filter((path) => !closed(path));
}

function closed(path: string): boolean {
  const mode = () => statSync(path).mode;
  try {
    if ((mode() & others) === 0) return true;
    chmodSync(path, mode() & 0o700);
    return (mode() & others) === 0;
  } catch {
    return false;
  }
}
