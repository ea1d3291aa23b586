import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createWorld } from '../../main/simulator/world.ts';
import { launchApp, type AppOptions, type RunningApp } from '../support/app.ts';
import { connectBus, type BusConnection } from '../support/bus-connection.ts';
import { startNotificationServer, type NotificationServer } from '../support/notification-server.ts';
import { startPrivateBus } from '../support/private-bus.ts';
import { createProfile, type Profile } from '../support/profile.ts';
import { startTrayHost } from '../support/tray-host.ts';
import { waitForTrayItem, type TrayItem } from '../support/tray-item.ts';

/** A PC of its own for each test: session bus, tray, notification daemon, profile; and a vendor. */
export interface Desk {
  profile: Profile;
  bus: BusConnection;
  address: string;
  notifications: NotificationServer;
  vendor: Simulator;
  /** The API key that the vendor takes. */
  key: string;
  /** Starts the app on this PC; the test's end ends it. */
  start(options?: { args?: string[]; env?: Record<string, string> }): Promise<RunningApp>;
  /** How it is started, for a second launch. */
  options(args?: string[], env?: Record<string, string>): AppOptions;
  /** Environment that configures the vendor's two stores and the key, without a hand. */
  configured(): Promise<Record<string, string>>;
  tray(): Promise<TrayItem>;
}

export const stores = {
  utrecht: { reference: 'UTR-01', name: 'Utrecht Centraal' },
  amersfoort: { reference: 'AMF-02', name: 'Amersfoort' },
};

const executable = process.env['ELECTRON_EXEC_PATH'];

export const test = base.extend<{ desk: Desk }>({
  // Playwright reads the parameters of a fixture from its text, so this one must be an empty pattern.
  // oxlint-disable-next-line no-empty-pattern
  desk: async ({}, provide) => {
    if (!executable) throw new Error('ELECTRON_EXEC_PATH is not set; run `npm test -- desktop`');
    const profile = await createProfile();
    const daemon = await startPrivateBus({ services: false, env: profile.env });
    const { address } = daemon;
    const host = await startTrayHost(address);
    const notifications = await startNotificationServer(address);
    const bus = await connectBus(address);
    const key = `AQE${randomBytes(30).toString('base64')}`;
    const vendor = await createSimulator({ world: makeWorld(key) });
    const apps: RunningApp[] = [];

    const options: Desk['options'] = (args = [], env = {}) => ({
      executable,
      folder: resolve(import.meta.dirname, '..', '..'),
      profile,
      bus: address,
      args,
      env,
    });
    await provide({
      profile,
      bus,
      address,
      notifications,
      vendor,
      key,
      options,
      async start({ args, env } = {}) {
        const app = await launchApp(options(args, env));
        apps.push(app);
        return app;
      },
      async configured() {
        const file = join(profile.folder, 'managed.json');
        await writeFile(file, JSON.stringify(managed(vendor.url)));
        return { TILLWATCH_MANAGED_CONFIG: file, TILLWATCH_API_KEY: key };
      },
      tray: () => waitForTrayItem(bus),
    });

    for (const app of apps) await app.kill();
    await vendor.close();
    bus.close();
    await notifications.stop();
    await host.stop();
    await daemon.stop();
    await profile.remove();
  },
});

function makeWorld(key: string) {
  return createWorld([
    {
      merchantAccount: 'ShopNL',
      keys: [key],
      stores: [
        {
          ...stores.utrecht,
          id: 'ST3224Z223225T5J00000001',
          terminals: ['V400m-324688041', 'V400m-324688077', 'V400m-324688179'].map(connected),
        },
        {
          ...stores.amersfoort,
          id: 'ST3224Z223225T5J00000002',
          terminals: ['P400Plus-275102806', 'P400Plus-275102811'].map(connected),
        },
      ],
    },
  ]);
}

function connected(poiid: string) {
  return { poiid, connected: true };
}

function managed(endpoint: string) {
  return {
    accounts: [
      {
        id: 'shop-nl',
        environment: 'test',
        region: 'eu',
        merchantAccount: 'ShopNL',
        endpoint,
        stores: [
          { ...stores.utrecht, terminals: [{ poiid: 'V400m-324688179', name: 'Till 3' }] },
          stores.amersfoort,
        ],
      },
    ],
    // The floors: tests do not wait for rounds, they ask for them.
    pollIntervalSeconds: 10,
    confirmationDelaySeconds: 2,
  };
}
