import { openChain } from '../support/chain.ts';
import { expect, test } from '../support/desktop-test.ts';
import { openSettings } from '../support/open-settings.ts';

test('an icon for each store shows that store, and the eighth the rest; one is enough again when asked', async ({
  launch,
  profile,
  trays,
}) => {
  const { vendor, stores, environment } = await openChain(10, 3);
  const app = await launch({ env: await environment(profile) });
  const [single] = await trays(1);
  await single?.shows('connected');
  const page = await app.page();
  await openSettings(page, 'Appearance');
  await page.getByLabel('Tray icon').selectOption('One for each store');

  const icons = await trays(8);
  const firstLines = async () => {
    const states = await Promise.all(icons.map(({ shows }) => shows('connected')));
    return states.map(({ menu }) => menu[0]?.label.split(':')[0]);
  };
  expect(await firstLines()).toEqual([...stores.slice(0, 7).map(({ name }) => name), '3 other stores']);

  vendor.world.drop(stores[1]?.terminals[0] ?? '');
  vendor.world.drop(stores[9]?.terminals[0] ?? '');
  vendor.world.drop(stores[9]?.terminals[1] ?? '');
  const asked = vendor.nextRequest(({ body }) => JSON.stringify(body).includes('STORE-1'));
  await icons[1]?.click('Recheck this store');
  await asked;
  await icons[1]?.shows('disconnected-1');
  await icons[7]?.click('Recheck now');
  await icons[7]?.shows('disconnected-2');
  await icons[0]?.shows('connected');

  await page.getByLabel('Tray icon').selectOption('One for everything');
  const [again] = await trays(1);
  await again?.shows('disconnected-3');
  await vendor.close();
});
