import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a new file in the place of an old one, under the old one's name: the entry that starts it at login points there.
 * As one step, and only once all of it is on the disk: a full one, or a power cut, leaves the old one whole.
 * @throws where that cannot be done
 */
export function replaceFile(file: string, by: string): void {
  const beside = `${file}.new`;
  try {
    copyFileSync(by, beside);
    chmodSync(beside, 0o755);
    const handle = openSync(beside, 'r');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
