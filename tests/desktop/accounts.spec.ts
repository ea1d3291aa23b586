import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { managedFile, merchantAccount, store, terminals, till1 } from '../support/corner-shop.ts';
import { expect, test } from '../support/portal-test.ts';
import { goToStores, startWatching, testStores } from '../support/first-run.ts';
import { openSettings } from '../support/open-settings.ts';
import { tillwatch } from '../support/run-command.ts';
import { savedMark } from '../support/saved-mark.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const edit = (page: Page) => page.getByRole('button', { name: `Edit ${merchantAccount}` }).click();

test('an account is checked while it is typed, saved once a field is left, and says so', async ({
  launch,
  shop,
}) => {
  const page = await (await launch()).page();
  await goToStores(page, shop);
  await testStores(page);
  await startWatching(page);
  await expect(heading(page)).toHaveText('All 3 terminals are connected');
  await openSettings(page);
  await edit(page);

  const name = page.getByLabel('Name of store 1');
  await name.fill('Utrecht CS');
  await name.blur();
  await expect(savedMark(page)).toBeVisible();
  await page.getByRole('button', { name: 'Add a store' }).click();
  await expect(page.getByLabel('Reference of store 2')).toBeFocused();
  await page.keyboard.type(store.reference);
  await expect(page.getByText(`Store ${store.reference} is in the list twice.`)).toBeVisible();
  await expect(page.getByLabel('Reference of store 2'), 'nobody is interrupted').toBeFocused();
  await page.getByRole('button', { name: 'Remove store 2' }).click();
  await expect(page.getByText(`Store ${store.reference} is in the list twice.`)).toBeHidden();
  await page.getByLabel('Custom endpoint').fill('http://terminal-api-test.adyen.com');
  await expect(page.getByText('This address must begin with https://')).toBeVisible();

  await page.getByRole('button', { name: 'Terminals', exact: true }).click();
  await expect(page.getByText('Utrecht CS').first()).toBeVisible();
  await expect(heading(page), 'what is wrong was not saved').toHaveText('All 3 terminals are connected');
});

test('what is wrong in an account stays while its form is closed, and the account says so', async ({
  launch,
  shop,
}) => {
  const app = await launch();
  const first = await app.page();
  await goToStores(first, shop);
  await testStores(first);
  await startWatching(first);
  await openSettings(first);

  await edit(first);
  await first.getByLabel('Name of store 1').fill('Utrecht CS');
  await first.keyboard.press('Escape');
  await expect(first.getByRole('button', { name: `Edit ${merchantAccount}` })).toBeFocused();
  await expect(savedMark(first), 'who closes the form has left the field').toBeVisible();

  await edit(first);
  await first.getByRole('button', { name: 'Add a store' }).click();
  await expect(first.getByLabel('Reference of store 2')).toBeFocused();
  await first.keyboard.type(store.reference);
  await first.keyboard.press('Escape');
  const says = { hasText: 'Not saved: something is wrong here.' };
  await expect(first.getByRole('alert').filter(says)).toBeVisible();

  // And beyond the window, too.
  await app.quit();
  const page = await (await launch()).page();
  await openSettings(page);
  const card = page.getByRole('group', { name: merchantAccount });
  const unsaved = card.getByRole('alert').filter(says);
  await expect(unsaved).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByLabel('Reference of store 2')).toBeFocused();
  await expect(page.getByLabel('Reference of store 2')).toHaveValue(store.reference);
  await expect(page.getByLabel('Name of store 1')).toHaveValue('Utrecht CS');
  await card.getByRole('button', { name: 'Discard' }).click();
  await expect(unsaved).toBeHidden();
  await expect(page.getByLabel('Reference of store 2')).toBeHidden();

  // There is no keychain here: the one of before is forgotten.
  await page.getByLabel('API key').fill('a new one');
  await card.getByRole('button', { name: `Edit ${merchantAccount}` }).click();
  await expect(card).toContainText('The new API key is not saved yet.');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByLabel('API key')).toBeFocused();
  await expect(page.getByLabel('API key')).toHaveValue('a new one');
});

test('an account that was removed comes back whole, with its key', async ({ launch, shop, tray }) => {
  const page = await (await launch()).page();
  await goToStores(page, shop);
  await testStores(page);
  await page.getByRole('button', { name: 'Next: Terminals found' }).click();
  await page.getByLabel(till1.poiid).fill('Bar');
  await page.getByRole('button', { name: 'Next: Notifications and start' }).click();
  await page.getByRole('button', { name: 'Start watching' }).click();
  await (await tray()).shows('connected');
  await openSettings(page);
  await edit(page);
  await page.getByRole('button', { name: 'Remove this account' }).click();
  await expect(heading(page), 'nothing is left to watch').toHaveText('Set up Tillwatch');
  await (await tray()).shows('attention');

  await page.getByRole('button', { name: 'Undo' }).click();
  await (await tray()).shows('connected');
  await page.getByRole('button', { name: 'Terminals', exact: true }).click();
  await expect(page.getByRole('button', { name: `Connected Bar ${till1.poiid}` })).toBeVisible();
});

test('what is watched goes to another PC as a file that an administrator could roll out as well', async ({
  launch,
  profile,
  portal,
  shop,
}) => {
  const here = await launch();
  const page = await here.page();
  await goToStores(page, shop);
  await testStores(page);
  await startWatching(page);
  await openSettings(page);
  const file = join(profile.folder, 'configuration.json');
  portal.willSaveTo(file);
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  await expect(page.getByText(`Saved as ${file}`, { exact: true })).toBeVisible();
  expect(portal.suggested()).toEqual(['Tillwatch configuration.json']);
  expect(await readFile(file, 'utf8')).not.toContain(shop.key);
  const valid = await tillwatch(profile, ['--validate-config', file]);
  expect([valid.code, valid.stdout]).toEqual([0, expect.stringContaining('can be used')]);
  await here.quit();

  // The same as on a PC that knows nothing yet, except that an administrator watches something else there.
  const other = { id: 'other', environment: 'test', merchantAccount: 'Another', endpoint: shop.vendor.url };
  const env = await managedFile(profile, { accounts: [{ ...other, stores: [{ ...store, terminals }] }] });
  const there = await launch({
    args: [`--user-data-dir=${join(profile.folder, 'another')}`],
    env: { ...env, TILLWATCH_API_KEY: shop.key },
  });
  const fresh = await there.page();
  await openSettings(fresh);
  portal.willOpen(file);
  await fresh.getByRole('button', { name: 'Take over a file…' }).click();
  const dialog = fresh.getByRole('dialog');
  await expect(dialog.getByRole('listitem').filter({ hasText: merchantAccount })).toContainText(
    'New, with 1 store and 3 terminals.',
  );
  await dialog.getByRole('button', { name: 'Take over' }).click();
  const card = fresh.getByRole('group', { name: merchantAccount });
  await expect(card).toBeVisible();
  await fresh.getByRole('tab', { name: 'Checking' }).click();
  await fresh.getByLabel('Call a terminal unstable after').selectOption('8 drops and returns');
  await expect(savedMark(fresh)).toBeVisible();
  await fresh.getByRole('button', { name: 'Undo' }).click();
  await expect(fresh.getByLabel('Call a terminal unstable after')).toHaveValue('8');
  await fresh.getByRole('tab', { name: 'Accounts and stores' }).click();
  await expect(card).toHaveCount(0);
  await expect(fresh.getByRole('group', { name: 'Another' }), 'nothing else was touched').toBeVisible();
});

test('a file that cannot be taken over says where it is wrong, and changes nothing', async ({
  launch,
  profile,
  portal,
}) => {
  const page = await (await launch({ args: ['--demo'] })).page();
  await openSettings(page);
  const file = join(profile.folder, 'wrong.json');
  await writeFile(file, JSON.stringify({ accounts: [{ id: 'a b', environment: 'live' }], apiKey: 'AQE' }));
  portal.willOpen(file);
  await page.getByRole('button', { name: 'Take over a file…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('This file cannot be taken over');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'apiKey' })).toContainText(
    'This field does not exist.',
  );
  await expect(dialog.getByRole('listitem').filter({ hasText: 'accounts[0].id' })).toContainText('letters');
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(page.getByText('No account yet.')).toBeVisible();
});
