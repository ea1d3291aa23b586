import { kiosk, managedEnvironment, store, till1 } from '../support/corner-shop.ts';
import { expect, test, userTest } from '../support/desktop-test.ts';
import { startTrayHost } from '../support/tray-host.ts';
import { findItem } from '../support/tray-menu.ts';

test('the tray says that all is well: icon, tooltip and menu', async ({ watching: { tray } }) => {
  const { tooltip, menu } = await tray.shows('connected');
  expect(tooltip).toMatch(/^Tillwatch: All 3 terminals are connected, checked \d/);
  expect(menu[0]?.enabled).toBe(false);
  expect(`Tillwatch: ${menu[0]?.label}`).toBe(tooltip);
  const entry = findItem(menu, [`✓ ${store.name}: 3 of 3 connected`, /^✓ Kiosk: connected since /]);
  expect(entry?.entries.map(({ label }) => label)).toEqual([
    kiosk.poiid,
    'Recheck this terminal',
    'Open in Tillwatch',
  ]);
});

test('Recheck now in the menu makes a real request', async ({ watching: { tray }, shop }) => {
  const request = shop.vendor.nextRequest();
  await tray.click('Recheck now');
  expect((await request).status).toBe(200);
});

test('Recheck this terminal asks for it by its own ID', async ({ watching: { tray }, shop }) => {
  const request = shop.vendor.nextRequest();
  await tray.click(/Utrecht Centraal/, /Till 1/, 'Recheck this terminal');
  expect((await request).body).toMatchObject({ uniqueTerminalId: till1.poiid });
});

test('while a recheck waits for its answer the menu says so, and it ends', async ({
  watching: { tray },
  shop,
}) => {
  shop.vendor.fault({ kind: 'silent' }, 1);
  await tray.click('Recheck now');
  const busy = await tray.waitFor('Checking…', ({ menu }) => findItem(menu, ['Checking…']) !== null);
  expect(findItem(busy.menu, ['Checking…'])?.enabled).toBe(false);
  await tray.waitFor('Recheck now again', ({ menu }) => findItem(menu, ['Recheck now'])?.enabled === true);
});

test('Quit Tillwatch ends the app', async ({ watching: { app, tray } }) => {
  await tray.click('Quit Tillwatch');
  expect(await app.ended).toBe(0);
});

userTest(
  'a panel that starts after the app gets the icon, and again after a crash',
  async ({ bus, launch, profile, shop, tray }) => {
    await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
    for (let start = 0; start < 2; start += 1) {
      const panel = await startTrayHost(bus.address);
      await (await tray()).shows('connected');
      await panel.stop();
    }
  },
);
