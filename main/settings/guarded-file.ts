import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The file is there, but anybody could have written it. */
export class UnsafeFile extends Error {
  readonly why: 'link' | 'no-file' | 'writable' | 'folder-writable';
  constructor(why: UnsafeFile['why']) {
    super(`unsafe file: ${why}`);
    this.why = why;
  }
}

/**
 * Reads a file that decides for everybody on this PC, as UTF-8: not through a link, nothing but a regular file (a pipe
 * would hold the start up for ever), and not where every user may write it or take its place. On Windows the folder's
 * access list is the administrator's to set: its mode bits say nothing.
 * @throws {UnsafeFile}, or as `fs` does
 */
export function readGuarded(path: string, platform: NodeJS.Platform): string {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) throw new UnsafeFile('link');
  if (!found.isFile()) throw new UnsafeFile('no-file');
  // Opened first and looked at then, so that what was looked at is what is read.
  // Windows has no O_NOFOLLOW, and `undefined` adds nothing.
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { mode } = fstatSync(file);
    if (platform !== 'win32') {
      if (isForAll(mode)) throw new UnsafeFile('writable');
      const folder = statSync(dirname(path)).mode;
      if (isForAll(folder) && (folder & sticky) === 0) throw new UnsafeFile('folder-writable');
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/** In a folder with it, users may take the place of their own files only. */
const sticky = 0o1000;

function isForAll(mode: number): boolean {
  return (mode & constants.S_IWOTH) !== 0;
}
