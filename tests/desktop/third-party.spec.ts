import { managedEnvironment, till2 } from '../support/corner-shop.ts';
import { expect, userTest as test } from '../support/desktop-test.ts';
import { watchNotifications } from '../support/notification-watch.ts';
import { startThirdPartyDesktop } from '../support/third-party-desktop.ts';

test.use({ busServices: true });

for (const panel of ['xfce4-panel', 'lxqt-panel'] as const) {
  test(`on a desktop of others, ${panel} and dunst, the same things appear, also after the panel has crashed`, async ({
    bus,
    launch,
    profile,
    shop,
    tray,
  }, testInfo) => {
    const desktop = await startThirdPartyDesktop(profile, bus.address, panel);
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

    await desktop.restartPanel();
    const again = await tray();
    await again.shows('disconnected-1');
    shop.vendor.world.restore(till2.poiid);
    await again.click('Recheck now');
    await again.shows('connected');
    expect((await notifications.nth(2)).summary).toBe('Till 2 is connected again');
    await desktop.screenshot(testInfo.outputPath('after-the-crash.png'));

    notifications.stop();
    await desktop.stop();
  });
}
