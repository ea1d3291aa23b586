import { till1, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

test('a snooze from the menu keeps a drop back, shows in the icon, and its end tells of the drop once', async ({
  watching: { tray },
  notifications,
  shop,
}) => {
  await tray.click('Snooze', 'For 1 hour');
  const calm = await tray.shows('paused');
  expect(calm.tooltip).toMatch(/^Tillwatch: Snoozed until .*: All 3 terminals are connected/);

  shop.vendor.world.drop(till2.poiid);
  await tray.click('Recheck now');
  await tray.waitFor('the drop in the tooltip', ({ tooltip }) => tooltip.includes('Till 2'));
  expect(notifications.shown()).toEqual([]);

  // The headline, which says more, begins the same.
  await tray.click(/^Snoozed until (?!.*: )/, 'End snooze');
  await tray.shows('disconnected-1');
  await tray.click('Recheck now');
  expect((await notifications.nth(1)).summary).toBe('Till 2 is disconnected');
});

test('a snooze until everything is connected ends with the last terminal that returns', async ({
  watching: { tray },
  notifications,
  shop,
}) => {
  shop.vendor.world.drop(till1.poiid);
  await tray.click('Recheck now');
  await notifications.nth(1);
  await tray.click('Snooze', 'Until everything is connected again');
  await tray.shows('paused');
  shop.vendor.world.restore(till1.poiid);
  await tray.click('Recheck now');
  await tray.shows('connected');
  expect((await notifications.nth(2)).summary).toBe('Till 1 is connected again');
});

test('a terminal that is snoozed from its row drops unsaid, and another one does not', async ({
  watching: { app, tray },
  notifications,
  shop,
}) => {
  await tray.click('Open Tillwatch');
  const page = await app.page();
  await page.getByRole('button', { name: 'Actions for Till 2' }).click();
  await page.getByRole('menuitem', { name: 'Snooze for 1 hour' }).click();
  await expect(page.getByRole('img', { name: /^Snoozed until .*: you are not told of it\.$/ })).toBeVisible();
  shop.vendor.world.drop(till2.poiid);
  await tray.click('Recheck now');
  await tray.shows('disconnected-1');
  shop.vendor.world.drop(till1.poiid);
  await tray.click('Recheck now');
  expect((await notifications.nth(1)).summary).toBe('Till 1 is disconnected');

  await page.getByRole('button', { name: 'Actions for Till 2' }).click();
  await page.getByRole('menuitem', { name: 'End snooze' }).click();
  await tray.click('Recheck now');
  expect((await notifications.nth(2)).summary).toBe('Till 2 is disconnected');
});
