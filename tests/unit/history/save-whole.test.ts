import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { saveWhole } from '../../../main/history/save-whole.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-save-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function* parts(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield await Promise.resolve(text);
  }
}

it('joins the parts, in place of what was there', async () => {
  const folder = makeFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'what was there before');
  await saveWhole(path, parts('one,', 'two'));
  expect(readFileSync(path, 'utf8')).toBe('one,two');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

it('leaves what was there, and no half file, where the parts end too early', async () => {
  const folder = makeFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'what was there before');
  await expect(saveWhole(path, parts('one,', new Error('the disk is gone')))).rejects.toThrow(
    'the disk is gone',
  );
  expect(readFileSync(path, 'utf8')).toBe('what was there before');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

it('says so where there is no such folder', async () => {
  await expect(saveWhole(join(makeFolder(), 'nowhere', 'a.csv'), parts('one'))).rejects.toThrow('ENOENT');
});
