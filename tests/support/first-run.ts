import type { Page } from '@playwright/test';
import { merchantAccount, store, type CornerShop } from './corner-shop.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Answers the first step, with this address in place of the vendor's own. */
export async function goToKey(page: Page, url: string, source?: string): Promise<void> {
  await page.getByRole('radio', { name: 'Test' }).check();
  await page.getByText('Advanced').click();
  await page.getByLabel('Custom endpoint').fill(url);
  if (source !== undefined) await page.getByLabel('How to ask Adyen').selectOption(source);
  await press(page, 'Next: API key');
}

/** Answers the first steps of the first run, up to the stores, of which the first is filled in. */
export async function goToStores(
  page: Page,
  { vendor, key }: CornerShop,
  { source }: { source?: string } = {},
): Promise<void> {
  await goToKey(page, vendor.url, source);
  await page.getByLabel('API key').fill(key);
  await press(page, 'Check the key');
  await press(page, 'Next: Merchant account');
  await page.getByLabel('Merchant account').fill(merchantAccount);
  await press(page, 'Check the account');
  await press(page, 'Next: Stores');
  await page.getByLabel('Reference of store 1').fill(store.reference);
  await page.getByLabel('Name of store 1').fill(store.name);
}

/** Asks Adyen for the stores, in the first run or in the settings. */
export const testStores = (page: Page) => press(page, /^(Ask for these stores|Test connection|Test again)$/);

/** The last steps, once Adyen has answered for the stores. */
export async function startWatching(page: Page): Promise<void> {
  await press(page, 'Next: Terminals found');
  await press(page, 'Next: Notifications and start');
  await press(page, 'Start watching');
}
