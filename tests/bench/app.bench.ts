import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mapValues } from 'es-toolkit';
import { startDisplay } from '../../build/demo/display.ts';
import { createProfile } from '../support/profile.ts';
import type { BenchContext, Figure } from './bench.ts';
import { createChain } from './chain.ts';
import { inTurn, running, watching, type Subject } from './launch.ts';
import { cpuMs, pssMb, treeOf } from './procfs.ts';
import { medianOf } from './table.ts';

/** Starts of each, in turn with the others; and how many of those are watched for a while. */
const starts = 7;
const stays = 3;
/** What a start leaves behind has settled by then: V8 tidies up after it for half a minute, in the bare app too. */
const settleMs = 45_000;
/** An interval with its jitter, so that one round is in it. */
const idleMs = 33_000;

interface Stay {
  memoryMb: number;
  idleMs: number;
}

/**
 * The app as a whole, without a window, beside a bare Electron app with one icon in the tray: on the same runtime,
 * in the same session, started in turn. The bare app that also asks shows how much of it is the asking.
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
  const small = await watching(createChain(10, 5), context);
  const large = await watching(createChain(1000, 5), context);

  const bareWith = async (env: Record<string, string>): Promise<Subject> => {
    const bareProfile = await createProfile();
    context.defer(() => bareProfile.remove());
    return { folder: bareFolder, args: [], env: { BARE_ICON: icon, ...env }, profile: bareProfile };
  };
  const subjects = { bare: await bareWith({}), small, large };
  const asking = { asksSmall: await bareWith(small.asking), asksLarge: await bareWith(large.asking) };

  // The first start of all reads the disk for the others; it does not count.
  await inTurn(subjects, 1, startOnce);
  const started = await inTurn(subjects, starts, startOnce);
  const stayed = await inTurn({ ...subjects, ...asking }, stays, stayOnce);
  const memory = mapValues(stayed, (ofOne) => ofOne.map(({ memoryMb }) => memoryMb));
  const idle = mapValues(stayed, (ofOne) => ofOne.map((stay) => stay.idleMs));
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
    ...eachAsking('memoryMb', 'MB', memory),
    ...eachAsking('idleCpuMs', idleWhat, idle),
  ];
}

type Taken = Record<'bare' | 'small' | 'large', number[]>;
type TakenAsking = Record<'asksSmall' | 'asksLarge', number[]>;

/** Of what was measured one after the other. */
function ratios(ours: readonly number[], bare: readonly number[]): number[] {
  return ours.map((value, at) => value / (bare[at] ?? Number.NaN));
}

function worse({ bare, small, large }: Taken): number[] {
  const [ofSmall, ofLarge] = [ratios(small, bare), ratios(large, bare)];
  return medianOf(ofSmall) > medianOf(ofLarge) ? ofSmall : ofLarge;
}

function each(name: string, what: string, { bare, small, large }: Taken): Figure[] {
  return [
    figure(`${name}Bare`, `${what}: bare app`, bare),
    figure(`${name}10Stores`, `${what}: 10 stores`, small),
    figure(`${name}1000Stores`, `${what}: 1,000 stores`, large),
  ];
}

/** The bare app that asks as well: what no way of watching can do without. */
function eachAsking(name: string, what: string, { asksSmall, asksLarge }: TakenAsking): Figure[] {
  return [
    figure(`${name}BareAsking10Stores`, `${what}: bare app that asks for 10 stores`, asksSmall),
    figure(`${name}BareAsking1000Stores`, `${what}: bare app that asks for 1,000 stores`, asksLarge),
  ];
}

function figure(name: string, what: string, samples: number[], bar: number | null = null): Figure {
  return { name, what, samples, bar };
}

async function stay(pid: number): Promise<Stay> {
  await setTimeout(settleMs);
  const tree = treeOf(pid);
  const before = cpuMs(tree);
  await setTimeout(idleMs);
  return { idleMs: cpuMs(tree) - before, memoryMb: pssMb(treeOf(pid)) };
}
