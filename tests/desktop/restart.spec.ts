import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storeMenu, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { findItem } from '../support/tray-menu.ts';

test('after a kill and a restart nothing known is lost and nothing is announced twice', async ({
  watching: { app, tray, env },
  launch,
  tray: trayAgain,
  notifications,
  shop,
}) => {
  shop.vendor.world.drop(till2.poiid);
  await tray.click('Recheck now');
  const before = await tray.shows('disconnected-1');
  await notifications.nth(1);
  await app.kill();

  // As long as the vendor says nothing of use, what the tray says can only be what was remembered.
  const refused = shop.vendor.nextRequest();
  shop.vendor.fault({ kind: 'server-error' }, 1);
  await launch({ args: ['--hidden'], env });
  const again = await trayAgain();
  await refused;
  const after = await again.shows('disconnected-1');
  const since = [storeMenu, /^✕ Till 2: disconnected since /];
  expect(findItem(before.menu, since)).not.toBeNull();
  expect(findItem(after.menu, since)?.label).toBe(findItem(before.menu, since)?.label);

  const answered = shop.vendor.nextRequest(({ status }) => status === 200);
  await again.click('Recheck now');
  await answered;
  await again.waitFor('the recheck to end', ({ menu }) => findItem(menu, ['Recheck now'])?.enabled === true);
  expect(notifications.shown()).toHaveLength(1);
});

test('a terminal that dropped while the app did not run is told as that, once', async ({
  watching: { app, env },
  launch,
  profile,
  tray,
  notifications,
  shop,
}) => {
  await app.quit();
  await age(join(profile.userData, 'memory.json'), 3_600_000);
  shop.vendor.world.drop(till2.poiid);

  await launch({ args: ['--hidden'], env });
  await (await tray()).shows('disconnected-1');
  const told = await notifications.nth(1);
  expect(told.summary).toBe('A terminal is disconnected');
  expect(told.body).toBe(
    'This happened while Tillwatch was not watching. Disconnected: Till 2 (Utrecht Centraal). Check that it is on; if it is, restart it.',
  );
  expect(notifications.shown()).toHaveLength(1);
});

/** Makes everything that was remembered lie further back, in ms: as if the PC had been off for that long. */
async function age(file: string, ms: number): Promise<void> {
  const memory = await readFile(file, 'utf8');
  await writeFile(
    file,
    memory.replace(/\b\d{13}\b/g, (time) => String(Number(time) - ms)),
  );
}
