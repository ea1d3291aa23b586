import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { managedEnvironment, managedFile, merchantAccount, store, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { filesThatHold } from '../support/files.ts';
import { inspectable, inspectMain } from '../support/main-process.ts';
import { startProcess } from '../support/process.ts';

/** Somebody else who has an account on this PC. */
async function asSecondUser(command: string[], env: Record<string, string>) {
  const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];
  const program = await startProcess('setpriv', [...nobody, ...command], env);
  return { code: await program.ended, text: program.stdout() };
}

/** Lets everybody through to a folder, but not look around on the way. */
async function openWay(to: string): Promise<void> {
  for (let at = dirname(to); at !== dirname(at); at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) await chmod(at, 0o711);
  }
}

test('a second user of this PC reads nothing of the profile, however open it was found', async ({
  profile,
  shop,
  launch,
  tray,
}) => {
  // Somebody has made the way to it, and the folder itself, for all to see.
  await mkdir(profile.userData);
  await writeFile(join(profile.userData, 'settings.json'), '{}');
  await openWay(join(profile.userData, 'settings.json'));
  await chmod(profile.userData, 0o755);
  await chmod(join(profile.userData, 'settings.json'), 0o644);
  const read = (path: string) => asSecondUser(['cat', path], profile.env);
  expect(await read(join(profile.userData, 'settings.json'))).toEqual({ code: 0, text: '{}' });

  const env = await managedEnvironment(shop, profile);
  await launch({ args: ['--hidden'], env });
  const icon = await tray();
  await icon.shows('connected');
  shop.vendor.world.drop(till2.poiid);
  await icon.click('Recheck now');
  await icon.shows('disconnected-1');

  const own = ['settings.json', 'memory.json', 'history.db', 'history.db-wal', join('logs', 'tillwatch.log')];
  for (const name of own) {
    const path = join(profile.userData, name);
    expect([name, ((await stat(path)).mode & 0o777).toString(8)]).toEqual([name, '600']);
    expect((await read(path)).code, name).not.toBe(0);
  }
  expect((await stat(profile.userData)).mode & 0o777).toBe(0o700);
  expect((await asSecondUser(['ls', profile.userData], profile.env)).code).not.toBe(0);
  const found = await asSecondUser(['find', profile.userData, '-type', 'f', '-readable'], profile.env);
  expect(found.text).toBe('');
});

test('a crash leaves neither key nor password anywhere: not in the profile, not in the log, not in a dump of its own', async ({
  profile,
  shop,
  launch,
  tray,
}) => {
  const { TILLWATCH_API_KEY: key = '', ...env } = await managedEnvironment(shop, profile);
  const app = await launch({ args: [inspectable], env });
  const page = await app.page();
  await (await tray()).shows('attention');
  await page.getByRole('button', { name: 'Open settings' }).click();
  await page.getByRole('button', { name: /^Key and stores of/ }).click();
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Save the key' }).click();
  await (await tray()).shows('connected');

  const password = randomBytes(24).toString('base64url');
  const set = await page.evaluate(
    (typed) => window.tillwatch.request('network.setPassword', { password: typed }),
    password,
  );
  expect(set).toEqual({ ok: true, value: { kept: 'memory' } });

  // The page, in which they were typed; then main, which has them.
  const gone = page.waitForEvent('crash');
  const chromium = await page.context().newCDPSession(page);
  void chromium.send('Page.crash').catch(() => undefined);
  await gone;
  const main = await inspectMain(app.output());
  void main.evaluate('process.crash()');
  expect(await app.ended).not.toBe(0);

  expect(await filesThatHold(profile.folder, key)).toEqual([]);
  expect(await filesThatHold(profile.folder, password)).toEqual([]);
  const log = await readFile(join(profile.userData, 'logs', 'tillwatch.log'), 'utf8');
  expect(log).toContain('the window has crashed');
  const everything = await readdir(profile.folder, { recursive: true });
  expect(everything.filter((name) => /\.dmp$|(^|\/)core(\.\d+)?$/.test(name))).toEqual([]);
});

test('a managed file that anybody could have put there is refused, and nobody is asked', async ({
  profile,
  shop,
  launch,
  tray,
}) => {
  const env = await managedFile(profile, {
    accounts: [
      { id: 'corner-shop', environment: 'test', merchantAccount, endpoint: shop.vendor.url, stores: [store] },
    ],
  });
  const file = env['TILLWATCH_MANAGED_CONFIG'] ?? '';
  const link = join(profile.folder, 'link.json');
  await symlink(file, link);
  for (const [path, why] of [
    [link, 'link'],
    [file, 'everybody'],
  ] as const) {
    if (path === file) await chmod(file, 0o666);
    const app = await launch({ env: { TILLWATCH_MANAGED_CONFIG: path, TILLWATCH_API_KEY: shop.key } });
    const notices = (await app.page()).getByRole('list', { name: 'Notices' });
    await expect(notices).toContainText('The configuration from your organisation could not be used');
    await expect(notices, why).toContainText(path);
    await (await tray()).shows('attention');
    await app.quit();
  }
  expect(shop.vendor.requests()).toEqual([]);
});
