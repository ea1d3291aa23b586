// oxlint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures a function wants
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { launchApp, launchSecond, type AppOptions, type RunningApp } from './app.ts';
import { connectBus, type BusConnection } from './bus-connection.ts';
import { managedEnvironment, openCornerShop, type CornerShop } from './corner-shop.ts';
import { startNotificationServer, type NotificationServer } from './notification-server.ts';
import { startPrivateBus, type PrivateBus } from './private-bus.ts';
import { createProfile, type Profile } from './profile.ts';
import { startTrayHost, type TrayHost } from './tray-host.ts';
import { waitForTrayItems, type TrayItem, type TrayState } from './tray-item.ts';
import { loadWatchIcons, type WatchIcons } from './watch-icons.ts';

export { expect };

/** What of a launch differs from test to test. */
export type Launch = Pick<AppOptions, 'args' | 'env'>;

interface User {
  /** False: names on the bus stay unowned unless the test owns them. */
  busServices: boolean;
  profile: Profile;
  bus: PrivateBus;
  connection: BusConnection;
  shop: CornerShop;
  /** Starts the app on this desktop; whatever still runs at the end of the test is ended. */
  launch: (options?: Launch) => Promise<RunningApp>;
  /** Starts it beside the running one; settles with the exit code. */
  launchAgain: (options?: Launch) => Promise<number | string>;
  /** The app's icon in the tray, as soon as there is one. */
  tray: () => Promise<ShopTray>;
  /** So many icons, as soon as there are. */
  trays: (count: number) => Promise<ShopTray[]>;
}

export interface ShopTray extends TrayItem {
  /** Waits for the icon of this name. */
  shows: (icon: string) => Promise<TrayState>;
}

/** The folder of this clone. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every test has a user, a session bus and a vendor of its own; what else is on the bus it brings itself. */
export const userTest = base.extend<User, { icons: WatchIcons }>({
  icons: [
    async ({}, provide) => provide(await loadWatchIcons(`${root}assets/icons/tray`)),
    { scope: 'worker' },
  ],
  busServices: [false, { option: true }],
  profile: async ({}, provide) => {
    const profile = await createProfile();
    await provide(profile);
    await profile.remove();
  },
  bus: async ({ profile, busServices }, provide) => {
    const bus = await startPrivateBus({ services: busServices, env: profile.env });
    await provide(bus);
    await bus.stop();
  },
  connection: async ({ bus }, provide) => {
    const connection = await connectBus(bus.address);
    await provide(connection);
    connection.close();
  },
  shop: async ({}, provide) => {
    const shop = await openCornerShop();
    await provide(shop);
    await shop.vendor.close();
  },
  launch: async ({ profile, bus }, provide, testInfo) => {
    const running: RunningApp[] = [];
    await provide(async (options = {}) => {
      const app = await launchApp(optionsFor(profile, bus, options));
      running.push(app);
      return app;
    });
    for (const app of running) {
      await app.kill();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('output of the app', { body: app.output() });
      }
    }
  },
  launchAgain: async ({ profile, bus }, provide) => {
    await provide((options = {}) => launchSecond(optionsFor(profile, bus, options)));
  },
  trays: async ({ connection, icons }, provide) => {
    await provide(async (count) => {
      const items = await waitForTrayItems(connection, count);
      return items.map((item) => ({
        ...item,
        shows: (icon) => item.waitFor(`the icon ${icon}`, (state) => icons.nameOf(state.icon) === icon),
      }));
    });
  },
  tray: async ({ trays }, provide) => {
    await provide(async () => {
      const [item] = await trays(1);
      if (!item) throw new Error('there is no icon');
      return item;
    });
  },
});

interface Desktop {
  trayHost: TrayHost;
  notifications: NotificationServer;
  /** The app without a window, watching the shop that the administrator has set up, all of it connected. */
  watching: { app: RunningApp; tray: ShopTray; env: Record<string, string> };
  /** The window of that app, in place of a browser's. */
  page: Page;
}

/** With a desktop around that user: a tray host and a notification server that the test can ask. */
export const test = userTest.extend<Desktop>({
  trayHost: [
    async ({ bus }, provide) => {
      const host = await startTrayHost(bus.address);
      await provide(host);
      await host.stop();
    },
    { auto: true },
  ],
  notifications: [
    async ({ bus }, provide) => {
      const server = await startNotificationServer(bus.address);
      await provide(server);
      await server.stop();
    },
    { auto: true },
  ],
  watching: async ({ launch, profile, shop, tray }, provide) => {
    const env = await managedEnvironment(shop, profile);
    const app = await launch({ args: ['--hidden'], env });
    const item = await tray();
    await item.shows('connected');
    await provide({ app, tray: item, env });
  },
  page: async ({ watching: { app, tray } }, provide) => {
    await tray.click('Open Tillwatch');
    const page = await app.page();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 terminals are connected');
    await provide(page);
  },
});

function optionsFor(profile: Profile, bus: PrivateBus, options: Launch): AppOptions {
  return { executable: executable(), folder: root, profile, bus: bus.address, ...options };
}

/** The Electron executable, chosen by whoever runs the tests. */
export function executable(): string {
  const path = process.env['ELECTRON_EXEC_PATH'];
  if (!path) throw new Error('ELECTRON_EXEC_PATH must name the Electron executable: run npm test -- desktop');
  return path;
}
