import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { filesThatHold } from '../support/files.ts';
import { startKeychain } from '../support/keychain.ts';

/** Of an account that the administrator has set up, only the key is left to enter. */
async function enterKey(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Open settings' }).click();
  await page.getByRole('button', { name: /^Key and stores of/ }).click();
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Save the key' }).click();
}

const keyFile = z.object({ keys: z.tuple([z.object({ ciphertext: z.string() })]) });

test('in a real keychain the key survives a restart, and the disk holds only its ciphertext', async ({
  bus,
  launch,
  profile,
  shop,
  tray,
}) => {
  const keychain = await startKeychain(profile, bus.address);
  const { TILLWATCH_API_KEY: key = '', ...env } = await managedEnvironment(shop, profile);

  const app = await launch({ env });
  const page = await app.page();
  await (await tray()).shows('attention');
  await enterKey(page, key);
  await expect(page.getByText("API key in this PC's keychain")).toBeVisible();
  await (await tray()).shows('connected');
  await app.quit();

  const stored = keyFile.parse(JSON.parse(await readFile(join(profile.userData, 'keys.json'), 'utf8')));
  const ciphertext = Buffer.from(stored.keys[0].ciphertext, 'base64');
  expect(ciphertext.subarray(0, 3).toString()).toBe('v11');
  expect(await filesThatHold(profile.folder, key)).toEqual([]);

  await launch({ args: ['--hidden'], env });
  await (await tray()).shows('connected');
  await keychain.stop();
});

test('without a keychain the key is kept for this run only, and the window says so', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  const { TILLWATCH_API_KEY: key = '', ...env } = await managedEnvironment(shop, profile);
  const app = await launch({ env });
  const page = await app.page();
  await enterKey(page, key);
  await expect(page.getByRole('list', { name: 'Notices' })).toContainText(
    'The API key is forgotten when Tillwatch quits',
  );
  await (await tray()).shows('connected');
  await app.quit();
  expect(await filesThatHold(profile.folder, key)).toEqual([]);

  await launch({ args: ['--hidden'], env });
  await (await tray()).shows('attention');
});
