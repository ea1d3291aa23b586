import { createSimulator } from '../../main/simulator/server.ts';
import { createWorld } from '../../main/simulator/world.ts';
import { managedFile } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';

const key = 'AQEmany';
const stores = Array.from({ length: 10 }, (_, store) => ({
  reference: `STORE-${store}`,
  id: `ST3224Z223225T5JMANY0000${store}`,
  name: `Store ${store}`,
  terminals: Array.from({ length: 50 }, (_, terminal) => `V400m-${324_000_000 + store * 100 + terminal}`),
}));

test('500 terminals that drop at once are one notification', async ({
  launch,
  profile,
  tray,
  notifications,
}) => {
  const world = createWorld([
    {
      merchantAccount: 'ManyShops',
      keys: [key],
      stores: stores.map((store) => ({
        ...store,
        terminals: store.terminals.map((poiid) => ({ poiid, connected: true })),
      })),
    },
  ]);
  const vendor = await createSimulator({ world });
  const account = { id: 'many', environment: 'test', merchantAccount: 'ManyShops', endpoint: vendor.url };
  const watched = stores.map(({ reference, name, terminals }) => ({
    reference,
    name,
    terminals: terminals.map((poiid) => ({ poiid })),
  }));
  const env = await managedFile(profile, {
    accounts: [{ ...account, stores: watched }],
    confirmationDelaySeconds: 2,
  });
  await launch({ args: ['--hidden'], env: { ...env, TILLWATCH_API_KEY: key } });
  const item = await tray();
  await item.shows('connected');

  for (const { reference } of stores) world.dropStore(reference);
  await item.click('Recheck now');
  await item.shows('disconnected-9plus');
  expect((await notifications.nth(1)).summary).toBe('500 terminals are disconnected at 10 stores');

  // A further round gives anything that would be told besides its chance to show.
  const round = vendor.nextRequest();
  await item.click('Recheck now');
  await round;
  for (const { reference } of stores) world.restoreStore(reference);
  await item.click('Recheck now');
  await item.shows('connected');
  expect((await notifications.nth(2)).summary).toBe('500 terminals are connected again at 10 stores');
  expect(notifications.shown()).toHaveLength(2);
  await vendor.close();
});
