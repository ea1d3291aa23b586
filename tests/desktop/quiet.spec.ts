import { noMemory, type Memory } from '../../main/notifications/memory.ts';
import { openTelling } from '../../main/settings/telling-store.ts';
import { openConf } from '../support/conf.ts';
import { managedEnvironment, store, till1, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import type { Profile } from '../support/profile.ts';

const minuteMs = 60_000;

test('a snooze of one store, set in the window, keeps its drops back until it is ended there', async ({
  page,
  notifications,
  shop,
}) => {
  await page.getByRole('button', { name: `Snooze ${store.name}` }).click();
  await page.getByRole('menuitem', { name: 'For 1 hour' }).click();
  await expect(page.getByRole('button', { name: `${store.name} is snoozed` })).toBeVisible();

  shop.vendor.world.drop(till2.poiid);
  await page.getByRole('button', { name: 'Recheck now' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 3 terminals is disconnected');
  expect(notifications.shown()).toEqual([]);

  await page.getByRole('button', { name: `${store.name} is snoozed` }).click();
  await page.getByRole('menuitem', { name: 'End snooze' }).click();
  await page.getByRole('button', { name: 'Recheck now' }).click();
  expect((await notifications.nth(1)).summary).toBe('Till 2 is disconnected');
});

test('a terminal of which somebody said I know is not reminded of, another one is', async ({
  launch,
  profile,
  shop,
  tray,
  notifications,
}) => {
  const env = await managedEnvironment(shop, profile, {
    notifications: { stillDisconnected: true, stillAfterMinutes: 5 },
  });
  const app = await launch({ env });
  const item = await tray();
  await item.shows('connected');
  shop.vendor.world.drop(till1.poiid);
  shop.vendor.world.drop(till2.poiid);
  await item.click('Recheck now');
  expect((await notifications.nth(1)).summary).toBe('2 of 3 terminals are disconnected');
  const page = await app.page();
  await page.getByRole('button', { name: 'Actions for Till 2' }).click();
  await page.getByRole('menuitem', { name: 'I know' }).click();
  await expect(
    page.getByRole('img', { name: 'You know. You are told again when it is connected.' }),
  ).toBeVisible();
  await app.quit();

  changeMemory(profile, (memory) => ({
    ...memory,
    down: memory.down.map((told) => ({ ...told, toldAt: told.toldAt - 6 * minuteMs })),
  }));
  await launch({ args: ['--hidden'], env });
  expect((await notifications.nth(2)).summary).toBe('Till 1 is still disconnected');
  const again = await tray();
  await again.click('Recheck now');
  await again.shows('disconnected-2');
  expect(notifications.shown()).toHaveLength(2);
});

test('what drops while the store is closed is told when it has opened, in one summary', async ({
  launch,
  profile,
  shop,
  tray,
  notifications,
}) => {
  const closed = await managedEnvironment(shop, profile, { openingHours: hoursFrom(120) });
  const night = await launch({ args: ['--hidden'], env: closed });
  const item = await tray();
  await item.shows('connected');
  shop.vendor.world.drop(till1.poiid);
  shop.vendor.world.drop(till2.poiid);
  await item.click('Recheck now');
  await item.shows('disconnected-2');
  expect(notifications.shown()).toEqual([]);
  await night.quit();

  changeMemory(profile, (memory) => ({ ...memory, lookedAt: Date.now() - 60 * minuteMs }));
  const open = await managedEnvironment(shop, profile, { openingHours: hoursFrom(-2) });
  await launch({ args: ['--hidden'], env: open });
  const told = await notifications.nth(1);
  expect(told.summary).toBe('2 terminals are disconnected');
  expect(told.body).toMatch(/^Utrecht Centraal has opened: Till 1 and Till 2, since /);
});

test('while the system is not to disturb nobody is told, and afterwards once', async ({
  launch,
  profile,
  tray,
  notifications,
  shop,
}) => {
  // A desktop that keeps this with its notification server, not in settings of its own.
  const desktop = { XDG_CURRENT_DESKTOP: 'LXQt' };
  const env = { ...(await managedEnvironment(shop, profile)), ...desktop };
  const app = await launch({ args: ['--hidden'], env });
  const item = await tray();
  await item.shows('connected');
  notifications.doNotDisturb(true);
  shop.vendor.world.drop(till2.poiid);
  await item.click('Recheck now');
  await item.shows('disconnected-1');
  await expect.poll(app.output).toContain('do-not-disturb');
  expect(notifications.shown()).toEqual([]);

  notifications.doNotDisturb(false);
  await item.click('Recheck now');
  expect((await notifications.nth(1)).summary).toBe('Till 2 is disconnected');
});

/** Time passes while the app does not run. */
function changeMemory({ userData }: Profile, change: (memory: Memory) => Memory): void {
  const telling = openTelling({ directory: userData, openStore: openConf, now: Date.now }, noMemory);
  telling.save({ memory: change(telling.memory()) });
}

/** On every day, for three hours. */
function hoursFrom(minutesFromNow: number): object {
  const at = (minutes: number) => {
    const time = new Date(Date.now() + minutes * minuteMs);
    return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  };
  const spans = [{ from: at(minutesFromNow), to: at(minutesFromNow + 180) }];
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  return { week: Object.fromEntries(days.map((day) => [day, spans])) };
}
