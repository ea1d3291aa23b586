import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startDisplay } from '../../build/demo/display.ts';
import { commandLine } from '../support/app.ts';
import { connectBus } from '../support/bus-connection.ts';
import { managedFile } from '../support/corner-shop.ts';
import { startPrivateBus } from '../support/private-bus.ts';
import { startProcess, type RunningProcess } from '../support/process.ts';
import { createProfile, type Profile } from '../support/profile.ts';
import { startTrayHost } from '../support/tray-host.ts';
import { waitForTrayItem } from '../support/tray-item.ts';
import type { BenchContext, Figure } from './bench.ts';
import { accountId, createChain, merchantAccount, pace, recordsOf, startVendor } from './chain.ts';
import { cpuMs, pssMb, treeOf } from './procfs.ts';
import { medianOf } from './table.ts';

/** Starts of each, in turn with the others; and how many of those are watched for a while. */
const starts = 7;
const stays = 3;
/** What a start leaves behind has settled by then, and the first round is over. */
const settleMs = 10_000;
/** An interval with its jitter, so that one round is in it. */
const idleMs = 33_000;

interface Stay {
  memoryMb: number;
  idleMs: number;
}

interface Subject {
  /** The folder that is run. */
  folder: string;
  args: string[];
  env: Record<string, string>;
  profile: Profile;
}

/**
 * The app as a whole, without a window, beside a bare Electron app with one icon in the tray: on the same runtime,
 * in the same session, started in turn.
 */
export async function measure(context: BenchContext): Promise<Figure[]> {
  const profile = await createProfile();
  context.defer(() => profile.remove());
  const display = await startDisplay(profile.env);
  context.defer(() => display.stop());
  const startOnce = (subject: Subject) =>
    running(subject, display.name, context, (_, startMs) => Promise.resolve(startMs));
  const stayOnce = (subject: Subject) => running(subject, display.name, context, ({ pid }) => stay(pid));
  const bareFolder = join(context.root, 'tests', 'bench', 'bare');
  const icon = join(context.root, 'out', 'app', 'assets', 'icons', 'tray', 'connected-22.png');
  const small = await watching(10, context);
  const large = await watching(1000, context);

  const bareProfile = await createProfile();
  context.defer(() => bareProfile.remove());
  const bare: Subject = { folder: bareFolder, args: [], env: { BARE_ICON: icon }, profile: bareProfile };

  const inTurn = async <T>(times: number, run: (subject: Subject) => Promise<T>) => {
    const taken: Three<T> = { bare: [], small: [], large: [] };
    for (let at = 0; at < times; at += 1) {
      taken.bare.push(await run(bare));
      taken.small.push(await run(small));
      taken.large.push(await run(large));
    }
    return taken;
  };
  // The first start of all reads the disk for the others; it does not count.
  await inTurn(1, startOnce);
  const started = await inTurn(starts, startOnce);
  const stayed = await inTurn(stays, stayOnce);
  const memory = mapped(stayed, ({ memoryMb }) => memoryMb);
  const idle = mapped(stayed, (stay) => stay.idleMs);
  const idleWhat = `ms of CPU in ${idleMs / 1000} s`;
  return [
    figure('memoryRatio10Stores', 'memory in bare apps: 10 stores', ratios(memory.small, memory.bare), 1.1),
    figure(
      'memoryRatio1000Stores',
      'memory in bare apps: 1,000 stores',
      ratios(memory.large, memory.bare),
      1.25,
    ),
    figure('startRatio', 'start to tray icon in bare apps: the worse of both', worse(started), 1.6),
    figure('idleCpuRatio', 'idle CPU in bare apps: the worse of both', worse(idle), 2),
    ...each('memoryMb', 'MB', memory),
    ...each('startMs', 'ms to the tray icon', started),
    ...each('idleCpuMs', idleWhat, idle),
  ];
}

interface Three<T> {
  bare: T[];
  small: T[];
  large: T[];
}

function mapped<T>({ bare, small, large }: Three<T>, value: (of: T) => number): Three<number> {
  return { bare: bare.map(value), small: small.map(value), large: large.map(value) };
}

/** Of what was measured one after the other. */
function ratios(ours: readonly number[], bare: readonly number[]): number[] {
  return ours.map((value, at) => value / (bare[at] ?? Number.NaN));
}

function worse({ bare, small, large }: Three<number>): number[] {
  const [ofSmall, ofLarge] = [ratios(small, bare), ratios(large, bare)];
  return medianOf(ofSmall) > medianOf(ofLarge) ? ofSmall : ofLarge;
}

function each(name: string, what: string, { bare, small, large }: Three<number>): Figure[] {
  return [
    figure(`${name}Bare`, `${what}: bare app`, bare),
    figure(`${name}10Stores`, `${what}: 10 stores`, small),
    figure(`${name}1000Stores`, `${what}: 1,000 stores`, large),
  ];
}

function figure(name: string, what: string, samples: number[], bar: number | null = null): Figure {
  return { name, what, samples, bar };
}

/** A user whose administrator has set up so many stores of five terminals, all connected and known. */
async function watching(stores: number, context: BenchContext): Promise<Subject> {
  const profile = await createProfile();
  context.defer(() => profile.remove());
  const chain = createChain(stores, 5);
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
  };
}

async function stay(pid: number): Promise<Stay> {
  await setTimeout(settleMs);
  const tree = treeOf(pid);
  const before = cpuMs(tree);
  await setTimeout(idleMs);
  return { idleMs: cpuMs(tree) - before, memoryMb: pssMb(treeOf(pid)) };
}

/** @param look gets the running app and how long it took until its icon was in the tray, in ms */
async function running<T>(
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
