import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { kiosk, merchantAccount, store, till1 } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { filesThatHold } from '../support/files.ts';
import { goToKey, goToStores, startWatching, testStores } from '../support/first-run.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const step = (page: Page) => page.getByRole('heading', { level: 2 });
const answer = (page: Page) => page.getByRole('status').filter({ hasText: 'Asked' });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('a first start without configuration opens the window and offers the demo store', async ({
  launch,
  tray,
}) => {
  const app = await launch();
  const page = await app.page();
  await expect(heading(page)).toHaveText('Set up Tillwatch');
  const item = await tray();
  expect((await item.shows('attention')).tooltip).toBe('Tillwatch: Not set up yet. Open Tillwatch to begin');

  await press(page, 'Look around with the demo store');
  const { menu, tooltip } = await item.shows('connected');
  expect(tooltip).toMatch(/All 8 terminals are connected/);
  expect(menu.map(({ label }) => label)).toContain('Demo store: these terminals are not real');
  await expect(heading(page)).toHaveText('All 8 terminals are connected');

  await press(page, 'Leave the demo store');
  await expect(heading(page)).toHaveText('Set up Tillwatch');
});

test('the first step of the first run offers the language, which is spoken at once, and loses nothing', async ({
  launch,
  tray,
}) => {
  const page = await (await launch()).page();
  await page.getByRole('radio', { name: 'Test' }).check();
  await expect(page.getByLabel('Language')).toHaveValue('system');
  await page.getByLabel('Language').focus();
  await page.getByLabel('Language').selectOption('Nederlands');
  await expect(step(page)).toHaveText('Waar worden je betalingen verwerkt?');
  await expect(page.getByLabel('Taal')).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Test' })).toBeChecked();
  const { tooltip } = await (await tray()).shows('attention');
  expect(tooltip).toBe('Tillwatch: Nog niet ingesteld. Open Tillwatch om te beginnen');
});

/** A page as somebody uses it who has no mouse. */
function keyboardOf(page: Page) {
  const { keyboard } = page;
  /** To the control of this name. */
  const tabTo = async (name: string | RegExp) => {
    const named = page.getByLabel(name).or(page.getByRole('button', { name })).or(page.getByText(name));
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await keyboard.press('Tab');
      if (await named.and(page.locator(':focus')).count()) return;
    }
    throw new Error(`Tab does not lead to ${String(name)}`);
  };
  return {
    tabTo,
    enter: () => keyboard.press('Enter'),
    space: () => keyboard.press('Space'),
    down: () => keyboard.press('ArrowDown'),
    typeInto: async (name: string | RegExp, text: string) => {
      await tabTo(name);
      await keyboard.type(text);
    },
  };
}

const waysToGiveStores: {
  way: string;
  give: (keys: ReturnType<typeof keyboardOf>, page: Page) => Promise<unknown>;
}[] = [
  {
    way: 'typed',
    give: async ({ typeInto }) => {
      await typeInto('Reference of store 1', store.reference);
      await typeInto('Name of store 1', store.name);
    },
  },
  {
    way: 'pasted',
    give: async ({ tabTo, typeInto, enter }) => {
      await tabTo('Paste a list');
      await enter();
      await typeInto('List of stores', `${store.reference};${store.name}`);
      await tabTo('Take these stores');
      await enter();
    },
  },
  {
    way: 'imported',
    give: async ({ tabTo, enter }, page) => {
      await tabTo('Import from Adyen…');
      await enter();
      await expect(page.getByRole('status').filter({ hasText: 'Adyen has 1 store on record' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Import from Adyen…' })).toBeFocused();
    },
  },
];

for (const { way, give } of waysToGiveStores) {
  test(`the first run goes by keyboard alone, with stores that are ${way}`, async ({
    launch,
    shop,
    profile,
    tray,
  }) => {
    const app = await launch();
    const page = await app.page();
    const keys = keyboardOf(page);
    const { tabTo, enter, space, down, typeInto } = keys;

    await expect(step(page)).toHaveText('Where do your payments run?');
    await tabTo(/^Live/);
    await down();
    await expect(page.getByRole('radio', { name: 'Test' })).toBeChecked();
    await tabTo('Advanced');
    await enter();
    await typeInto('Custom endpoint', shop.vendor.url);
    await enter();

    await expect(step(page)).toHaveText('Which API key may ask?');
    await typeInto('API key', shop.key);
    await enter();
    await expect(answer(page)).toContainText('Adyen accepted the key.');
    await enter();

    await expect(step(page)).toHaveText('Which merchant account?');
    await typeInto('Merchant account', merchantAccount);
    await enter();
    await expect(answer(page)).toContainText('Adyen knows this account: 3 terminals are connected.');
    await enter();

    await expect(step(page)).toHaveText('Which stores?');
    await give(keys, page);
    await expect(page.getByLabel('Reference of store 1')).toHaveValue(store.reference);
    await tabTo('Ask for these stores');
    await enter();
    await expect(page.getByRole('list', { name: 'What Adyen answered' })).toContainText(kiosk.poiid);
    await tabTo('Next: Terminals found');
    await enter();

    await expect(step(page)).toHaveText('These are connected right now');
    await typeInto(new RegExp(till1.poiid), 'Bar');
    await enter();

    await expect(step(page)).toHaveText('How should you hear of it?');
    await tabTo('Start when somebody logs in');
    await space();
    await expect(page.getByRole('switch', { name: 'Start when somebody logs in' })).toBeChecked();
    await tabTo('Start watching');
    await enter();

    await expect(heading(page)).toHaveText('All 3 terminals are connected');
    await expect(page.getByRole('button', { name: `Connected Bar ${till1.poiid}` })).toBeVisible();
    expect(existsSync(join(profile.env['XDG_CONFIG_HOME'] ?? '', 'autostart', 'tillwatch.desktop'))).toBe(
      true,
    );
    await (await tray()).shows('connected');
  });
}

test('the key of the first run is nowhere but in the requests', async ({ launch, shop, profile }) => {
  const app = await launch();
  const page = await app.page();
  await goToStores(page, { ...shop, key: `  ${shop.key}  ` });
  expect(await page.content()).not.toContain(shop.key);
  await testStores(page);
  await startWatching(page);
  await expect(heading(page)).toHaveText('All 3 terminals are connected');

  await app.quit();
  expect(await filesThatHold(profile.folder, store.reference)).not.toEqual([]);
  expect(await filesThatHold(profile.folder, shop.key)).toEqual([]);
  expect(app.output()).not.toContain(shop.key);
});

test('a first run that was closed goes on where it was, and the way back loses nothing', async ({
  launch,
  shop,
  tray,
}) => {
  const app = await launch();
  const page = await app.page();
  await goToStores(page, shop);
  const closed = page.waitForEvent('close');
  await page.evaluate(() => window.close());
  await closed;

  await (await tray()).click('Open Tillwatch');
  const again = await app.page();
  await expect(step(again)).toHaveText('Which stores?');
  await expect(again.getByLabel('Reference of store 1')).toHaveValue(store.reference);
  await press(again, 'Back');
  await expect(again.getByLabel('Merchant account')).toHaveValue(merchantAccount);
  await again.getByRole('button', { name: /^Environment and region/ }).click();
  await expect(again.getByRole('radio', { name: 'Test' })).toBeChecked();
  await press(again, 'Next: API key');
  await expect(again.getByText('API key in memory only')).toBeVisible();
  await press(again, 'Check the key');
  await press(again, 'Next: Merchant account');
  await press(again, 'Check the account');
  await press(again, 'Next: Stores');
  await testStores(again);
  await startWatching(again);
  await expect(heading(again)).toHaveText('All 3 terminals are connected');
});

test('every step asks Adyen for real, and says plainly what it answered', async ({ launch, shop }) => {
  const app = await launch();
  const page = await app.page();
  await page.getByRole('radio', { name: 'Test' }).check();
  await page.getByText('Advanced').click();
  await page.getByLabel('Custom endpoint').fill('https://adyen.com.example.org');
  await press(page, 'Test the way to Adyen');
  await expect(page.getByText('Only addresses that end in adyen.com')).toBeVisible();
  await press(page, 'Next: API key');
  await page.getByLabel('API key').fill('not-the-key');
  await press(page, 'Check the key');
  await expect(step(page)).toHaveText('Where do your payments run?');
  await expect(page.getByText('Only addresses that end in adyen.com')).toBeVisible();
  await page.getByLabel('Custom endpoint').fill('http://127.0.0.1:1');
  await press(page, 'Test the way to Adyen');
  await expect(answer(page)).toContainText('No connection to Adyen can be made');
  await answer(page).getByRole('button', { name: 'Open Settings > Network' }).click();
  await expect(page.getByRole('dialog', { name: 'Network' })).toContainText('Proxy');
  await page.keyboard.press('Escape');
  await expect(answer(page).getByRole('button', { name: 'Open Settings > Network' })).toBeFocused();
  await page.getByLabel('Custom endpoint').fill(shop.vendor.url);
  await press(page, 'Test the way to Adyen');
  await expect(answer(page)).toContainText('Adyen can be reached from this PC.');

  await press(page, 'Next: API key');
  await page.getByLabel('API key').fill('not-the-key');
  await press(page, 'Check the key');
  await expect(answer(page)).toContainText('Adyen does not accept the API key');
  await expect(page.getByRole('button', { name: 'Go on all the same' })).toBeVisible();
  await page.getByLabel('Another API key').fill(shop.key);
  await press(page, 'Check the key');
  await expect(answer(page)).toContainText('Adyen accepted the key.');

  await press(page, 'Next: Merchant account');
  await press(page, 'Check the account');
  await expect(page.getByText('Please fill this in.')).toBeVisible();
  await page.getByLabel('Merchant account').fill('SomebodyElse');
  await press(page, 'Check the account');
  await expect(answer(page)).toContainText('The API key may not see this merchant account');
  await page.getByLabel('Merchant account').fill(merchantAccount);
  await press(page, 'Check the account');
  await expect(answer(page)).toContainText('3 terminals are connected');

  await press(page, 'Next: Stores');
  await page.getByText('Paste a list').click();
  await page.getByLabel('List of stores').fill(`UTR-99\n${store.reference};${store.name}`);
  await press(page, 'Take these stores');
  await testStores(page);
  const results = page.getByRole('list', { name: 'What Adyen answered' });
  await expect(results.getByRole('listitem').filter({ hasText: 'UTR-99' })).toContainText(
    'not the ID that begins with ST',
  );
  await expect(results.getByRole('listitem').filter({ hasText: store.name })).toContainText(kiosk.poiid);
  await expect(results.getByRole('status')).toHaveText(
    'Stores that Adyen answered for: 1 of 2. Terminals connected: 3.',
  );
});

test('nobody has to wait for Adyen, and an answer that comes too late counts for nothing', async ({
  launch,
  shop,
}) => {
  const app = await launch();
  const page = await app.page();
  await goToKey(page, shop.vendor.url);
  await page.getByLabel('API key').fill(shop.key);
  shop.vendor.fault({ kind: 'silent' });
  await press(page, 'Check the key');
  await expect(page.getByRole('status').filter({ hasText: 'Asking Adyen…' })).toBeVisible();
  await press(page, 'Stop waiting');
  await expect(page.getByRole('button', { name: 'Check the key' })).toBeFocused();

  await press(page, 'Check the key');
  // What is typed next is another question.
  await page.getByLabel('Another API key').fill('not-the-key');
  await expect(page.getByRole('button', { name: 'Check the key' })).toBeEnabled();
  shop.vendor.heal();
  await press(page, 'Check the key');
  await expect(answer(page)).toContainText('Adyen does not accept the API key');
});

test('a key that this PC cannot keep is asked for again, and nothing else is', async ({ launch, shop }) => {
  const app = await launch();
  await goToStores(await app.page(), shop);
  await app.quit();

  const page = await (await launch()).page();
  await expect(step(page)).toHaveText('Which API key may ask?');
  await expect(page.getByText('Please enter the API key again: this PC has no keychain')).toBeVisible();
  await page.getByRole('button', { name: 'Stores', exact: true }).click();
  await testStores(page);
  const results = page.getByRole('list', { name: 'What Adyen answered' });
  await expect(results).toContainText('Tillwatch has no API key');
  await press(page, 'Go to “API key”');
  await page.getByLabel('API key').fill(shop.key);
  await press(page, 'Check the key');
  await expect(answer(page)).toContainText('Adyen accepted the key.');
  await page.getByRole('button', { name: 'Stores', exact: true }).click();
  await testStores(page);
  await expect(results).toContainText(kiosk.poiid);
});

test('a list that is pasted into the field of a reference fills the lines below it', async ({
  launch,
  shop,
}) => {
  const app = await launch();
  const page = await app.page();
  await goToStores(page, shop);
  const lines = Array.from({ length: 300 }, (_line, at) => `"REF-${at % 250}"\tStore ${at}\tCity`);
  await page.getByText('Paste a list').click();
  const list = page.getByLabel('List of stores');
  await list.fill(lines.join('\r\n'));
  await list.press('Control+A');
  await list.press('Control+X');
  await page.getByLabel('Reference of store 1', { exact: true }).press('Control+V');
  await expect(page.getByText('Stores read from the list: 250; new: 250.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '252');
  await expect(page.getByLabel('Reference of store 1', { exact: true })).toHaveValue(store.reference);
  await expect(page.getByLabel('Reference of store 2', { exact: true })).toHaveValue('REF-0');
  await expect(page.getByLabel('Name of store 2', { exact: true })).toHaveValue('Store 0');

  await list.fill('REF-0');
  await press(page, 'Take these stores');
  await expect(page.getByText('Stores read from the list: 1; new: 0.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take these stores' })).toBeFocused();
});
