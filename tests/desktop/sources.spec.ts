import type { Page } from '@playwright/test';
import { role } from '../../main/simulator/keys.ts';
import { managedFile, merchantAccount, store, till2, type CornerShop } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { goToStores, startWatching, testStores } from '../support/first-run.ts';
import { openSettings } from '../support/open-settings.ts';

const storeId = 'ST3224Z223225T5JTESTS00001';
/** Of the vendor's SDK on a phone: no POIID. */
const phone = '5f0c1a52/7c2e#till 9';

const newer = /^\/v1\/merchants\//;
const older = /^\/connectedTerminals$/;

const results = (page: Page) => page.getByRole('list', { name: 'What Adyen answered' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** What this key may do from now on. */
function giveRoles({ vendor, key }: CornerShop, ...roles: string[]) {
  for (const account of vendor.world.accounts) account.rolesOfKeys = { [key]: roles };
}

/** Without what only asks what the key may do. */
const askedOf = ({ vendor }: CornerShop) =>
  vendor
    .requests()
    .map(({ path }) => path)
    .filter((path) => path !== '/v3/me');

test('an account that is set up for the Cloud Device API is asked there alone, and a drop is told', async ({
  launch,
  shop,
  tray,
  notifications,
}) => {
  for (const { stores } of shop.vendor.world.accounts) {
    for (const place of stores) place.installations = [{ poiid: phone, connected: true }];
  }
  giveRoles(shop, role.cloudDevice);
  const app = await launch();
  const page = await app.page();
  await goToStores(page, shop, { source: 'The newer way (Cloud Device API)' });
  await testStores(page);
  await expect(results(page)).toContainText('enter the ID of each store (it begins with ST)');

  await page.getByLabel('ID of store 1').fill(storeId);
  await testStores(page);
  await expect(results(page)).toContainText('Asked in the newer way (Cloud Device API), as it is set.');
  await expect(results(page)).toContainText(phone);

  await startWatching(page);
  await expect(heading(page)).toHaveText('All 4 terminals are connected');
  await expect(page.getByText(phone, { exact: true }).first()).toBeVisible();
  const item = await tray();
  await item.shows('connected');

  shop.vendor.world.drop(till2.poiid);
  await item.click('Recheck now');
  await item.shows('disconnected-1');
  expect((await notifications.nth(1)).summary).toBe(`${till2.poiid} is disconnected`);
  expect(askedOf(shop)).toContain(`/v1/merchants/${merchantAccount}/devices/${till2.poiid}/status`);

  shop.vendor.world.drop(phone);
  await item.click('Recheck now');
  await item.shows('disconnected-2');
  expect((await notifications.nth(2)).summary).toBe(`${phone} is disconnected`);
  expect(askedOf(shop).filter((path) => !newer.test(path))).toEqual([]);
});

test('a key that the Cloud Device API refuses is served by the older list, and the window says so', async ({
  launch,
  shop,
  tray,
}) => {
  giveRoles(shop, role.terminalApi);
  const app = await launch();
  const page = await app.page();
  await goToStores(page, shop);
  await expect(page.getByLabel('ID of store 1')).toBeHidden();
  await testStores(page);
  await expect(results(page)).toContainText('the newer one was tried first and refused');
  await expect(results(page)).toContainText('3 terminals are connected');

  await page.getByLabel('ID of store 1').fill(storeId);
  await testStores(page);
  await expect(results(page)).toContainText('the newer one was tried first and does not let this key in');
  await results(page).getByText('For support').click();
  await expect(results(page)).toContainText('HTTP 403, code 00_403');

  await startWatching(page);
  await expect(heading(page)).toHaveText('All 3 terminals are connected');
  const item = await tray();
  await item.shows('connected');
  const asked = shop.vendor.nextRequest();
  await item.click('Recheck now');
  expect((await asked).path).toMatch(older);

  await openSettings(page);
  const card = page.getByRole('group', { name: merchantAccount });
  await expect(card).toContainText('the newer one was tried first and does not let this key in');

  giveRoles(shop, role.terminalApi, role.cloudDevice);
  await card.getByRole('button', { name: `Edit ${merchantAccount}` }).click();
  await testStores(page);
  await expect(results(page)).toContainText(
    'Asked in the newer way (Cloud Device API): this key may use it.',
  );
  const next = shop.vendor.nextRequest();
  await item.click('Recheck now');
  expect((await next).path, 'what is watched follows the test').toMatch(newer);
});

test('what an administrator has set is shown locked', async ({ launch, shop, profile, tray }) => {
  const account = { id: 'shop', environment: 'test', merchantAccount, endpoint: shop.vendor.url };
  const env = await managedFile(profile, {
    accounts: [{ ...account, source: 'cloud-device', stores: [{ ...store, id: storeId }] }],
  });
  const app = await launch({ env: { ...env, TILLWATCH_API_KEY: shop.key } });
  await (await tray()).shows('connected');
  const page = await app.page();
  await openSettings(page);
  const card = page.getByRole('group', { name: merchantAccount });
  await card.getByRole('button', { name: `Key and stores of ${merchantAccount}` }).click();
  await expect(card.getByLabel('How to ask Adyen')).toBeDisabled();
  await expect(card.getByLabel('How to ask Adyen')).toHaveValue('cloud-device');
  await expect(card.getByRole('cell', { name: storeId })).toBeVisible();
  await testStores(page);
  await expect(results(page)).toContainText('Asked in the newer way (Cloud Device API), as it is set.');
  expect(askedOf(shop).filter((path) => !newer.test(path))).toEqual([]);
});
