import { copyFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startDisplay } from '../../build/demo/display.ts';
import { createProfile } from '../support/profile.ts';
import type { BenchContext, Figure } from './bench.ts';
import type { Chain } from './chain.ts';
import { inTurn, running, watching, type Subject } from './launch.ts';
import { pssMb, treeOf } from './procfs.ts';

/** Of each. */
const starts = 11;
const stays = 5;
/** The file is open and looked through by then, the first rounds are over, and what they left behind is collected. */
const settleMs = 20_000;

/**
 * What a large file costs the app as a whole: beside one whose history cannot be started at all, and one whose file
 * is new.
 * @param folder has the large file, closed
 */
export async function costsInApp(folder: string, chain: Chain, context: BenchContext): Promise<Figure[]> {
  const profile = await createProfile();
  context.defer(() => profile.remove());
  const display = await startDisplay(profile.env);
  context.defer(() => display.stop());
  const large = await watching(chain, context);
  await copyFile(join(folder, 'history.db'), join(large.profile.userData, 'history.db'));
  const fresh = await watching(chain, context);
  const without = { ...(await watching(chain, context)), folder: await withoutHistory(context) };
  const subjects = { without, fresh, large };

  context.say('history: starts of the app …');
  const startOnce = (subject: Subject) =>
    running(subject, display.name, context, (_, startMs) => Promise.resolve(startMs));
  // The first start of all reads the disk for the others; it does not count.
  await inTurn(subjects, 1, startOnce);
  const started = await inTurn(subjects, starts, startOnce);
  context.say('history: memory of the app …');
  const memory = await inTurn(subjects, stays, (subject) =>
    running(subject, display.name, context, async ({ pid }) => {
      await setTimeout(settleMs);
      return pssMb(treeOf(pid));
    }),
  );
  const beside = (value: number, other: number | undefined) =>
    other === undefined ? Number.NaN : value - other;
  return [
    {
      name: 'historyStartRatio',
      what: 'start with a large history, in starts without one',
      samples: started.large.map((ms, at) => ms / (started.without[at] ?? Number.NaN)),
      bar: 1.05,
    },
    {
      name: 'historyMemoryMb',
      what: 'MB more with a large history than without one',
      samples: memory.large.map((mb, at) => beside(mb, memory.without[at])),
      bar: 15,
    },
    {
      name: 'historyFreshMemoryMb',
      what: 'MB more with a new history than without one',
      samples: memory.fresh.map((mb, at) => beside(mb, memory.without[at])),
      bar: null,
    },
    ...(['without', 'fresh', 'large'] as const).map((subject) => ({
      name: `historyStartMs${subject}`,
      what: `ms to the tray icon: ${words[subject]}`,
      samples: started[subject],
      bar: null,
    })),
  ];
}

const words = { without: 'no history', fresh: 'a new history', large: 'a large history' };

/** The same app, but that the thread of its history ends as it begins. */
async function withoutHistory({ root, defer }: BenchContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tillwatch-bench-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'out'));
  await cp(join(root, 'out', 'app'), join(folder, 'out', 'app'), { recursive: true });
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'out', 'app', 'main', 'history.js'), "throw new Error('no history');\n");
  return folder;
}
