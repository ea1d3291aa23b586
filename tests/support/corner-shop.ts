import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createWorld } from '../../main/simulator/world.ts';
import type { Profile } from './profile.ts';

/** A merchant of the simulated vendor, with one store of three terminals. */
export interface CornerShop {
  vendor: Simulator;
  /** Random: wherever it turns up, it came from here. */
  key: string;
}

export const merchantAccount = 'CornerShopNL';
export const store = { reference: 'UTR-01', name: 'Utrecht Centraal' } as const;
export const terminals = [
  { poiid: 'V400m-324688041', name: 'Till 1' },
  { poiid: 'V400m-324688077', name: 'Till 2' },
  { poiid: 'UX410-801212733', name: 'Kiosk' },
] as const;
export const [till1, till2, kiosk] = terminals;

/** The store's submenu in the tray. */
export const storeMenu = /Utrecht Centraal: /;

/** @param tls spoken over TLS with these */
export async function openCornerShop(tls?: { key: string; cert: string }): Promise<CornerShop> {
  const key = `AQE${randomBytes(60).toString('base64')}`;
  const world = createWorld([
    {
      merchantAccount,
      keys: [key],
      stores: [
        {
          ...store,
          id: 'ST3224Z223225T5JTESTS00001',
          terminals: terminals.map(({ poiid }) => ({ poiid, connected: true })),
        },
      ],
    },
  ]);
  return { vendor: await createSimulator({ world, ...(tls ? { tls } : {}) }), key };
}

/** What the administrator has set besides. */
export interface ShopSettings {
  storeName?: string;
  openingHours?: object;
  notifications?: object;
  /** Null: how often Adyen is asked is left to the user. */
  pollIntervalSeconds?: number | null;
  updates?: object;
  network?: object;
  /** Null: the vendor's own host. */
  endpoint?: string | null;
}

/** The environment in which the administrator has set this shop up, as fast as settings allow. */
export async function managedEnvironment(
  { vendor, key }: CornerShop,
  profile: Profile,
  {
    storeName = store.name,
    openingHours,
    notifications,
    pollIntervalSeconds = 10,
    updates,
    network,
    endpoint = vendor.url,
  }: ShopSettings = {},
): Promise<Record<string, string>> {
  const configuration = {
    accounts: [
      {
        id: 'corner-shop',
        environment: 'test',
        merchantAccount,
        ...(endpoint === null ? {} : { endpoint }),
        stores: [{ ...store, name: storeName, terminals, openingHours }],
      },
    ],
    notifications,
    updates,
    network,
    ...(pollIntervalSeconds === null ? {} : { pollIntervalSeconds, confirmationDelaySeconds: 2 }),
  };
  return { ...(await managedFile(profile, configuration)), TILLWATCH_API_KEY: key };
}

/** Puts a managed configuration in its place. */
export async function managedFile(profile: Profile, content: object): Promise<Record<string, string>> {
  const file = join(profile.folder, 'managed.json');
  await writeFile(file, JSON.stringify(content));
  return { TILLWATCH_MANAGED_CONFIG: file };
}
