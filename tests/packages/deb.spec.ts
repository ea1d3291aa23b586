// oxlint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures a function wants
import { chmod, chown, copyFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { managedEnvironment, till2 } from '../support/corner-shop.ts';
import { expect, made, test as base } from '../support/packaged-test.ts';
import { createScratchDebian, type ScratchDebian } from '../support/scratch-debian.ts';

const minutes = 60_000;

const test = base.extend<object, { debian: ScratchDebian }>({
  debian: [
    async ({}, provide) => {
      const debian = await createScratchDebian();
      await provide(debian);
      await debian.remove();
    },
    // Half a minute of work, and downloads.
    { scope: 'worker', timeout: 10 * minutes },
  ],
});
test.setTimeout(10 * minutes);

/** Somebody who may do nothing special. */
const user = 65_534;

test('the deb installs with apt, serves an ordinary user within the sandbox, and is removed without a trace', async ({
  debian,
  profile,
  shop,
  bus,
  tray,
  notifications,
}) => {
  const ours = () =>
    debian.run('find', '/', '-xdev', '-path', '/tmp', '-prune', '-o', '-name', '*illwatch*', '-print');
  const [deb = ''] = (await readdir(made.folder)).filter((name) => name.endsWith('.deb'));
  await debian.put(join(made.folder, deb), `/tmp/${deb}`);
  await debian.install(`/tmp/${deb}`);
  expect(await ours()).toContain('/usr/share/applications/tillwatch.desktop');

  // The user's folders, desktop and bus belong to somebody else than to us.
  const env = {
    ...profile.env,
    ...(await managedEnvironment(shop, profile)),
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    XAUTHORITY: join(profile.folder, 'authority'),
  };
  await copyFile(profile.env['XAUTHORITY'] ?? '', env.XAUTHORITY);
  for (const entry of await readdir(profile.folder, { recursive: true })) {
    await chown(join(profile.folder, entry), user, user);
  }
  await chown(profile.folder, user, user);
  const socket = /path=([^,]+)/.exec(bus.address)?.[1] ?? '';
  await chmod(dirname(socket), 0o755);
  await chmod(socket, 0o777);
  const as = { user, env, folders: [profile.folder, dirname(socket), '/tmp/.X11-unix'] };

  const check = await debian.start(['tillwatch', 'check', '--json'], as);
  expect(await check.ended, check.stderr()).toBe(0);
  expect(JSON.parse(check.stdout())).toMatchObject({ state: 'connected' });

  const app = await debian.start(['tillwatch', '--hidden'], as);
  const icon = await tray();
  await icon.shows('connected');
  shop.vendor.world.drop(till2.poiid);
  await icon.click('Recheck now');
  await icon.shows('disconnected-1');
  expect((await notifications.nth(1)).summary).toBe('Till 2 is disconnected');
  await icon.click('Quit Tillwatch');
  expect(await app.ended, app.stderr()).toBe(0);

  await debian.run('apt-get', '-qq', '-y', 'purge', 'tillwatch');
  expect(await ours()).toBe('');
});
