import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapValues } from 'es-toolkit';
import { commandLine } from '../support/app.ts';
import { connectBus, type BusConnection } from '../support/bus-connection.ts';
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

export interface Desk {
  /** Address of the session bus. */
  bus: string;
  connection: BusConnection;
  stop(): Promise<void>;
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

/** A session of this user's: a bus with a tray on it, and a connection to read that tray by. */
export async function startDesk(profile: Profile): Promise<Desk> {
  const bus = await startPrivateBus({ services: false, env: profile.env });
  const host = await startTrayHost(bus.address);
  const connection = await connectBus(bus.address);
  return {
    bus: bus.address,
    connection,
    async stop() {
      connection.close();
      await host.stop();
      await bus.stop();
    },
  };
}

/** @param look gets the running app and how long it took until its icon was in the tray, in ms */
export async function running<T>(
  { profile, folder, args, env }: Subject,
  display: string,
  { executable }: BenchContext,
  look: (app: RunningProcess, startMs: number) => Promise<T>,
): Promise<T> {
  const desk = await startDesk(profile);
  let app: RunningProcess | null = null;
  try {
    const began = performance.now();
    app = await startProcess(executable, commandLine({ folder, profile, args }), {
      ...profile.env,
      ...env,
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: desk.bus,
    });
    await waitForTrayItem(desk.connection);
    return await look(app, performance.now() - began);
  } finally {
    await app?.stop();
    await desk.stop();
  }
}

interface Turn<T> {
  subject: Subject;
  taken: T[];
}

/**
 * Runs each of the subjects so often, in turn with the others, since whatever else the machine does comes and goes.
 * @returns what each of them gave, in order
 */
export async function inTurn<Name extends string, T>(
  subjects: Record<Name, Subject>,
  times: number,
  run: (subject: Subject) => Promise<T>,
): Promise<Record<Name, T[]>> {
  const all = mapValues(subjects, (subject: Subject): Turn<T> => ({ subject, taken: [] }));
  for (let at = 0; at < times; at += 1) {
    for (const { subject, taken } of Object.values<Turn<T>>(all)) taken.push(await run(subject));
  }
  return mapValues(all, ({ taken }) => taken);
}
