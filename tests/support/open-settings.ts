import type { Page } from '@playwright/test';

/** @param tab by its name; without it, the one that the page opens with */
export async function openSettings(page: Page, tab?: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
}
