import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { findSqlite } from '../../main/history/database.ts';
import { faults } from '../support/axe.ts';
import { till2 } from '../support/corner-shop.ts';
import { expect, test as portalTest } from '../support/portal-test.ts';

interface Fixtures {
  /** The history after Till 2 has dropped. */
  history: Page;
}

const test = portalTest.extend<Fixtures>({
  history: async ({ watching: { app, tray }, notifications, shop }, provide) => {
    shop.vendor.world.drop(till2.poiid);
    await tray.click('Recheck now');
    await notifications.nth(1);
    await tray.click('Open Tillwatch');
    const page = await app.page();
    await showHistory(page);
    await provide(page);
  },
});

async function showHistory(page: Page) {
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
}

test('a drop is on record from when it was missed, with who was told, and survives a power cut', async ({
  watching: { app, tray, env },
  history: page,
  shop,
  launch,
}) => {
  const row = page.getByRole('row', { name: till2.name });
  await expect(row).toContainText('Utrecht Centraal');
  await expect(row).toContainText('Still disconnected');
  await expect(row).toContainText('confirmed by asking for this terminal');
  await expect(row).not.toContainText('Not told');
  await page.getByRole('tab', { name: 'Notifications' }).click();
  await expect(row).toContainText('Disconnected');
  await expect(row).toContainText('Told');
  await page.getByRole('tab', { name: 'Incidents' }).click();

  shop.vendor.world.restore(till2.poiid);
  await tray.click('Recheck now');
  await expect(row).toContainText('less than a minute');
  await expect(row).not.toContainText('Still disconnected');

  await app.kill();
  const again = await launch({ env });
  const later = await again.page();
  await showHistory(later);
  await expect(later.getByRole('row', { name: till2.name })).toContainText('less than a minute');
  await later.getByRole('button', { name: till2.name, exact: true }).click();
  await expect(later.getByRole('complementary', { name: 'About Till 2' })).toBeVisible();
});

test('what is listed and the report go where the user wants them, and what cannot be saved leaves nothing behind', async ({
  watching: { app },
  history: page,
  portal,
  profile,
}) => {
  await expect(page.getByRole('row', { name: till2.name })).toBeVisible();
  const folder = join(profile.folder, 'sent');
  await mkdir(folder);

  const table = join(folder, 'incidents.csv');
  portal.willSaveTo(table);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText(`Saved as ${table}`, { exact: true })).toBeVisible();
  const lines = (await readFile(table, 'utf8')).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFAccount,Store reference,Store,/);
  expect(lines[1]).toContain(`UTR-01,Utrecht Centraal,${till2.poiid},${till2.name},Disconnected,`);
  expect(portal.suggested()).toEqual([expect.stringMatching(/^Tillwatch All stores .*\.csv$/)]);

  const document = join(folder, 'report.pdf');
  portal.willSaveTo(document);
  await page.getByRole('button', { name: 'Report (PDF)' }).click();
  await expect(page.getByText(`Saved as ${document}`, { exact: true })).toBeVisible();
  expect((await readFile(document)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(app.pages()).toHaveLength(1);

  portal.willSaveTo(join(folder, 'nowhere', 'incidents.csv'));
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByText(/could not be saved, and nothing was left behind/).first()).toBeVisible();
  portal.willSaveTo(null);
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeEnabled();
  expect(await readdir(folder)).toEqual(['incidents.csv', 'report.pdf']);
});

test('a history file that is damaged is kept aside and reported, and recording goes on', async ({
  launch,
  profile,
  shop,
  watching: { app, env, tray },
}) => {
  await tray.click('Quit Tillwatch');
  await app.ended;
  // Closed in good order: all of it is in the one file.
  expect(historyFiles(await readdir(profile.userData))).toEqual(['history.db']);
  const file = join(profile.userData, 'history.db');
  await writeFile(file, 'not a database, but long enough to look like one'.repeat(100));

  const again = await launch({ env });
  const page = await again.page();
  await expect(page.getByRole('list', { name: 'Notices' })).toContainText('history.kept-');
  expect((await readdir(profile.userData)).filter((name) => name.startsWith('history.kept-'))).toHaveLength(
    1,
  );
  shop.vendor.world.drop(till2.poiid);
  await page.getByRole('button', { name: 'Recheck now' }).click();
  await showHistory(page);
  await expect(page.getByRole('row', { name: till2.name })).toBeVisible();
});

test('killed again and again at any moment of its work, its history stays whole; asked to end, it leaves one file', async ({
  launch,
  profile,
  shop,
  watching: { app, env },
  history,
}) => {
  await expect(history.getByRole('row', { name: till2.name })).toBeVisible();
  await app.kill();
  for (const [at, afterMs] of [0, 90, 240, 410, 700, 1150, 1800, 2600].entries()) {
    if (at % 2 === 0) shop.vendor.world.restore(till2.poiid);
    else shop.vendor.world.drop(till2.poiid);
    const running = await launch({ args: ['--hidden'], env });
    await setTimeout(afterMs);
    await running.kill();
    expect(historyFiles(await readdir(profile.userData))).not.toContainEqual(expect.stringContaining('kept'));
  }
  const last = await launch({ env });
  const page = await last.page();
  await showHistory(page);
  await expect(page.getByRole('row', { name: till2.name }).first()).toBeVisible();
  await last.quit();
  expect(historyFiles(await readdir(profile.userData))).toEqual(['history.db']);
  const { DatabaseSync } = findSqlite();
  const database = new DatabaseSync(join(profile.userData, 'history.db'));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(database.prepare('SELECT count(*) AS wrong FROM span WHERE end <= start').get()).toEqual({
    wrong: 0,
  });
  database.close();
});

test('in a small window with letters of twice the size all of it can be reached, and axe finds nothing', async ({
  history: page,
}) => {
  await expect(page.getByRole('row', { name: till2.name })).toBeVisible();
  const chromium = await page.context().newCDPSession(page);
  // 900×600 at 200 %.
  const size = { width: 450, height: 300, deviceScaleFactor: 2, mobile: false };
  await chromium.send('Emulation.setDeviceMetricsOverride', size);
  for (const scheme of ['light', 'dark'] as const) {
    expect(await faults(page, scheme)).toEqual([]);
  }
  for (const name of ['Export CSV', 'Report (PDF)', till2.name]) {
    const button = page.getByRole('button', { name, exact: true });
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 1 });
  }
  // Only what is wide by nature scrolls to the side, in a place of its own.
  expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
  const picture = test.info().outputPath('history-200.png');
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  const { data } = await chromium.send('Page.captureScreenshot', { format: 'png' });
  await writeFile(picture, Buffer.from(data, 'base64'));
});

function historyFiles(names: string[]): string[] {
  return names.filter((name) => name.startsWith('history'));
}
