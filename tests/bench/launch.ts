import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from '../support/app.ts';
import { connectBus } from '../support/bus-connection.ts';
import { managedFile } from '../support/corner-shop.ts';
import { startPrivateBus } from '../support/private-bus.ts';
import { startProcess, type RunningProcess } from '../support/process.ts';
import { createProfile, type Profile } from '../support/profile.ts';
import { startTrayHost } from '../support/tray-host.ts';
import { waitForTrayItem } from '../support/tray-item.ts';
import type { BenchContext } from './bench.ts';
import { accountId, merchantAccount, pace, recordsOf, startVendor, type Chain } from './chain.ts';

/** An app as it is started, again and again. */
export interface Subject {
  /** The folder that is run. */
  folder: string;
  args: string[];
  env: Record<string, string>;
  profile: Profile;
}

export interface Watching extends Subject {
  /** What the bare app needs to ask the same. */
  asking: Record<string, string>;
}

/** A user whose administrator has set up these stores, all of whose terminals are connected and known. */
export async function watching(chain: Chain, context: BenchContext): Promise<Watching> {
  const profile = await createProfile();
  context.defer(() => profile.remove());
  const { url, key } = await startVendor(chain, profile.folder, context);
  const configuration = {
    accounts: [
      {
        id: accountId,
        environment: 'test',
        merchantAccount,
        endpoint: url,
        stores: chain.stores.map(({ reference, name }) => ({ reference, name })),
      },
    ],
    pollIntervalSeconds: pace.intervalMs / 1000,
  };
  await mkdir(profile.userData, { recursive: true });
  const memory = { version: 1, terminals: recordsOf(chain, Date.now()) };
  await writeFile(join(profile.userData, 'memory.json'), JSON.stringify(memory));
  return {
    folder: context.root,
    args: ['--hidden'],
    env: { ...(await managedFile(profile, configuration)), TILLWATCH_API_KEY: key },
    profile,
    asking: { BARE_ASK: url, BARE_KEY: key, BARE_ACCOUNT: merchantAccount },
  };
}

/** @param look gets the running app and how long it took until its icon was in the tray, in ms */
export async function running<T>(
  { profile, folder, args, env }: Subject,
  display: string,
  { executable }: BenchContext,
  look: (app: RunningProcess, startMs: number) => Promise<T>,
): Promise<T> {
  const bus = await startPrivateBus({ services: false, env: profile.env });
  const host = await startTrayHost(bus.address);
  const connection = await connectBus(bus.address);
  let app: RunningProcess | null = null;
  try {
    const began = performance.now();
    app = await startProcess(executable, commandLine({ folder, profile, args }), {
      ...profile.env,
      ...env,
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: bus.address,
    });
    await waitForTrayItem(connection);
    return await look(app, performance.now() - began);
  } finally {
    await app?.stop();
    connection.close();
    await host.stop();
    await bus.stop();
  }
}
