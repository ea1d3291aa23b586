import { expect, test } from '../support/desktop-test.ts';
import { managedEnvironment, till2 } from '../support/corner-shop.ts';

test('a POIID is copied by the menu of its terminal', async ({ launch, shop, profile }) => {
  const app = await launch({ env: await managedEnvironment(shop, profile) });
  const page = await app.page();
  await page.getByRole('button', { name: 'Actions for Till 2' }).click();
  await page.getByRole('menuitem', { name: 'Copy POIID' }).click();
  await expect(page.getByText(`Copied: ${till2.poiid}`, { exact: true })).toBeVisible();
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.keyboard.press('Control+V');
  await expect(search).toHaveValue(till2.poiid);
});

test('terminals can be added, renamed and left alone, and all of it survives a restart', async ({
  launch,
  shop,
  profile,
}) => {
  const env = await managedEnvironment(shop, profile);
  const app = await launch({ env });
  const page = await app.page();
  await page.getByRole('button', { name: 'Add terminals to Utrecht Centraal' }).click();
  // Hyphens as a word processor makes them, and one twice.
  await page.getByRole('dialog').getByRole('textbox').fill('S1F2‑000158213600107\nS1F2-000158213600107\nodd');
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: /S1F2-000158213600107/ }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Actions for Till 2' }).click();
  await page.getByRole('menuitem', { name: /Rename/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Fitting room & bar');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('button', { name: /Fitting room & bar/ }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Actions for odd' }).click();
  await page.getByRole('menuitem', { name: 'Stop watching' }).click();
  await expect(page.getByRole('button', { name: 'Actions for odd' })).toHaveCount(0);
  await page.getByRole('radio', { name: 'Not watched' }).click();
  const left = page.getByRole('list', { name: 'Terminals that are not watched' });
  await page.getByRole('searchbox').fill('centraal odd');
  await expect(left.getByRole('listitem')).toHaveText(/^odd/);
  await page.getByRole('searchbox').fill('kiosk');
  await expect(left).toBeHidden();
  await page.getByRole('button', { name: 'Show all terminals' }).click();
  await expect(page.getByRole('button', { name: /Fitting room & bar/ }).first()).toBeVisible();

  await app.quit();
  const again = await launch({ env });
  const reopened = await again.page();
  await expect(reopened.getByRole('button', { name: /Fitting room & bar/ }).first()).toBeVisible();
  await expect(reopened.getByRole('button', { name: 'Actions for S1F2-000158213600107' })).toBeVisible();
  await expect(reopened.getByRole('button', { name: 'Actions for odd' })).toHaveCount(0);
});
