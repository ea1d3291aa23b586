import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { openSettings } from '../support/open-settings.ts';
import { findItem } from '../support/tray-menu.ts';

/** The process that draws the pages of this profile. */
async function renderer(userData: string): Promise<number> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes('--type=renderer') && line.includes(userData)) return Number(pid);
  }
  throw new Error('no page is drawn');
}

test('start at login is switched on and off in the window, as the system keeps it', async ({
  launch,
  profile,
}) => {
  const page = await (await launch({ args: ['--demo'] })).page();
  const entry = join(profile.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'tillwatch.desktop');
  await openSettings(page, 'Start');
  const choice = page.getByRole('switch', { name: 'Start when somebody logs in' });
  await expect(choice).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);
  await choice.click();
  await expect(choice).toBeChecked();
  expect(await readFile(entry, 'utf8')).toMatch(/^Exec=".*" "--hidden"$/m);
  await choice.click();
  await expect(choice).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);
});

test('a window whose page has crashed comes back, and the watching never stopped', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  const app = await launch({ env: await managedEnvironment(shop, profile) });
  const page = await app.page();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('connected');
  process.kill(await renderer(profile.userData), 'SIGKILL');
  const again = () => app.pages().find((other) => other !== page);
  await expect.poll(() => again()?.getByRole('heading', { level: 1 }).textContent()).toContain('connected');
  const item = await tray();
  await item.shows('connected');
  expect(await readFile(join(profile.userData, 'logs', 'tillwatch.log'), 'utf8')).toContain(
    'the window has crashed',
  );
});

test('Quit ends it, with every process that it had started', async ({ watching: { app, tray } }) => {
  expect(findItem((await tray.shows('connected')).menu, ['Quit Tillwatch'])).not.toBeNull();
  await tray.click('Quit Tillwatch');
  expect(await app.ended).toBe(0);
});
