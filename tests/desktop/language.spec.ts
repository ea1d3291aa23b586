import { managedEnvironment, managedFile, store, till2 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { openSettings } from '../support/open-settings.ts';
import { tillwatch } from '../support/run-command.ts';
import { speakIn } from '../support/speech.ts';
import { findItem } from '../support/tray-menu.ts';

const german = { LANG: 'de_DE.UTF-8', LANGUAGE: 'de_DE' };

test('on a German system tray, notification and window speak German', async ({
  launch,
  notifications,
  profile,
  shop,
  tray,
}) => {
  const app = await launch({ env: { ...(await managedEnvironment(shop, profile)), ...german } });
  const item = await tray();
  const all = await item.shows('connected');
  expect(all.tooltip).toMatch(/^Tillwatch: Alle 3 Terminals sind verbunden, geprüft \d\d:\d\d$/);
  expect(findItem(all.menu, ['Tillwatch beenden'])).not.toBeNull();
  const page = await app.page();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alle 3 Terminals sind verbunden');

  shop.vendor.world.drop(till2.poiid);
  await item.click('Jetzt prüfen');
  const dropped = await item.shows('disconnected-1');
  expect(dropped.tooltip).toBe(`Tillwatch: Till 2 (${store.name}) ist seit weniger als 1 Minute getrennt`);
  expect(
    findItem(dropped.menu, [`✕ ${store.name}: 1 von 3 getrennt`, /^✕ Till 2: getrennt seit \d\d:\d\d$/]),
  ).not.toBeNull();
  const { summary, body } = await notifications.nth(1);
  expect(summary).toBe('Till 2 ist getrennt');
  expect(body).toMatch(
    /^Utrecht Centraal, seit \d\d:\d\d\. Ist das Terminal an\? Wenn ja, starten Sie es neu\.$/,
  );
});

test('another language is spoken at once by window and tray, and after a restart', async ({
  launch,
  profile,
  shop,
  tray,
}) => {
  const env = await managedEnvironment(shop, profile);
  const app = await launch({ env });
  const item = await tray();
  await item.shows('connected');
  const page = await app.page();
  await openSettings(page, 'Appearance');
  await page.getByLabel('Language').selectOption('Français');
  await expect(page.getByRole('tab', { name: 'Apparence' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  const changed = await item.waitFor('French', ({ menu }) => findItem(menu, ['Quitter Tillwatch']) !== null);
  expect(changed.tooltip).toMatch(/^Tillwatch\s: Les 3 terminaux sont connectés/);
  await page.getByLabel('Langue').selectOption('Nederlands');
  await expect(page.getByRole('tab', { name: 'Weergave' })).toBeVisible();
  await item.waitFor('Dutch', ({ menu }) => findItem(menu, ['Tillwatch afsluiten']) !== null);

  await app.quit();
  const again = await (await launch({ env })).page();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Alle 3 terminals zijn verbonden');
});

test('a mistake in the managed file that is known already is told in the new language too', async ({
  launch,
  profile,
}) => {
  const env = await managedFile(profile, { accounts: [{ id: 'corner-shop' }] });
  const page = await (await launch({ env })).page();
  await expect(page.getByText('This is missing.')).toBeVisible();
  await speakIn(page, 'fr');
  await expect(page.getByText('Cette valeur manque.')).toBeVisible();
});

test('the command line speaks the language of the system', async ({ profile, shop }) => {
  const env = { ...german, ...(await managedEnvironment(shop, profile)) };
  // Chromium may say something of its own first.
  const checked = await tillwatch(profile, ['check'], { env });
  expect(checked.said).toMatch(/^verbunden, geprüft \d\d:\d\d$/m);
  const mistyped = await tillwatch(profile, ['checks'], { env: german });
  expect(mistyped.said).toMatch(/^„checks“ ist kein Befehl\.\nAufruf: /m);
});
