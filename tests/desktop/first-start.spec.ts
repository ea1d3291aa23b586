import type { Page } from '@playwright/test';
import { kiosk, merchantAccount, store, type CornerShop } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { filesThatHold } from '../support/files.ts';

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

test('a first start without configuration opens the window and offers the demo store', async ({
  launch,
  tray,
}) => {
  const app = await launch();
  const page = await app.page();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up Tillwatch');
  const item = await tray();
  expect((await item.shows('attention')).tooltip).toBe('Tillwatch: Not set up yet. Open Tillwatch to begin');

  await page.getByRole('button', { name: 'Look around with the demo store' }).click();
  const { menu, tooltip } = await item.shows('connected');
  expect(tooltip).toMatch(/All 8 terminals are connected/);
  expect(menu.map(({ label }) => label)).toContain('Demo store: these terminals are not real');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 8 terminals are connected');
});

test('settings entered in the window start the watching, and the key is nowhere but in the request', async ({
  launch,
  shop,
  profile,
  tray,
}) => {
  const app = await launch();
  const page = await app.page();
  await fillIn(page, { ...shop, key: `  ${shop.key}  ` });
  const asked = shop.vendor.nextRequest(({ status }) => status === 200);
  await page.getByRole('button', { name: 'Save and start' }).click();
  expect(await asked).toMatchObject({ body: { merchantAccount, store: store.reference } });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 terminals are connected');
  await (await tray()).shows('connected');

  expect(await page.content()).not.toContain(shop.key);
  await app.quit();
  expect(await filesThatHold(profile.folder, store.reference)).not.toEqual([]);
  expect(await filesThatHold(profile.folder, shop.key)).toEqual([]);
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
  await page.getByLabel('Reference of store 1').fill('UTR-99');
  await press();
  await expect(results.filter({ hasText: 'not the ID that begins with ST' })).toBeVisible();

  await page.getByLabel('Custom endpoint').fill('https://adyen.com.example.org');
  await press();
  await expect(page.getByText('Only addresses that end in adyen.com')).toBeVisible();
  // A store that is known by its reference is asked for in the Cloud Device API first, which refuses it.
  expect(shop.vendor.requests()).toHaveLength(6);
});
