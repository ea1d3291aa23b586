import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file where the user chose: it is there as a whole or, where anything fails, as it was before. Rejects with
 * what the system or the source of the parts said.
 */
export async function saveWhole(path: string, parts: AsyncIterable<string | Uint8Array>): Promise<void> {
  // In the same folder, since only there can it take its place at once.
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      for await (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
