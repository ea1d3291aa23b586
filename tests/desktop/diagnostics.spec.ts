import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { till2 } from '../support/corner-shop.ts';
import { openSettings } from '../support/open-settings.ts';
import { expect, test } from '../support/portal-test.ts';

async function unpack(path: string): Promise<Map<string, string>> {
  const files = Object.entries(unzipSync(await readFile(path)));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

const iconLine = z.object({
  from: z.string().nullable(),
  to: z.string(),
  causes: z.array(z.looseObject({ because: z.string() })),
  round: z.number(),
});

test('diagnostics are shown, then saved as they were shown, and hold every change of the icon but no key', async ({
  watching: { app, tray },
  shop,
  profile,
  portal,
}) => {
  shop.vendor.world.drop(till2.poiid);
  await tray.click('Recheck now');
  await tray.shows('disconnected-1');
  await tray.click('Open Tillwatch');
  const page = await app.page();
  await openSettings(page, 'Diagnostics');
  await page.getByRole('button', { name: 'Put it together' }).click();

  const inside = page.getByRole('list', { name: 'What is in the file' });
  await expect(inside.getByRole('listitem')).toHaveCount(6);
  await inside.getByText('The last answers of Adyen').click();
  const shown = await inside.getByRole('textbox', { name: 'Content of answers.json' }).inputValue();
  expect(shown).toContain('connectedTerminals');

  const path = join(profile.folder, 'for support.zip');
  portal.willSaveTo(path);
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByText(`Saved as ${path}`, { exact: true })).toBeVisible();
  expect(portal.suggested()).toEqual([expect.stringMatching(/^Tillwatch diagnostics \d{4}-\d\d-\d\d\.zip$/)]);

  const files = await unpack(path);
  expect([...files.keys()]).toEqual([
    'about.json',
    'settings.json',
    'known.json',
    'network-check.txt',
    'answers.json',
    'tillwatch.log',
  ]);
  expect(files.get('answers.json')).toBe(shown);
  expect(JSON.parse(files.get('about.json') ?? '')).toMatchObject({ packaged: false, keychain: false });
  expect(JSON.parse(files.get('settings.json') ?? '')).toMatchObject({
    managed: { state: 'ok' },
    keys: [{ account: 'corner-shop', state: 'environment' }],
  });
  expect(JSON.parse(files.get('known.json') ?? '')).toMatchObject({ overview: { verdict: 'disconnected' } });
  for (const text of files.values()) {
    expect(text).not.toContain(shop.key);
    expect(text).not.toContain(Buffer.from(shop.key).toString('base64'));
  }

  const changes = (files.get('tillwatch.log') ?? '')
    .split('\n')
    .filter((line) => line.includes('the icon has changed'))
    .map((line) => iconLine.parse(JSON.parse(line.slice(line.indexOf('{')))));
  expect(changes.map(({ from, to }) => [from, to])).toEqual([
    [null, 'checking'],
    ['checking', 'connected'],
    ['connected', 'disconnected-1'],
  ]);
  expect(changes.at(-1)?.causes).toEqual([
    { because: 'terminal', account: 'corner-shop', store: 'UTR-01', poiid: till2.poiid, is: 'disconnected' },
  ]);
  expect(changes.at(-1)?.round).toBeGreaterThan(changes[1]?.round ?? Infinity);
});

test('diagnostics that cannot be saved leave nothing behind, and the window says why', async ({
  watching: { app, tray },
  profile,
  portal,
}) => {
  await tray.click('Settings');
  const page = await app.page();
  await openSettings(page, 'Diagnostics');
  await page.getByRole('button', { name: 'Put it together' }).click();
  const save = page.getByRole('button', { name: 'Save as…' });

  // What stands in its place cannot be replaced by a file.
  const folder = join(profile.folder, 'shared');
  await mkdir(join(folder, 'taken.zip', 'inside'), { recursive: true });
  portal.willSaveTo(join(folder, 'taken.zip'));
  await save.click();
  await expect(page.getByText(/^The file could not be saved, and nothing was left behind/)).toBeVisible();
  expect(await readdir(folder)).toEqual(['taken.zip']);

  portal.willSaveTo(null);
  await save.click();
  await expect(save).toBeEnabled();
  expect(await readdir(folder)).toEqual(['taken.zip']);
});
