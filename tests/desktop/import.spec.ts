import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { role } from '../../main/simulator/keys.ts';
import type { WorldStore } from '../../main/simulator/world.ts';
import {
  managedEnvironment,
  merchantAccount,
  store,
  till1,
  type CornerShop,
} from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { filesThatHold } from '../support/files.ts';
import { openSettings } from '../support/open-settings.ts';
import type { Profile } from '../support/profile.ts';

const amersfoort: WorldStore = {
  reference: 'AMF-02',
  id: 'ST3224Z223225T5JTESTS00002',
  name: 'Amersfoort',
  terminals: [
    { poiid: 'P400Plus-275102806', connected: true, deviceName: 'Counter' },
    { poiid: 'P400Plus-275102811', connected: true, deviceName: 'Fitting room' },
  ],
};

/** The user has set the shop up and named its store and a till; Adyen calls both something else, and has a second store. */
async function setUp({ vendor, key }: CornerShop, profile: Profile, more: WorldStore[] = [amersfoort]) {
  const account = accountOf({ vendor, key });
  const [utrecht] = account.stores;
  if (!utrecht) throw new Error('the shop has no store');
  utrecht.name = 'Utrecht CS';
  utrecht.terminals.forEach((terminal, at) => (terminal.deviceName = `Terminal ${at + 1}`));
  account.stores.push(...structuredClone(more));
  const settings = {
    version: 1,
    accounts: [
      {
        id: 'shop',
        environment: 'test',
        region: 'eu',
        merchantAccount,
        endpoint: vendor.url,
        stores: [store],
      },
    ],
    terminals: [{ account: 'shop', store: store.reference, ...till1, watched: true }],
    polling: { intervalSeconds: 10, confirmationSeconds: 2 },
    startHidden: false,
    demo: false,
  };
  await mkdir(profile.userData, { recursive: true });
  await writeFile(settingsFile(profile), JSON.stringify(settings));
  return { TILLWATCH_API_KEY: key };
}

/** A thousand stores of one terminal each: as many pages as the budget of a key allows for at once. */
function makeChain(): WorldStore[] {
  return Array.from({ length: 1000 }, (_store, at) => {
    const terminals = [{ poiid: `V400m-${100_000 + at}`, connected: true }];
    return { reference: `CH-${at}`, id: `STCHAIN${at}`, name: `Chain ${at}`, terminals };
  });
}

const settingsFile = (profile: Profile) => join(profile.userData, 'settings.json');

function accountOf({ vendor }: CornerShop) {
  const [account] = vendor.world.accounts;
  if (!account) throw new Error('the vendor has no account');
  return account;
}

async function openImport(page: Page) {
  await openSettings(page);
  await page.getByRole('button', { name: `Import stores and terminals of ${merchantAccount}` }).click();
  return page.getByRole('dialog');
}

test('stores and terminals are previewed, unticked, imported, watched, and taken back', async ({
  launch,
  shop,
  profile,
}) => {
  const app = await launch({ env: await setUp(shop, profile) });
  const page = await app.page();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 terminals are connected');
  const dialog = await openImport(page);

  await expect(dialog).toContainText('Adyen lists 2 stores and 5 terminals.');
  // What the user wrote is shown beside what Adyen has, and stays unless it is ticked.
  await expect(
    dialog.getByRole('checkbox', { name: /Utrecht Centraal becomes Utrecht CS/ }),
  ).not.toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: /Till 1 becomes Terminal 1/ })).not.toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: /none becomes Terminal 2/ })).toBeChecked();
  await dialog.getByRole('checkbox', { name: /Fitting room/ }).uncheck();
  await expect(dialog).toContainText('Ticked: 1 store, 1 terminal, 3 changes');

  const asked = shop.vendor.nextRequest(({ path }) => path.includes(amersfoort.id));
  await dialog.getByRole('button', { name: 'Import what is ticked' }).click();
  await asked;
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Imported: 1 store, 1 terminal, 3 changes.', { exact: true })).toBeVisible();
  const saved = await readFile(settingsFile(profile), 'utf8');
  expect(saved).toContain('P400Plus-275102806');
  expect(saved).not.toContain('P400Plus-275102811');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The import was undone.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Terminals', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 terminals are connected');
  expect(JSON.parse(await readFile(settingsFile(profile), 'utf8'))).toMatchObject({
    accounts: [{ stores: [{ ...store, id: '' }] }],
    terminals: [{ ...till1 }],
    restarts: [],
  });

  await openImport(page);
  await dialog.getByRole('button', { name: 'Import what is ticked' }).click();
  await page.getByRole('button', { name: 'Terminals', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 5 terminals are connected');
  await expect(page.getByRole('button', { name: /Fitting room/ }).first()).toBeVisible();

  // A terminal that only the import knows of is missed when it drops.
  shop.vendor.world.drop('P400Plus-275102811');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('disconnected', { timeout: 30_000 });
  await app.quit();
  expect(await filesThatHold(profile.folder, shop.key)).toEqual([]);
  expect(app.output()).not.toContain(shop.key);
});

test('a key that lacks a role is told which one, and who can add it', async ({ launch, shop, profile }) => {
  const account = accountOf(shop);
  account.rolesOfKeys = { [shop.key]: [role.terminalApi, role.terminals] };
  const page = await (await launch({ env: await setUp(shop, profile) })).page();
  const dialog = await openImport(page);
  await expect(dialog.getByRole('alert')).toContainText('This API key may not list stores');
  await expect(dialog.getByRole('alert')).toContainText('“Management API — Stores read”');
  await expect(
    dialog
      .getByRole('listitem')
      .filter({ hasText: 'Terminal actions read' })
      .getByRole('img', { name: 'Has it' }),
  ).toBeVisible();

  // The role was added meanwhile; that for names was not.
  account.rolesOfKeys = { [shop.key]: [role.terminalApi, role.terminals, role.stores] };
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toContainText('The names of 5 terminals were not read.');
  await expect(dialog).toContainText('“Management API — Terminal settings read”');
  await expect(dialog.getByRole('checkbox', { name: /P400Plus-275102806/ })).toBeChecked();
});

test('whoever does not wait cancels, and nothing has changed', async ({ launch, shop, profile }) => {
  const page = await (await launch({ env: await setUp(shop, profile) })).page();
  const before = await readFile(settingsFile(profile), 'utf8');
  await openSettings(page);
  shop.vendor.fault({ kind: 'rate-limited', retryAfter: '40' });
  const dialog = await openImport(page);
  // The check that goes on meanwhile may have been refused a moment before.
  await expect(dialog).toContainText(/Adyen asks to wait for (40|3\d) seconds\./);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  shop.vendor.heal();
  // Whoever asks again is told how long that is still to be, and Adyen hears nothing of it.
  const asked = shop.vendor.requests().length;
  await openImport(page);
  await expect(dialog).toContainText(/Adyen asks to wait for (40|3\d) seconds\./);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(shop.vendor.requests()).toHaveLength(asked);
  expect(await readFile(settingsFile(profile), 'utf8')).toBe(before);
});

test('what changed while somebody looked is shown anew', async ({ launch, shop, profile }) => {
  const page = await (await launch({ env: await setUp(shop, profile) })).page();
  const dialog = await openImport(page);
  await dialog.getByRole('checkbox', { name: /Till 1 becomes Terminal 1/ }).check();
  await page.evaluate((poiid) => {
    return window.tillwatch.request('terminals.rename', { account: 'shop', poiid, name: 'Renamed' });
  }, till1.poiid);
  await dialog.getByRole('button', { name: 'Import what is ticked' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The settings have changed in the meantime.');
  await expect(dialog.getByRole('checkbox', { name: /Renamed becomes Terminal 1/ })).not.toBeChecked();
});

test('an account of the organisation says why nothing can be imported', async ({ launch, shop, profile }) => {
  const page = await (await launch({ env: await managedEnvironment(shop, profile) })).page();
  await openSettings(page);
  const button = page.getByRole('button', { name: `Import stores and terminals of ${merchantAccount}` });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(/set by your organisation/);
});

test('a large chain is looked through by keyboard alone', async ({ launch, shop, profile }) => {
  const page = await (await launch({ env: await setUp(shop, profile, makeChain()) })).page();
  const dialog = await openImport(page);
  const skip = dialog.getByRole('button', { name: 'Go on without the other names' });
  await skip.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Adyen lists 1,001 stores and 1,003 terminals.');
  const boxes = dialog.getByRole('checkbox');
  expect(await boxes.count()).toBeLessThan(60);

  await dialog.getByRole('checkbox', { name: /^Utrecht Centraal/ }).focus();
  await page.keyboard.press('End');
  const last = dialog.getByRole('checkbox', { name: /V400m-100999/ });
  await expect(last).toBeFocused();
  await page.keyboard.press('Space');
  await expect(last).not.toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('checkbox', { name: /^Chain 999/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();

  await dialog.getByRole('searchbox').fill('Chain 7');
  await expect(dialog.getByRole('region').getByRole('listitem').first()).toContainText('Chain 7');
  await expect(dialog).toContainText('Ticked: 1,000 stores, 999 terminals');
  const { violations } = await new AxeBuilder({ page }).include('dialog').setLegacyMode().analyze();
  expect(violations).toEqual([]);

  await dialog.getByRole('button', { name: 'Import what is ticked' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Imported: 1,000 stores, 999 terminals/).first()).toBeVisible();

  // All of them can be looked at in the form, and a mistake far away is found.
  await page.getByRole('button', { name: `Edit ${merchantAccount}` }).click();
  const stores = page.getByRole('table').getByRole('textbox');
  expect(await stores.count()).toBeLessThan(100);
  await page.getByRole('button', { name: 'Add a store' }).click();
  await expect(page.getByLabel('Reference of store 1002')).toBeFocused();
  await page.keyboard.type('CH-500');
  await page.getByLabel('Merchant account').focus();
  await expect(page.getByText('Not saved: something is wrong here.')).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText('Store CH-500 is in the list twice.')).toBeVisible();
  await expect(page.getByLabel('Reference of store 1002')).toBeFocused();
  await page.getByRole('button', { name: 'Terminals', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/1,00[23] terminals/);
});

test('a window that is closed ends the asking', async ({ launch, launchAgain, shop, profile }) => {
  const env = await setUp(shop, profile, makeChain());
  const app = await launch({ env });
  const dialog = await openImport(await app.page());
  const skip = dialog.getByRole('button', { name: 'Go on without the other names' });
  await expect(skip).toBeVisible();
  const closed = (await app.page()).waitForEvent('close');
  await (await app.page()).close();
  await closed;
  const names = () => shop.vendor.requests().filter(({ path }) => path.includes('/terminalSettings')).length;
  const then = names();
  await launchAgain({ env });
  await expect((await app.page()).getByRole('heading', { level: 1 })).toContainText('terminals');
  // Four were on their way.
  expect(names() - then).toBeLessThanOrEqual(4);
});

test('the demo store can be tried with', async ({ launch }) => {
  const page = await (await launch()).page();
  await page.getByRole('button', { name: 'Look around with the demo store' }).click();
  await openSettings(page, 'Demo store');
  await page.getByRole('button', { name: /^Import stores and terminals of/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /Till 4/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Import what is ticked' }).click();
  await page.getByRole('button', { name: 'Terminals', exact: true }).click();
  // It is on record and never was connected, so nobody knows anything of it at first.
  await expect(page.getByRole('button', { name: /Till 4/ }).first()).toBeVisible();
});
