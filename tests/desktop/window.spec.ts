import { storeMenu, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

test('clicking the notification opens the window at the terminal that dropped', async ({
  watching: { app, tray },
  notifications,
  shop,
}) => {
  shop.vendor.world.drop(till2.poiid);
  await tray.click('Recheck now');
  notifications.click((await notifications.nth(1)).id);

  const page = await app.page();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 3 terminals is disconnected');
  const panel = page.getByRole('complementary', { name: 'About Till 2' });
  await expect(panel).toContainText(till2.poiid);
  await expect(panel).toContainText('Disconnected just now');
  await expect(panel.getByRole('heading', { name: 'Restore the connection' })).toBeVisible();
});

test('the window follows what happens while it is open', async ({ page, shop }) => {
  shop.vendor.world.drop(till2.poiid);
  await page.getByRole('button', { name: 'Recheck now' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 3 terminals is disconnected');
  await expect(page.getByRole('button', { name: `Disconnected Till 2 ${till2.poiid}` })).toBeVisible();
  await expect(page.getByText('2 of 3 connected')).toBeVisible();
});

test('a terminal of the menu opens in the window', async ({ watching: { app, tray } }) => {
  await tray.click(storeMenu, /Till 2/, 'Open in Tillwatch');
  const page = await app.page();
  await expect(page.getByRole('complementary', { name: 'About Till 2' })).toBeVisible();
});

test('closing the window destroys it and leaves the tray', async ({ page, watching: { app, tray } }) => {
  const closed = page.waitForEvent('close');
  await page.evaluate(() => window.close());
  await closed;
  expect(app.pages()).toEqual([]);
  await tray.shows('connected');
  await tray.click('Settings');
  await expect((await app.page()).getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('a second launch opens the window of the first and ends', async ({
  watching: { app, env },
  launchAgain,
}) => {
  expect(app.pages()).toEqual([]);
  expect(await launchAgain({ env })).toBe(0);
  const page = await app.page();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 terminals are connected');
});

test('a left click on the icon opens the window', async ({ watching: { app, tray } }) => {
  await tray.activate();
  await expect((await app.page()).getByRole('heading', { level: 1 })).toBeVisible();
});
