import type { Page } from '@playwright/test';
import { managedEnvironment, store, storeMenu, till1, till2 } from '../support/corner-shop.ts';
import { expect, test as desktopTest, type ShopTray } from '../support/desktop-test.ts';
import { inspectable, inspectMain, type MainProcess } from '../support/main-process.ts';
import { findItem } from '../support/tray-menu.ts';

interface Told {
  tray: ShopTray;
  page: () => Promise<Page>;
  main: MainProcess;
}

/** The notification of a drop has been shown, and all is forgotten that nobody keeps. */
const test = desktopTest.extend<{ told: Told }>({
  told: async ({ launch, profile, shop, tray, notifications }, provide) => {
    // Nothing is asked but by hand: a request can only come from the button.
    const env = await managedEnvironment(shop, profile, { pollIntervalSeconds: 3600 });
    const app = await launch({ args: ['--hidden', inspectable], env });
    const item = await tray();
    await item.shows('connected');
    shop.vendor.world.drop(till2.poiid);
    await item.click('Recheck now');
    await item.shows('disconnected-1');
    await notifications.nth(1);
    const main = await inspectMain(app.output());
    await main.collectGarbage();
    await provide({ tray: item, page: app.page, main });
    main.close();
  },
});

/** The runtime of the tests has no buttons on Linux, so that no server can press one; what follows is the app's. */
const press = (main: MainProcess, button: 'Recheck' | 'Snooze 1 h') =>
  main.emitAtNotifications('action', {}, ['Recheck', 'Snooze 1 h'].indexOf(button));

test('Recheck at a notification makes a real request for the store', async ({ told: { main }, shop }) => {
  const request = shop.vendor.nextRequest();
  expect(await press(main, 'Recheck')).toBe(1);
  expect(await request).toMatchObject({ status: 200, body: { store: store.reference } });
});

test('Snooze 1 h at a notification keeps back what drops in that store', async ({
  told: { main, tray },
  notifications,
  shop,
}) => {
  expect(await press(main, 'Snooze 1 h')).toBe(1);
  await tray.waitFor(
    'the store to be snoozed',
    ({ menu }) => findItem(menu, [storeMenu, /^Snoozed until \d/, 'End snooze']) !== null,
  );
  shop.vendor.world.drop(till1.poiid);
  await tray.click('Recheck now');
  await tray.shows('disconnected-2');
  expect(notifications.shown()).toHaveLength(1);
});

test('a click long after a notification was shown still opens its terminal', async ({
  told: { page },
  notifications,
}) => {
  notifications.click((await notifications.nth(1)).id);
  await expect((await page()).getByRole('complementary', { name: 'About Till 2' })).toBeVisible();
});
