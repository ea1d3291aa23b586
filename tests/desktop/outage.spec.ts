import { store, storeMenu, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { findItem } from '../support/tray-menu.ts';

test('a terminal that drops shows in the tray and is announced once, and so is its return', async ({
  watching: { tray },
  notifications,
  shop,
  icons,
}) => {
  shop.vendor.world.drop(till2.poiid);
  await tray.click('Recheck now');

  const dropped = await tray.shows('disconnected-1');
  expect(dropped.tooltip).toBe(
    `Tillwatch: Till 2 (${store.name}) has been disconnected for less than a minute`,
  );
  expect(`Tillwatch: ${dropped.menu[0]?.label}`).toBe(dropped.tooltip);
  expect(
    findItem(dropped.menu, [`✕ ${store.name}: 1 of 3 disconnected`, /^✕ Till 2: disconnected since /]),
  ).not.toBeNull();
  const drop = await notifications.nth(1);
  expect(drop.summary).toBe('Till 2 is disconnected');
  // A critical one would break through the system's Do not disturb.
  expect(drop.hints['urgency']).toBe(1);
  expect(drop.image && icons.nameOf(drop.image)).toBe('disconnected-1');
  expect(drop.body).toMatch(/^Utrecht Centraal, since \d.*\. Check that it is on; if it is, restart it\.$/);

  shop.vendor.world.restore(till2.poiid);
  await tray.click('Recheck now');
  const back = await tray.shows('connected');
  expect(back.tooltip).toMatch(/All 3 terminals are connected/);
  const returned = await notifications.nth(2);
  expect(returned.summary).toBe('Till 2 is connected again');
  expect(returned.image && icons.nameOf(returned.image)).toBe('connected');
  expect(returned.body).toBe('Utrecht Centraal, it was gone for less than a minute.');

  // A further round gives anything that would be told twice its chance to show.
  const round = shop.vendor.nextRequest();
  await tray.click('Recheck now');
  await round;
  await tray.shows('connected');
  expect(notifications.shown()).toHaveLength(2);
  expect(notifications.closed(), 'the return takes the place of the drop').toEqual([drop.id]);
});

test('a terminal that is missing from one answer only alarms nobody', async ({
  watching: { tray },
  notifications,
  shop,
}) => {
  shop.vendor.world.drop(till2.poiid);
  const missing = shop.vendor.nextRequest();
  const confirmation = shop.vendor.nextRequest(({ body }) => JSON.stringify(body).includes(till2.poiid));
  await tray.click('Recheck now');
  await missing;
  shop.vendor.world.restore(till2.poiid);
  expect((await confirmation).status).toBe(200);
  await tray.waitFor('Till 2 to count as connected', ({ menu }) => {
    return findItem(menu, [storeMenu, /^✓ Till 2: connected since /]) !== null;
  });
  expect(notifications.shown()).toEqual([]);
});

test('a store that goes dark is one notification, not one for each terminal', async ({
  watching: { tray },
  notifications,
  shop,
}) => {
  shop.vendor.world.dropStore(store.reference);
  await tray.click('Recheck now');
  await tray.shows('disconnected-3');
  const told = await notifications.nth(1);
  expect(told.summary).toBe('No terminal is connected at Utrecht Centraal');
  expect(told.body).toContain("Check the store's internet connection first.");
  expect(notifications.shown()).toHaveLength(1);
});

test('when Adyen refuses to answer the tray asks for attention and blames no terminal', async ({
  watching: { tray },
  notifications,
  shop,
}) => {
  shop.vendor.fault({ kind: 'unauthorized' });
  await tray.click('Recheck now');
  const refused = await tray.shows('attention');
  expect(refused.tooltip).toMatch(/API key/);
  const told = await notifications.nth(1);
  expect(told.summary).toBe('Your terminals cannot be checked');
  expect(told.body).toContain('Adyen does not accept the API key');

  // The same cause is told once, however often it is met.
  await tray.click('Recheck now');
  await tray.waitFor('Recheck now again', ({ menu }) => findItem(menu, ['Recheck now'])?.enabled === true);
  shop.vendor.heal();
  await tray.click('Recheck now');
  await tray.shows('connected');
  expect(notifications.shown()).toHaveLength(1);
});
