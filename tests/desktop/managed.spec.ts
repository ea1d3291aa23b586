import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { managedFile, merchantAccount, store, terminals } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

// The file is looked at every three seconds, and the machine may do something else as well.
const soon = { timeout: 15_000 };

test('the managed file counts as soon as it changes, and a mistake in it blinds nobody', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  const account = (named: string) => ({
    id: 'corner-shop',
    environment: 'test',
    merchantAccount,
    endpoint: shop.vendor.url,
    stores: [{ ...store, name: named, terminals }],
  });
  const { TILLWATCH_MANAGED_CONFIG: file = '', ...env } = await managedFile(profile, { accounts: [] });
  await rm(file);
  const put = async (content: string) => {
    const next = join(profile.folder, 'next.json');
    await writeFile(next, content);
    await rename(next, file);
  };

  const app = await launch({
    env: { ...env, TILLWATCH_MANAGED_CONFIG: file, TILLWATCH_API_KEY: shop.key },
  });
  const page = await app.page();
  const notices = page.getByRole('list', { name: 'Notices' });
  await expect(notices).toContainText('The file is not there.');

  const item = await tray();
  await put(JSON.stringify({ accounts: [account('Utrecht Centraal')] }));
  await item.shows('connected');
  await expect(notices).toBeHidden(soon);

  await put(JSON.stringify({ accounts: [account('Utrecht Zuid')] }));
  await expect(page.getByText('Utrecht Zuid').first()).toBeVisible(soon);

  await put('{ "accounts": [');
  await expect(notices).toContainText('This is not valid JSON', soon);
  expect((await item.shows('attention')).tooltip).toContain('needs your attention');
  await expect(page.getByText('Utrecht Zuid').first()).toBeVisible(soon);

  await put(JSON.stringify({ accounts: [account('Utrecht Noord')] }));
  await chmod(file, 0o666);
  await expect(notices).toContainText('Everybody on this computer may change the file.', soon);
  await chmod(file, 0o644);
  await expect(page.getByText('Utrecht Noord').first()).toBeVisible(soon);
  await item.shows('connected');
});
