import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { omit } from 'es-toolkit';
import { demoStores } from '../../main/simulator/demo-store.ts';
import { role } from '../../main/simulator/keys.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createWorld } from '../../main/simulator/world.ts';
import { managedFile } from './corner-shop.ts';
import { goToKey, goToStores, startWatching, testStores } from './first-run.ts';
import { noticeScenes } from './notice-scenes.ts';
import { openSettings } from './open-settings.ts';
import { writePast } from './past.ts';
import type { Profile } from './profile.ts';
import { settingsScenes } from './settings-scenes.ts';
import {
  allConnected,
  chooseOf,
  drop,
  dropped,
  openHistory,
  openPanel,
  recheck,
  setUp,
  till3,
  type Scene,
  type Stage,
} from './stage.ts';
import { terminalScenes } from './terminal-scenes.ts';
import { asAppImage, openFeed } from './update-feed.ts';

const merchantAccount = 'CornerShopNL';
// As an administrator writes them, who leaves out Adyen's own IDs.
const stores = demoStores.map((store) => omit(store, ['id']));
const emptyStore = { reference: 'ROT-03', name: 'Rotterdam Blaak', terminals: [] };

async function answerForStores(stage: Stage): Promise<void> {
  await goToStores(stage.page, stage);
  await testStores(stage.page);
  await expect(stage.page.getByRole('list', { name: 'What Adyen answered' })).toContainText(till3);
}

/** Every page of the window, every state that it can be in. */
export const scenes: Scene[] = [
  {
    name: 'no-configuration',
    heading: setUp,
    configured: 'nothing',
    says: ['Where do your payments run?', 'Look around with the demo store'],
    todo: 'Next: API key',
  },
  {
    name: 'setup-key-refused',
    heading: setUp,
    configured: 'nothing',
    play: async ({ page, vendor }) => {
      await goToKey(page, vendor.url);
      await page.getByLabel('API key').fill('not-the-key');
      await page.getByRole('button', { name: 'Check the key' }).click();
      await expect(page.getByText('Adyen does not accept the API key')).toBeVisible();
    },
  },
  {
    name: 'setup-key-taken',
    heading: setUp,
    configured: 'nothing',
    play: async ({ page, vendor, key }) => {
      const account = vendor.world.accounts.find(({ keys }) => keys.includes(key));
      if (account) {
        account.rolesOfKeys = { [key]: [role.terminalApi, role.cloudDevice, role.stores] };
        account.allowedIpAddresses = ['192.0.2.7', '198.51.100.0/24'];
      }
      await goToKey(page, vendor.url);
      await page.getByLabel('API key').fill(key);
      await page.getByRole('button', { name: 'Check the key' }).click();
      await expect(page.getByText('It may be used from these addresses alone')).toBeVisible();
    },
  },
  {
    name: 'setup-merchant',
    heading: setUp,
    configured: 'nothing',
    play: async (stage) => {
      await goToStores(stage.page, stage);
      await stage.page.getByRole('button', { name: 'Back' }).click();
    },
  },
  { name: 'setup-stores', heading: setUp, configured: 'nothing', play: answerForStores },
  {
    name: 'setup-import-refused',
    heading: setUp,
    configured: 'nothing',
    play: async (stage) => {
      await goToStores(stage.page, stage);
      const account = stage.vendor.world.accounts.find(({ keys }) => keys.includes(stage.key));
      if (account) account.rolesOfKeys = { [stage.key]: [] };
      await stage.page.getByRole('button', { name: 'Import from Adyen' }).click();
      await expect(stage.page.getByRole('dialog')).toContainText('This API key may not list stores');
    },
  },
  {
    name: 'setup-imported',
    heading: setUp,
    configured: 'nothing',
    play: async ({ page, ...stage }) => {
      await goToStores(page, stage);
      await page.getByRole('button', { name: 'Import from Adyen' }).click();
      await expect(page.getByText('Adyen has 2 stores on record')).toBeVisible();
    },
  },
  {
    name: 'setup-found',
    heading: setUp,
    configured: 'nothing',
    play: async (stage) => {
      await answerForStores(stage);
      await stage.page.getByRole('button', { name: 'Next: Terminals found' }).click();
    },
  },
  {
    name: 'setup-finish',
    heading: setUp,
    configured: 'nothing',
    play: async (stage) => {
      await answerForStores(stage);
      await stage.page.getByRole('button', { name: 'Next: Terminals found' }).click();
      await stage.page.getByRole('button', { name: 'Next: Notifications and start' }).click();
    },
  },
  {
    name: 'first-check',
    heading: 'Checking your terminals…',
    before: (vendor) => vendor.fault({ kind: 'silent' }),
    says: [
      'If no answer comes, see whether the network lets Tillwatch through.',
      'Checking…',
      'Not checked yet',
    ],
    todo: 'Check the network',
  },
  {
    name: 'nothing-found',
    heading: 'No terminal found yet',
    configured: 'an empty store',
    says: [
      'Adyen answered, but no terminal of this store is connected.',
      'WebSockets are not enabled for them;',
    ],
    todo: 'Add by POIID',
  },
  {
    name: 'all-connected',
    heading: allConnected,
    says: ['5 of 5 connected', /checked \d+ s ago/],
    todo: 'Recheck now',
  },
  {
    name: 'some-missing',
    heading: dropped,
    play: drop,
    says: ['Utrecht Centraal: Till 3', 'Disconnected just now', '4 of 5 connected'],
    todo: 'What to do',
  },
  {
    name: 'store-dark',
    heading: '3 of 8 terminals are disconnected',
    says: [
      'Amersfoort: Fitting room, Till 1, Till 2',
      "Every terminal of this store is disconnected: look at the store's network and power first.",
    ],
    todo: 'What to do',
    play: async (stage) => {
      stage.vendor.world.dropStore('AMF-02');
      await recheck(stage);
    },
  },
  {
    name: 'key-refused',
    heading: 'Adyen does not accept the API key, so the terminals cannot be checked.',
    says: ['Enter the API key again under Settings.'],
    todo: 'Open settings',
    play: async (stage) => {
      stage.vendor.fault({ kind: 'unauthorized' });
      await recheck(stage);
    },
  },
  {
    name: 'offline',
    heading: 'This PC has no network, so the terminals cannot be checked.',
    offline: true,
    says: [
      "Check this PC's network cable or Wi-Fi.",
      'Nothing is known about the terminals until it is back.',
    ],
    todo: 'Recheck now',
  },
  {
    name: 'api-failing',
    heading: 'Adyen has a problem, so the terminals cannot be checked right now.',
    says: ['Tillwatch tries again by itself.'],
    todo: 'Recheck now',
    play: async (stage) => {
      stage.vendor.fault({ kind: 'server-error' });
      await recheck(stage);
      await stage.page
        .getByRole('button', { name: 'Recheck now' })
        .and(stage.page.locator(':enabled'))
        .click();
    },
  },
  {
    name: 'paused',
    heading: dropped,
    says: [/Snoozed until .+: you are not told of anything\./],
    todo: 'End snooze',
    play: async (stage) => {
      await drop(stage);
      await stage.page.getByRole('button', { name: 'Snooze', exact: true }).click();
      await stage.page.getByRole('menuitem', { name: 'For 1 hour' }).click();
      await expect(stage.page.getByText('Snoozed until')).toBeVisible();
    },
  },
  {
    name: 'filter-empty',
    heading: allConnected,
    play: ({ page }) => page.getByRole('radio', { name: 'Disconnected' }).click(),
  },
  {
    name: 'folded',
    heading: dropped,
    play: async (stage) => {
      await drop(stage);
      await stage.page.getByRole('button', { name: /^Sort/ }).click();
      await stage.page.getByRole('menuitem', { name: 'Fold all stores' }).click();
    },
  },
  {
    name: 'panel-disconnected',
    heading: dropped,
    past: true,
    says: [
      "It was missing from Adyen's list, and a second question confirmed it.",
      'confirmed by asking for this terminal',
      'list of connected terminals',
    ],
    todo: 'Check this terminal',
    play: async (stage) => {
      await drop(stage);
      await openPanel(stage);
    },
  },
  {
    name: 'panel-connected',
    heading: allConnected,
    past: true,
    play: async (stage) => {
      await openPanel(stage);
      await expect(stage.page.getByText('Last 7 days')).toBeVisible();
    },
  },
  {
    name: 'panel-history',
    heading: allConnected,
    past: true,
    play: async (stage) => {
      await openPanel(stage);
      await stage.page.getByRole('button', { name: 'Show all in History' }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'history', heading: 'History', past: true, play: openHistory },
  { name: 'history-empty', heading: 'History', configured: 'an empty store', play: openHistory },
  {
    name: 'history-notifications',
    heading: 'History',
    past: true,
    play: async (stage) => {
      await openHistory(stage);
      await stage.page.getByRole('tab', { name: 'Notifications' }).click();
      await stage.page.getByRole('row', { name: 'All stores of' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'history-of-a-terminal',
    heading: 'History',
    past: true,
    play: async (stage) => {
      await openPanel(stage);
      await stage.page.getByRole('button', { name: 'Show all in History' }).click();
      await expect(stage.page.getByRole('button', { name: 'Only Till 3' })).toBeVisible();
    },
  },
  {
    name: 'menu-of-a-terminal',
    heading: allConnected,
    says: ['Snooze for 1 hour'],
    play: ({ page }) => page.getByRole('button', { name: 'Actions for Till 3' }).click(),
  },
  { name: 'dialog-rename', heading: allConnected, play: (stage) => chooseOf(stage, 'Till 3', /Rename/) },
  { name: 'dialog-move', heading: allConnected, play: (stage) => chooseOf(stage, 'Till 3', /Move/) },
  {
    name: 'dialog-add',
    heading: allConnected,
    play: ({ page }) => page.getByRole('button', { name: 'Add terminals to Amersfoort' }).click(),
  },
  {
    name: 'not-watched',
    heading: '1 of 7 terminals is disconnected',
    play: async (stage) => {
      await drop(stage);
      await chooseOf(stage, 'Kiosk', /Stop watching/);
      await stage.page.getByRole('radio', { name: 'Not watched' }).click();
    },
  },
  {
    name: 'settings-diagnostics-shown',
    heading: 'Settings',
    play: async ({ page }) => {
      await openSettings(page, 'Diagnostics');
      await page.getByRole('button', { name: 'Put it together' }).click();
      await page.getByText('The last answers of Adyen').click();
    },
  },
  ...[
    'Accounts',
    'Checking',
    'Notifications',
    'Opening hours',
    'Appearance',
    'History',
    'Start',
    'Network',
    'Updates',
    'Diagnostics',
  ].map((tab): Scene => ({
    name: `settings-${tab.toLowerCase().replace(' ', '-')}`,
    heading: 'Settings',
    play: ({ page }) => openSettings(page, tab),
  })),
  {
    name: 'settings-account-unsaved',
    heading: 'Settings',
    configured: 'nothing',
    says: ['Not saved: something is wrong here.'],
    todo: 'Show it',
    play: async (stage) => {
      const { page } = stage;
      await answerForStores(stage);
      await startWatching(page);
      await openSettings(page, 'Accounts');
      await page.getByRole('button', { name: /^Edit / }).click();
      await page.getByLabel('Reference of store 1').fill('');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'settings-opening-hours-set',
    heading: 'Settings',
    says: ['Write it as 09:00-18:00, with a break as 09:00-12:30, 13:30-18:00.', 'Line 2 cannot be read.'],
    play: async ({ page }) => {
      await openSettings(page, 'Opening hours');
      await page.getByRole('button', { name: 'Enter opening hours' }).click();
      await page.getByLabel('Tuesday').fill('9 to 5');
      await page.getByLabel('Other hours on single days').fill('2026-12-25\n24 December');
    },
  },
  {
    name: 'settings-updates-failed',
    heading: 'Settings',
    updates: 'nothing',
    says: ['There is an answer, but no update of Tillwatch for this PC in it.'],
    todo: 'Check for updates',
    play: async ({ page }) => {
      await openSettings(page, 'Updates');
      await page.getByRole('button', { name: 'Check for updates' }).click();
      await expect(page.getByText('No update could be fetched')).toBeVisible();
    },
  },
  {
    name: 'settings-network-proxy',
    heading: 'Settings',
    play: async ({ page }) => {
      await openSettings(page, 'Network');
      await page.getByLabel('User name').fill('till');
      await page.getByLabel('User name').press('Enter');
      await page.getByLabel('Proxy', { exact: true }).selectOption('Enter one here');
      await page.getByLabel('Proxy address').fill('http://proxy.example.com');
      await page.getByLabel('Certificate file').fill('/nowhere.pem');
      await page.getByLabel('Certificate file').press('Enter');
      await expect(page.getByText('There is no file of this name.')).toBeVisible();
      await expect(page.getByLabel('Password')).toBeVisible();
    },
  },
  {
    name: 'settings-network-managed',
    heading: 'Settings',
    network: {
      proxy: 'manual',
      proxyHost: 'proxy.example.com',
      proxyUser: 'till',
      noProxy: ['*.example.com'],
    },
    play: ({ page }) => openSettings(page, 'Network'),
  },
  {
    name: 'settings-network-check',
    heading: 'Settings',
    play: async ({ page, vendor }) => {
      vendor.fault({ kind: 'unauthorized' });
      await openSettings(page, 'Network');
      await page.getByRole('button', { name: 'Check the network' }).click();
      await page.getByRole('button', { name: 'Copy as text' }).scrollIntoViewIfNeeded();
    },
  },
  ...terminalScenes,
  ...noticeScenes,
  ...settingsScenes,
];

const withoutNetwork = {
  NODE_OPTIONS: `--require=${fileURLToPath(new URL('no-network.cjs', import.meta.url))}`,
};

/** The vendor and the administrator's file of a scene. The caller closes it. */
export async function setScene(
  { configured = 'whole', offline = false, past, network, files = {}, updates, before }: Scene,
  profile: Profile,
): Promise<{ vendor: Simulator; key: string; env: Record<string, string>; close: () => Promise<void> }> {
  const key = randomBytes(40).toString('base64url');
  const chosen = configured === 'an empty store' ? [emptyStore] : stores;
  const vendor = await createSimulator({
    world: createWorld([
      {
        merchantAccount,
        keys: [key],
        stores: chosen.map((store, at) => ({
          ...store,
          id: `ST3224Z223225T5JSCENE0000${at}`,
          terminals: store.terminals.map(({ poiid }) => ({ poiid, connected: true })),
        })),
      },
    ]),
  });
  before?.(vendor);
  await mkdir(profile.userData, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(profile.userData, name), content);
  if (past) writePast(profile.userData, merchantAccount, chosen);
  const scene = { vendor, key, close: () => vendor.close() };
  if (configured === 'nothing') return { ...scene, env: {} };
  if (configured === 'wrongly')
    return { ...scene, env: await managedFile(profile, { accounts: [{ id: 'a' }] }) };
  const account = {
    id: 'corner-shop',
    environment: 'test',
    merchantAccount,
    ...(offline ? {} : { endpoint: vendor.url }),
  };
  if (configured === 'by hand') {
    await writeFile(join(profile.userData, 'settings.json'), JSON.stringify(ownSettings(account, chosen)));
    return { ...scene, env: {} };
  }
  const feed = updates && (await openFeed());
  if (feed && updates !== 'nothing') feed.publish('0.2.0', 'new');
  if (feed && updates === 'a version that takes its time') feed.stall('0.2.0');
  const configuration = {
    accounts: [{ ...account, stores: chosen }],
    network,
    updates: feed && { feed: feed.url },
    pollIntervalSeconds: 10,
    confirmationDelaySeconds: 2,
  };
  const env = {
    ...(await managedFile(profile, configuration)),
    TILLWATCH_API_KEY: key,
    ...(offline ? withoutNetwork : {}),
    ...(feed ? await asAppImage(profile) : {}),
  };
  return { ...scene, env, close: async () => void (await Promise.all([vendor.close(), feed?.close()])) };
}

/** As Tillwatch keeps what somebody has set up in its window. */
function ownSettings(account: object & { id: string }, chosen: typeof stores) {
  return {
    version: 1,
    accounts: [
      {
        ...account,
        region: 'eu',
        stores: chosen.map(({ reference, name }) => ({ reference, name, id: '' })),
      },
    ],
    terminals: chosen.flatMap(({ reference, terminals }) =>
      terminals.map((terminal) => ({ account: account.id, store: reference, ...terminal, watched: true })),
    ),
    polling: { intervalSeconds: 10, confirmationSeconds: 2 },
    startHidden: false,
    demo: false,
  };
}

/** Plays a scene until it shows what it should. */
export async function playScene(
  { heading, configured = 'whole', offline, play }: Scene,
  stage: Stage,
): Promise<void> {
  const title = stage.page.getByRole('heading', { level: 1 });
  if (play) {
    if (configured === 'whole' && !offline) await expect(title).toHaveText(allConnected, { timeout: 15_000 });
    await play(stage);
  }
  await expect(title).toHaveText(heading, { timeout: 15_000 });
}
