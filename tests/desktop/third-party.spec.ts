import { managedEnvironment, till2 } from '../support/corner-shop.ts';
import { expect, userTest as test } from '../support/desktop-test.ts';
import { watchNotifications } from '../support/notification-watch.ts';
import { startThirdPartyDesktop } from '../support/third-party-desktop.ts';

test.use({ busServices: true });

test('on a desktop of others, xfce4-panel and dunst, the same things appear', async ({
  bus,
  launch,
  profile,
  shop,
  tray,
}, testInfo) => {
  const desktop = await startThirdPartyDesktop(profile, bus.address);
  const notifications = await watchNotifications(bus.address);
  const app = await launch({ args: ['--hidden'], env: await managedEnvironment(shop, profile) });
  const item = await tray();
  await item.shows('connected');

  shop.vendor.world.drop(till2.poiid);
  await item.click('Recheck now');
  await item.shows('disconnected-1');
  expect((await notifications.nth(1)).summary).toBe('Till 2 is disconnected');
  await desktop.screenshot(testInfo.outputPath('disconnected.png'));
  await desktop.clickNotification();
  await expect((await app.page()).getByRole('complementary', { name: 'About Till 2' })).toBeVisible();

  shop.vendor.world.restore(till2.poiid);
  await item.click('Recheck now');
  await item.shows('connected');
  expect((await notifications.nth(2)).summary).toBe('Till 2 is connected again');

  notifications.stop();
  await desktop.stop();
});
