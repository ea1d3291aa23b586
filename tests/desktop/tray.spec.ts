import { kiosk, managedEnvironment, store, till1 } from '../support/corner-shop.ts';
import { startTrayHost } from '../support/tray-host.ts';
import { findItem } from '../support/tray-menu.ts';
import { expect, test, userTest } from '../support/desktop-test.ts';

test('the tray says that all is well: icon, tooltip and first line of the menu', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  const { tooltip, menu } = await (await tray()).shows('connected');
  expect(tooltip).toMatch(/^Tillwatch: All 3 terminals are connected, checked \d/);
  expect(menu[0]).toMatchObject({ enabled: false });
  expect(`Tillwatch: ${menu[0]?.label}`).toBe(tooltip);
  const entry = findItem(menu, [`✓ ${store.name}: 3 of 3 connected`, /^✓ Kiosk: connected since /]);
  expect(entry?.entries.map(({ label }) => label)).toEqual([
    kiosk.poiid,
    'Recheck this terminal',
    'Open in Tillwatch',
  ]);
});

test('Recheck now in the menu makes a real request', async ({ launch, profile, shop, tray }) => {
  await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  const item = await tray();
  await item.shows('connected');
  const request = shop.vendor.nextRequest();
  await item.click('Recheck now');
  expect((await request).status).toBe(200);
});

test('Recheck this terminal asks for that terminal by its own ID', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  const item = await tray();
  await item.shows('connected');
  const request = shop.vendor.nextRequest();
  await item.click(/Utrecht Centraal/, /Till 1/, 'Recheck this terminal');
  expect((await request).body).toMatchObject({ uniqueTerminalId: till1.poiid });
});

test('while a recheck waits for its answer the menu says so, and it ends', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  const item = await tray();
  await item.shows('connected');
  shop.vendor.fault({ kind: 'silent' }, 1);
  await item.click('Recheck now');
  const busy = await item.waitFor('Checking…', ({ menu }) => findItem(menu, ['Checking…']) !== null);
  expect(findItem(busy.menu, ['Checking…'])?.enabled).toBe(false);
  await item.waitFor('Recheck now again', ({ menu }) => findItem(menu, ['Recheck now'])?.enabled === true);
});

test('Quit Tillwatch ends the app', async ({ launch, profile, shop, tray }) => {
  const app = await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  await (await tray()).click('Quit Tillwatch');
  expect(await app.ended).toBe(0);
});

userTest('a panel that starts after the app gets the icon, also a second time', async ({
  bus,
  launch,
  profile,
  shop,
  tray,
}) => {
  await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  const first = await startTrayHost(bus.address);
  await (await tray()).shows('connected');
  await first.stop();
  const second = await startTrayHost(bus.address);
  await (await tray()).shows('connected');
  await second.stop();
});
