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
  await page.getByLabel('Restarts at').fill('04:30');
  await page.getByLabel('May be away for').selectOption('30 minutes');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();

  await app.quit();
  const again = await (await launch({ env })).page();
  await openSettings(again, 'Checking');
  await expect(again.getByLabel('While all stores are closed, check')).toHaveValue('300');
  await expect(again.getByLabel('Call a terminal unstable after')).toHaveValue('8');
  await expect(again.getByLabel('Restarts at')).toHaveValue('04:30');
  await expect(again.getByLabel('May be away for')).toHaveValue('30');
});

test('opening hours are checked while they are typed', async ({ launch, shop, profile }) => {
  const page = await (await launch({ env: await managedEnvironment(shop, profile) })).page();
  await openSettings(page, 'Opening hours');
  const wrong = page.getByText('Write it as 09:00-18:00', { exact: false });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await page.getByLabel('Monday').fill('9 to 5');
  await expect(wrong).toBeVisible();
  await expect(save.filter({ visible: true })).toBeDisabled();
  await page.getByLabel('Monday').fill('09:00-17:00');
  await expect(wrong).toBeHidden();
  await save.filter({ visible: true }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
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
