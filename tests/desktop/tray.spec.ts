import { kiosk, managedEnvironment, store, storeMenu, till1, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { startTrayHost } from '../support/tray-host.ts';
import { findItem } from '../support/tray-menu.ts';

test('the tray says that all is well: icon, tooltip and menu', async ({ watching: { tray } }) => {
  const { tooltip, menu } = await tray.shows('connected');
  expect(tooltip).toMatch(/^Tillwatch: All 3 terminals are connected, checked \d/);
  expect(menu[0]).toMatchObject({ enabled: false, label: 'All 3 terminals are connected' });
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
  await tray.click(storeMenu, /Till 1/, 'Recheck this terminal');
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

test('a panel that crashes and comes back gets the icon again', async ({ watching, bus, trayHost, tray }) => {
  await trayHost.stop();
  const panel = await startTrayHost(bus.address);
  const { owner } = await tray();
  expect(owner).toBe(watching.tray.owner);
  await panel.stop();
});

test('an underscore and an ampersand in a name are read as they are written', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  await launch({
    args: ['--hidden'],
    env: await managedEnvironment(shop, profile, { storeName: 'A_B & C' }),
  });
  const { menu } = await (await tray()).shows('connected');
  expect(menu.map(({ label }) => label)).toContain('✓ A_B & C: 3 of 3 connected');
});

test('the icon changes within a second of the answer that confirms it', async ({
  watching: { tray },
  shop,
}) => {
  shop.vendor.world.drop(till2.poiid);
  const confirmation = shop.vendor.nextRequest(({ body }) => JSON.stringify(body).includes(till2.poiid));
  await tray.click('Recheck now');
  await confirmation;
  const answered = performance.now();
  await tray.shows('disconnected-1');
  expect(performance.now() - answered).toBeLessThan(1000);
});
