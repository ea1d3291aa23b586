import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { managedFile, merchantAccount, store } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

test('a wrong managed file is named with the path of its mistake, and the app starts', async ({
  launch,
  profile,
  shop,
}) => {
  const env = await managedFile(profile, {
    accounts: [
      {
        id: 'corner-shop',
        environment: 'test',
        merchantAccount,
        endpoint: shop.vendor.url,
        stores: [store, { reference: '', name: 'Nowhere' }],
      },
    ],
  });
  const page = await (await launch({ env })).page();
  const notices = page.getByRole('list', { name: 'Notices' });
  await expect(notices).toContainText('The configuration from your organisation could not be used');
  await expect(notices).toContainText('accounts[0].stores[1].reference');
  expect(shop.vendor.requests()).toEqual([]);
});

test('a settings file that was cut off is kept aside and reported', async ({ launch, profile }) => {
  const app = await launch();
  await (await app.page()).getByRole('button', { name: 'Look around with the demo store' }).click();
  await expect((await app.page()).getByRole('heading', { level: 1 })).toContainText('terminals');
  await app.quit();
  const file = join(profile.userData, 'settings.json');
  const whole = await readFile(file, 'utf8');
  await writeFile(file, whole.slice(0, whole.length / 2));

  const again = await launch();
  const page = await again.page();
  await expect(page.getByRole('list', { name: 'Notices' })).toContainText('settings.kept-');
  const kept = (await readdir(profile.userData)).find((name) => name.startsWith('settings.kept-'));
  expect(await readFile(join(profile.userData, kept ?? ''), 'utf8')).toBe(whole.slice(0, whole.length / 2));
});
