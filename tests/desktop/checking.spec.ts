import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { openSettings } from '../support/open-settings.ts';
import { savedMark } from '../support/saved-mark.ts';

test('how stores are watched and when they restart is set in the window, and is kept', async ({
  launch,
  shop,
  profile,
}) => {
  const env = await managedEnvironment(shop, profile);
  const app = await launch({ env });
  const page = await app.page();
  await openSettings(page, 'Checking');

  await page.getByLabel('While all stores are closed, check').selectOption('Every 5 minutes');
  await page.getByLabel('Call a terminal unstable after').selectOption('8 drops and returns');
  await page.getByLabel('May be away for').selectOption('30 minutes');
  await expect(savedMark(page)).toBeVisible();
  // Nobody has pressed Enter or left the field when the window closes.
  await page.getByLabel('Restarts at').fill('04:30');

  await app.quit();
  const again = await (await launch({ env })).page();
  await openSettings(again, 'Checking');
  await expect(again.getByLabel('While all stores are closed, check')).toHaveValue('300');
  await expect(again.getByLabel('Call a terminal unstable after')).toHaveValue('8');
  await expect(again.getByLabel('Restarts at')).toHaveValue('04:30');
  await expect(again.getByLabel('May be away for')).toHaveValue('30');
});

test('opening hours are checked while they are typed and saved one by one, and nothing that is wrong is lost', async ({
  launch,
  shop,
  profile,
}) => {
  const env = await managedEnvironment(shop, profile);
  const app = await launch({ env });
  const page = await app.page();
  await openSettings(page, 'Opening hours');
  await page.getByRole('button', { name: 'Enter opening hours' }).click();
  const monday = page.getByLabel('Monday');
  await expect(monday).toBeFocused();
  await expect(savedMark(page)).toBeVisible();

  await monday.fill('9 to 5');
  await expect(monday).toHaveAccessibleDescription(/^Write it as 09:00-18:00/);
  const tuesday = page.getByLabel('Tuesday');
  await tuesday.fill('8-12');
  await tuesday.press('Enter');
  await expect(tuesday).toHaveValue('08:00-12:00');
  await expect(monday, 'what is wrong waits to be mended').toHaveValue('9 to 5');
  await page.getByLabel('Time zone of the store').selectOption('Europe/Amsterdam');
  await page.getByLabel('Other hours on single days').fill('2026-12-25\n2026-12-24 9-15');
  await monday.focus();

  await app.quit();
  const again = await (await launch({ env })).page();
  await openSettings(again, 'Opening hours');
  await expect(again.getByLabel('Monday'), 'which was never saved').toHaveValue('09:00-18:00');
  await expect(again.getByLabel('Tuesday')).toHaveValue('08:00-12:00');
  await expect(again.getByLabel('Other hours on single days')).toHaveValue(
    '2026-12-25\n2026-12-24 09:00-15:00',
  );
  await expect(again.getByLabel('Time zone of the store')).toHaveValue('Europe/Amsterdam');
});

test('a number is checked while it is typed, saved with Enter, and keeps the focus', async ({
  launch,
  shop,
  profile,
}) => {
  const env = await managedEnvironment(shop, profile, { pollIntervalSeconds: null });
  const app = await launch({ env });
  const page = await app.page();
  await openSettings(page, 'Checking');
  const interval = page.getByLabel('Check every');
  await interval.fill('3');
  await expect(interval).toHaveAccessibleDescription(/^Please enter a whole number between 10 and/);
  await interval.fill('45');
  await interval.press('Enter');
  await expect(savedMark(page)).toBeVisible();
  await expect(interval).toBeFocused();

  await app.quit();
  const again = await (await launch({ env })).page();
  await openSettings(again, 'Checking');
  await expect(again.getByLabel('Check every')).toHaveValue('45');
});
