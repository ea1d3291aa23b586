import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of all files below a folder that hold a text, as it is, in base64 or as UTF-16. */
export async function filesThatHold(folder: string, text: string): Promise<string[]> {
  const forms = [text, Buffer.from(text).toString('base64')].map((form) => Buffer.from(form));
  forms.push(Buffer.from(text, 'utf16le'));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    if (forms.some((form) => content.includes(form))) found.push(path);
  }
  return found;
}
