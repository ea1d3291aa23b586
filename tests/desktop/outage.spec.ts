import { managedEnvironment, store, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { findItem } from '../support/tray-menu.ts';

test.beforeEach(async ({ launch, profile, shop, tray }) => {
  await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  await (await tray()).shows('connected');
});

test('a terminal that drops shows in the tray and is announced once; so is its return', async ({
  notifications,
  shop,
  tray,
}) => {
  const item = await tray();
  shop.vendor.world.drop(till2.poiid);
  await item.click('Recheck now');

  const dropped = await item.shows('disconnected-1');
  expect(dropped.tooltip).toBe(
    `Tillwatch: Till 2 (${store.name}) has been disconnected for less than a minute`,
  );
  expect(`Tillwatch: ${dropped.menu[0]?.label}`).toBe(dropped.tooltip);
  expect(
    findItem(dropped.menu, [`✕ ${store.name}: 1 of 3 disconnected`, /^✕ Till 2: disconnected since/]),
  ).not.toBeNull();
  const drop = await notifications.nth(1);
  expect(drop.summary).toBe('Till 2 is disconnected');
  expect(drop.body).toMatch(/^Utrecht Centraal, since \d.*\. Check that it is on; if it is, restart it\.$/);

  shop.vendor.world.restore(till2.poiid);
  await item.click('Recheck now');
  const back = await item.shows('connected');
  expect(back.tooltip).toMatch(/All 3 terminals are connected/);
  const returned = await notifications.nth(2);
  expect(returned.summary).toBe('Till 2 is connected again');
  expect(returned.body).toBe('Utrecht Centraal, it was gone for less than a minute.');

  // A further round gives anything that was told twice its chance to show.
  const round = shop.vendor.nextRequest();
  await item.click('Recheck now');
  await round;
  await item.shows('connected');
  expect(notifications.shown()).toHaveLength(2);
});

test('a terminal that is only missing from one answer alarms nobody', async ({
  notifications,
  shop,
  tray,
}) => {
  const item = await tray();
  shop.vendor.world.drop(till2.poiid);
  const missed = shop.vendor.nextRequest();
  const confirmation = shop.vendor.nextRequest(
    ({ body }) => JSON.stringify(body).includes(till2.poiid),
  );
  await item.click('Recheck now');
  await missed;
  shop.vendor.world.restore(till2.poiid);
  expect((await confirmation).status).toBe(200);
  await item.shows('connected');
  expect(notifications.shown()).toEqual([]);
});

test('a store that goes dark is one notification, not one for each terminal', async ({
  notifications,
  shop,
  tray,
}) => {
  const item = await tray();
  shop.vendor.world.dropStore(store.reference);
  await item.click('Recheck now');
  await item.shows('disconnected-3');
  const told = await notifications.nth(1);
  expect(told.summary).toBe('No terminal is connected at Utrecht Centraal');
  expect(told.body).toContain("Look at the store's internet connection first.");
  expect(notifications.shown()).toHaveLength(1);
});

test('when Adyen gives no answer the tray asks for attention, and no terminal is blamed', async ({
  notifications,
  shop,
  tray,
}) => {
  const item = await tray();
  shop.vendor.fault({ kind: 'unauthorized' });
  await item.click('Recheck now');
  const refused = await item.shows('attention');
  expect(refused.tooltip).toMatch(/key/i);
  shop.vendor.heal();
  await item.click('Recheck now');
  await item.shows('connected');
  expect(notifications.shown()).toEqual([]);
});

test('clicking the notification opens the window at that terminal', async ({
  launch: _,
  notifications,
  shop,
  tray,
}) => {
  const item = await tray();
  shop.vendor.world.drop(till2.poiid);
  await item.click('Recheck now');
  notifications.click((await notifications.nth(1)).id);
});
