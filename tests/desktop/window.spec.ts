import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  kiosk,
  managedEnvironment,
  managedFile,
  merchantAccount,
  store,
  type CornerShop,
} from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

/** Fills in the account form as a user would. */
async function fillIn(page: Page, { vendor, key }: CornerShop) {
  await page.getByRole('radio', { name: 'Test' }).check();
  await page.getByLabel('Merchant account').fill(merchantAccount);
  await page.getByLabel('API key').fill(key);
  await page.getByLabel('Reference of store 1').fill(store.reference);
  await page.getByLabel('Name of store 1').fill(store.name);
  await page.getByText('Advanced').click();
  await page.getByLabel('Custom endpoint').fill(vendor.url);
}

/** Every file below a folder, as text: what a thief of the profile would read. */
async function everything(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map((file) => readFile(join(file.parentPath, file.name), 'latin1').catch(() => '')),
  );
  return texts.join('\n');
}

test('a first start opens the window and offers the demo store, which then shows in the tray', async ({
  launch,
  tray,
}) => {
  const app = await launch();
  const page = await app.page();
  const icon = await tray();
  await icon.waitFor('the tray to say that nothing is set up', ({ menu }) =>
    Boolean(menu[0]?.label.startsWith('Not set up')),
  );
  await page.getByRole('button', { name: 'Look around with the demo store' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 8 terminals are connected');
  await icon.waitFor('the demo store in the menu', ({ menu }) =>
    menu.some(({ label }) => label.includes('Utrecht Centraal')),
  );
});

test('settings entered in the window start the watching, and the key is nowhere but in the request', async ({
  launch,
  shop,
  profile,
}) => {
  const app = await launch();
  const page = await app.page();
  await fillIn(page, { ...shop, key: `  ${shop.key}  ` });
  const asked = shop.vendor.nextRequest(({ status }) => status === 200);
  await page.getByRole('button', { name: 'Save and start' }).click();
  expect(await asked).toMatchObject({ body: { merchantAccount, store: store.reference } });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 terminals are connected');

  expect(await page.content()).not.toContain(shop.key);
  await app.quit();
  const written = await everything(profile.folder);
  expect(written).toContain(store.reference);
  expect(written).not.toContain(shop.key);
  expect(app.output()).not.toContain(shop.key);
});

test('Test connection makes the real request and says what came back', async ({ launch, shop }) => {
  const app = await launch();
  const page = await app.page();
  await fillIn(page, shop);
  const press = () => page.getByRole('button', { name: /^Test (connection|again)$/ }).click();
  const results = page.getByRole('list', { name: 'What Adyen answered' });

  const asked = shop.vendor.nextRequest();
  await press();
  await asked;
  await expect(results.filter({ hasText: kiosk.poiid })).toBeVisible();

  await page.getByLabel('API key').fill('not-the-key');
  await press();
  await expect(results.filter({ hasText: 'Adyen does not accept the API key' })).toBeVisible();

  await page.getByLabel('API key').fill(shop.key);
  await page.getByLabel('Reference of store 1').fill('ST3224Z223225T5JTESTS00001');
  await press();
  await expect(results.filter({ hasText: 'not the ID that begins with ST' })).toBeVisible();

  await page.getByLabel('Custom endpoint').fill('https://adyen.com.example.org');
  await press();
  await expect(page.getByText('Only addresses that end in adyen.com')).toBeVisible();
  expect(shop.vendor.requests()).toHaveLength(3);
});

test('terminals can be added, renamed and left alone, and all of it survives a restart', async ({
  launch,
  shop,
  profile,
}) => {
  const env = await managedEnvironment(shop, profile);
  const app = await launch({ env });
  const page = await app.page();
  await page.getByRole('button', { name: 'Add terminals to Utrecht Centraal' }).click();
  // Hyphens as a word processor makes them, and one twice.
  await page.getByRole('dialog').getByRole('textbox').fill('S1F2‑000158213600107\nS1F2-000158213600107\nodd');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: /S1F2-000158213600107/ }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Actions for Till 2' }).click();
  await page.getByRole('menuitem', { name: /Rename/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Fitting room & bar');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('button', { name: /Fitting room & bar/ }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Actions for odd' }).click();
  await page.getByRole('menuitem', { name: 'Stop watching' }).click();
  await expect(page.getByRole('button', { name: 'Actions for odd' })).toHaveCount(0);

  await app.quit();
  const again = await launch({ env });
  const reopened = await again.page();
  await expect(reopened.getByRole('button', { name: /Fitting room & bar/ }).first()).toBeVisible();
  await expect(reopened.getByRole('button', { name: 'Actions for S1F2-000158213600107' })).toBeVisible();
  await expect(reopened.getByRole('button', { name: 'Actions for odd' })).toHaveCount(0);
});

test('a managed file with a mistake is refused with the field’s path, and the app starts and says so', async ({
  launch,
  profile,
  tray,
}) => {
  const env = await managedFile(profile, {
    accounts: [{ id: 'nl', environment: 'live', region: 'moon', merchantAccount, stores: [store] }],
  });
  const app = await launch({ env });
  const page = await app.page();
  await expect(page.getByText('accounts[0].region')).toBeVisible();
  await tray();
});

test('a settings file that was cut off is kept aside and reported', async ({ launch, profile }) => {
  const app = await launch();
  await (await app.page()).getByRole('button', { name: 'Look around with the demo store' }).click();
  await expect((await app.page()).getByRole('heading', { level: 1 })).toContainText('terminals');
  await app.quit();
  const file = join(profile.userData, 'settings.json');
  const whole = await readFile(file, 'utf8');
  await writeFile(file, whole.slice(0, whole.length / 2));

  const again = await launch();
  const page = await again.page();
  await expect(page.getByRole('list', { name: 'Notices' })).toContainText('settings.kept-');
  const kept = (await readdir(profile.userData)).find((name) => name.startsWith('settings.kept-'));
  expect(await readFile(join(profile.userData, kept ?? ''), 'utf8')).toBe(whole.slice(0, whole.length / 2));
});

test('the page can reach nothing but main', async ({ launch, shop }) => {
  const app = await launch();
  const page = await app.page();
  await page.getByRole('button', { name: 'Look around with the demo store' }).waitFor();
  const attempts = await page.evaluate(async (url) => {
    const outcome = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'reached',
        () => 'refused',
      );
    return {
      fetch: await outcome(fetch(url)),
      window: window.open(url) === null ? 'refused' : 'opened',
      node: typeof Reflect.get(window, 'require'),
      permission: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
    };
  }, shop.vendor.url);
  expect(attempts).toEqual({ fetch: 'refused', window: 'refused', node: 'undefined', permission: 'denied' });
  await page.evaluate((url) => {
    location.assign(url);
    const link = document.body.appendChild(document.createElement('a'));
    link.href = url;
    link.click();
  }, shop.vendor.url);
  // Asked from inside: Playwright itself would wait for the navigation that never comes.
  expect(await page.evaluate(() => [location.href, document.title])).toEqual([
    'app://tillwatch/index.html',
    'Tillwatch',
  ]);
  expect(shop.vendor.requests()).toEqual([]);
});
