import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { managedEnvironment, store, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/packaged-test.ts';
import { startProcess } from '../support/process.ts';

test('the packaged app does its job: a drop, its return, and the end', async ({
  start,
  profile,
  shop,
  tray,
  notifications,
}) => {
  const app = await start(['--hidden'], await managedEnvironment(shop, profile));
  const icon = await tray();
  await icon.shows('connected');

  shop.vendor.world.drop(till2.poiid);
  await icon.click('Recheck now');
  await icon.shows('disconnected-1');
  const drop = await notifications.nth(1);
  expect(drop.summary).toBe('Till 2 is disconnected');
  expect(drop.hints).toMatchObject({ 'desktop-entry': 'tillwatch' });

  shop.vendor.world.restore(till2.poiid);
  await icon.click('Recheck now');
  await icon.shows('connected');
  expect((await notifications.nth(2)).summary).toBe('Till 2 is connected again');

  await icon.click('Quit Tillwatch');
  expect(await app.ended).toBe(0);
});

test('a second start opens the window of the first', async ({ start, profile, shop, tray }, testInfo) => {
  const env = await managedEnvironment(shop, profile);
  await start(['--hidden'], env);
  await (await tray()).shows('connected');
  expect(await (await start([], env)).ended).toBe(0);

  const find = ['search', '--sync', '--onlyvisible', '--name', '^Tillwatch$'];
  const search = await startProcess('xdotool', find, profile.env);
  expect(await search.ended).toBe(0);
  const [id = ''] = search.stdout().split('\n');
  const picture = testInfo.outputPath('window.png');
  const shot = await startProcess('import', ['-window', id, picture], profile.env);
  expect(await shot.ended, shot.stderr()).toBe(0);
  expect(colours(await readFile(picture)), 'the page has been drawn').toBeGreaterThan(100);
});

test('check, without a display: one answer, on standard output, with its exit code', async ({
  start,
  profile,
  shop,
}) => {
  shop.vendor.world.drop(till2.poiid);
  const bare = { DISPLAY: '', DBUS_SESSION_BUS_ADDRESS: '' };
  const env = { ...(await managedEnvironment(shop, profile)), ...bare };
  const check = await start(['check', '--json'], env);
  expect(await check.ended).toBe(2);
  expect(JSON.parse(check.stdout())).toMatchObject({
    state: 'disconnected',
    stores: [{ reference: store.reference }],
  });
});

function colours(png: Buffer): number {
  const { data } = PNG.sync.read(png);
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += 4) seen.add(data.readUInt32BE(at));
  return seen.size;
}
