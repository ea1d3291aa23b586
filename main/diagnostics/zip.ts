// Without threads: what is for Node declares a `require` of its own, which does not go with the bundler's.
import { strToU8, Zip, ZipDeflate } from 'fflate/browser';
import type { Entry } from './gather.ts';

/** The entries as one ZIP file, part by part. */
export async function* zipped(entries: readonly Entry[], at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    ready.push(part);
  });
  for (const { name, text } of entries) {
    const file = new ZipDeflate(name);
    file.mtime = at;
    zip.add(file);
    file.push(strToU8(text), true);
    yield* ready.splice(0);
    // The tray shall not stand still for a log of megabytes.
    await new Promise((resolve) => setImmediate(resolve));
  }
  zip.end();
  yield* ready.splice(0);
}
