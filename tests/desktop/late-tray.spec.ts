import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, userTest as test } from '../support/desktop-test.ts';
import { startTrayHost } from '../support/tray-host.ts';

test('started before the panel, the app is usable and gets its icon once the panel is there', async ({
  launch,
  launchAgain,
  profile,
  shop,
  bus,
  tray,
}) => {
  const answered = shop.vendor.nextRequest(({ status }) => status === 200);
  const env = await managedEnvironment(shop, profile);
  const app = await launch({ args: ['--hidden'], env });
  await answered;
  expect(await launchAgain({ env })).toBe(0);
  expect(await (await app.page()).title()).toBe('Tillwatch');

  const panel = await startTrayHost(bus.address);
  await (await tray()).shows('connected');
  await panel.stop();
});
