import type { Page } from '@playwright/test';
import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { openSettings } from '../support/open-settings.ts';

/** Playwright shows every page as light unless told that it should not. */
const systemTheme = { colorScheme: null };

const looks = (page: Page) =>
  page.evaluate(() => ({
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    letters: getComputedStyle(document.documentElement).fontSize,
  }));

test('theme and text size take effect at once, and are kept', async ({ launch, shop, profile }) => {
  const env = await managedEnvironment(shop, profile);
  const app = await launch({ env });
  const page = await app.page();
  await page.emulateMedia(systemTheme);
  await openSettings(page, 'Appearance');

  await page.getByLabel('Theme').selectOption('Dark');
  await page.getByLabel('Text size').selectOption('130%');
  await expect.poll(() => looks(page)).toEqual({ dark: true, letters: '20.8px' });
  await page.getByLabel('Theme').selectOption('Light');
  await expect.poll(() => looks(page)).toEqual({ dark: false, letters: '20.8px' });

  await app.quit();
  const again = await (await launch({ env })).page();
  await again.emulateMedia(systemTheme);
  await expect(again.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await looks(again)).toEqual({ dark: false, letters: '20.8px' });
});
