// oxlint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures a function wants
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { managedEnvironment } from '../support/corner-shop.ts';
import type { RunningApp } from '../support/app.ts';
import { expect, test as desktopTest } from '../support/desktop-test.ts';
import { openSettings } from '../support/open-settings.ts';
import { asAppImage, openFeed, type UpdateFeed } from '../support/update-feed.ts';

interface Started {
  app: RunningApp;
  /** The AppImage. */
  file: string;
  /** What the window says of updates. */
  panel: Locator;
  /** The button that looks for one. */
  check: Locator;
}

interface Fixtures {
  feed: UpdateFeed;
  /** Starts the old version, whose administrator has set the feed. */
  start: () => Promise<Started>;
}

/**
 * Everything of electron-updater is real here but the AppImage: what runs is an unpacked Electron that is told, as the
 * runtime of an AppImage does it, from which file it was started, and the file is a script. An AppImage cannot be made
 * or mounted on the machine of the tests, and the installers of Windows and macOS run on neither.
 */
const test = desktopTest.extend<Fixtures>({
  feed: async ({}, provide) => {
    const feed = await openFeed();
    await provide(feed);
    await feed.close();
  },
  start: async ({ launch, profile, shop, feed }, provide) => {
    await provide(async () => {
      const image = await asAppImage(profile, script('old'));
      const env = await managedEnvironment(shop, profile, { updates: { feed: feed.url } });
      const app = await launch({ env: { ...env, ...image } });
      return { app, file: image.APPIMAGE, ...(await openUpdates(await app.page())) };
    });
  },
});

/** What a new version says of itself when it is started. */
const script = (says: string) => `#!/bin/sh\necho "${says} $*" >> "$HOME/started"\n`;

async function openUpdates(page: Page) {
  await openSettings(page, 'Updates');
  const check = page.getByRole('button', { name: 'Check for updates' });
  return { panel: page.getByRole('tabpanel', { name: 'Updates' }), check };
}

test('an update is fetched, told of, and put in place when somebody restarts for it', async ({
  profile,
  feed,
  start,
}) => {
  feed.publish('0.2.0', script('new'));
  const { app, file, panel, check } = await start();
  await expect(panel.getByLabel('Address of the updates')).toBeDisabled();
  await expect(panel).toContainText('Set by your organisation');
  await expect(panel.getByRole('status')).toHaveText('Not looked yet');

  await check.click();
  await expect(panel.getByRole('status')).toHaveText('Version 0.2.0 is ready');
  expect(feed.asked).toEqual(['/updates/latest-linux.yml', '/updates/Tillwatch-0.2.0.AppImage']);
  expect(await readFile(file, 'utf8'), 'nothing is put in place while it watches').toBe(script('old'));

  await panel.getByRole('button', { name: 'Restart and update' }).click();
  expect(await app.ended).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(script('new'));
  expect(await readdir(dirname(file))).toEqual(['Tillwatch-0.1.0.AppImage']);
  const started = join(profile.folder, 'started');
  await expect.poll(() => readFile(started, 'utf8').catch(() => '')).toBe('new \n');
});

test('an update that is ready is put in place when Tillwatch quits', async ({ tray, feed, start }) => {
  feed.publish('0.2.0', script('new'));
  const { app, file, panel, check } = await start();
  await check.click();
  await expect(panel.getByRole('status')).toHaveText('Version 0.2.0 is ready');
  await (await tray()).click('Quit Tillwatch');
  expect(await app.ended).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(script('new'));
});

test('what a feed may not do: another file than announced, another host, an older version, nothing', async ({
  tray,
  feed,
  start,
}) => {
  const elsewhere = await openFeed();
  elsewhere.publish('0.2.0', script('false'));
  const { app, file, panel, check } = await start();
  const outcome = async (says: string) => {
    await check.click();
    await expect(panel).toContainText(says);
    await expect(check).toBeVisible();
  };

  await outcome('There is an answer, but no update of Tillwatch for this PC in it.');

  feed.answers.set('/updates/latest-linux.yml', (_request, response) => {
    response.writeHead(302, { location: `${elsewhere.url}latest-linux.yml` }).end();
  });
  await outcome('The address leads to another server, and nothing is taken from there.');

  feed.publish('0.2.0', script('false'), { content: script('new') });
  await outcome('The file is not the one that was announced, so it was thrown away.');

  feed.publish('0.2.0', script('new'), { url: `${elsewhere.url}Tillwatch-0.2.0.AppImage` });
  await outcome('The address leads to another server, and nothing is taken from there.');

  expect(elsewhere.asked).toEqual([]);

  feed.publish('0.0.9', script('older'));
  await outcome('This is the newest version');

  await feed.close();
  await outcome('The address did not answer. Tillwatch tries again by itself.');

  await (await tray()).click('Quit Tillwatch');
  expect(await app.ended).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(script('old'));
  await elsewhere.close();
});

test('updates are off unless an address is set, and an AppImage takes none from the window', async ({
  launch,
  profile,
  shop,
  feed,
}) => {
  const env = await asAppImage(profile);
  const app = await launch({ env: { ...(await managedEnvironment(shop, profile)), ...env } });
  const { panel } = await openUpdates(await app.page());
  await expect(panel.getByRole('status')).toHaveText('Updates are off');
  const address = panel.getByLabel('Address of the updates');
  await address.fill('updates.example.com');
  await expect(address, 'told while it is typed').toHaveAccessibleDescription(
    /^Write an address that begins with https/,
  );
  await address.fill('http://updates.example.com');
  await address.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('Write an address that begins with https://');
  await address.fill(feed.url.slice(0, -1));
  await address.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('Tillwatch cannot update itself here');
  await expect(panel).toContainText('only an address that your organisation sets counts');
  await expect(address).toHaveValue(feed.url);
  expect(feed.asked).toEqual([]);
  await address.fill('');
  await address.press('Enter');
  await expect(panel.getByRole('status')).toHaveText('Updates are off');
});
