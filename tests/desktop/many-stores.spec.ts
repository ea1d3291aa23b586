import { openChain } from '../support/chain.ts';
import { expect, test } from '../support/desktop-test.ts';

test('500 terminals that drop at once are one notification', async ({
  launch,
  profile,
  tray,
  notifications,
}) => {
  const { vendor, stores, environment } = await openChain(10, 50);
  const { world } = vendor;
  await launch({ args: ['--hidden'], env: await environment(profile) });
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
