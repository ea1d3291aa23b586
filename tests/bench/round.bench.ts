import { createBudgets } from '../../main/monitor/budget.ts';
import { nothingWatched } from '../../main/monitor/watchlist.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Agent } from 'undici';
import { createSpeech } from '../../assets/locales/index.ts';
import { createRecorder } from '../../main/history/recorder.ts';
import { noQuiet, quietView } from '../../main/monitor/quiet.ts';
import type { Source } from '../../main/monitor/source.ts';
import { noLog } from '../../main/platform/log.ts';
import { openMemory } from '../../main/settings/memory-store.ts';
import { createConnectedTerminals } from '../../main/terminal-api/connected-terminals.ts';
import { createTransport } from '../../main/terminal-api/transport.ts';
import { createIconLog } from '../../main/tray/icon-log.ts';
import { createPainter } from '../../main/tray/painter.ts';
import { createPainters } from '../../main/tray/painters.ts';
import { subjectsOf } from '../../main/tray/subjects.ts';
import { createTrayViews } from '../../main/tray/view-model.ts';
import { createWatch } from '../../main/watch.ts';
import { openConf } from '../support/conf.ts';
import type { BenchContext, Figure } from './bench.ts';
import { accountOf, createChain, merchantAccount, pace, recordsOf, startVendor } from './chain.ts';
import { mainThreadMs } from './procfs.ts';
import { createSoakClock } from './soak/clock.ts';
import { medianOf } from './table.ts';

const sizes = [
  { stores: 10, each: 5 },
  { stores: 100, each: 5 },
  { stores: 1000, each: 5 },
];
/** The app runs for days, so its code is optimised when it matters. */
const warmUps = 15;
const rounds = 20;
/** Longer than an interval with its jitter. */
const roundMs = 33_000;
/** Longer than the shortest time between two paintings. */
const paintedMs = 110;

interface Costs {
  /** CPU time of the main thread in ms: one for each round, and one for each bare request. */
  round: number[];
  bare: number[];
  heapMb: number;
}

/**
 * What an interval of watching costs on the main thread: its ticks, its requests, and what is shown and remembered
 * of them, beside the bare request for the same list. Real engine, transport, memory and tray view; the wall clock
 * alone is virtual, and the vendor is in another process.
 */
export async function measure(context: BenchContext): Promise<Figure[]> {
  const figures: Figure[] = [];
  const overheads: number[] = [];
  for (const { stores, each } of sizes) {
    const { round, bare, heapMb } = await costsOf(stores, each, context);
    const base = medianOf(bare);
    const overhead = round.map((ms) => ms - base);
    overheads.push(medianOf(overhead));
    const size = `${stores} stores, ${stores * each} terminals`;
    figures.push(
      {
        name: `roundOverheadMs${stores}Stores`,
        what: `ms of a round beyond the bare request: ${size}`,
        samples: overhead,
        bar: stores === 1000 ? 15 : null,
      },
      {
        name: `bareRequestMs${stores}Stores`,
        what: `ms of the bare request: ${size}`,
        samples: bare,
        bar: null,
      },
      { name: `heapMb${stores}Stores`, what: `MB of heap: ${size}`, samples: [heapMb], bar: null },
    );
  }
  const [, hundred = Number.NaN, thousand = Number.NaN] = overheads;
  figures.push({
    name: 'roundGrowth100To1000Stores',
    what: 'a round of 1,000 stores, in rounds of 100 stores',
    samples: [thousand / hundred],
    bar: 10,
  });
  return figures;
}

async function costsOf(stores: number, each: number, context: BenchContext): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-bench-'));
  context.defer(() => rmSync(folder, { recursive: true, force: true }));
  const chain = createChain(stores, each);
  const vendor = await startVendor(chain, folder, context);
  const heapBefore = heapInUse();

  const clock = createSoakClock(Date.UTC(2026, 9, 1, 12));
  const files = { directory: folder, openStore: openConf, now: clock.now };
  openMemory(files).save(recordsOf(chain, clock.now()));
  const transport = createTransport({ ca: [] });
  const api = createConnectedTerminals({ transport, clock, keyFor: () => vendor.key });
  let asked: Promise<unknown>[] = [];
  const source: Source = {
    ask(question, signal) {
      const answer = api.ask(question, signal);
      asked.push(answer);
      return answer;
    },
  };
  const { words } = createSpeech();
  const painters = createPainters(() =>
    createPainter({
      createTray: () => ({ setImage() {}, setToolTip() {}, setContextMenu() {}, on() {}, destroy() {} }),
      buildMenu: (template) => template,
      image: (icon) => icon,
      act() {},
    }),
  );
  const trayViews = createTrayViews();
  const noteChanges = createIconLog(() => {});
  const recorder = createRecorder({
    open: [],
    accountOf: (id) => id,
    confirmedBy: () => null,
    restartOf: () => null,
    isAcknowledged: () => false,
    knowledgeOf: (account, store) => watch.engine.knowledgeOf(account, store),
  });
  let told = 0;
  let ended = 0;
  let counted = 0;
  const watch = createWatch(
    {
      clock,
      source,
      random: () => 0,
      online: () => true,
      budgets: createBudgets((account) => account, clock),
      memory: openMemory(files),
      watchlist: () => ({ ...nothingWatched, accounts: [accountOf(chain, vendor.url)], pace }),
      log: noLog,
    },
    (overview) => {
      counted = overview.counts.connected;
      recorder.look(overview, clock.now());
      const subjects = subjectsOf(overview, 'one', words);
      const quiet = quietView(noQuiet, [], clock.now());
      painters.paint(trayViews(subjects, { quiet, now: clock.now(), words, locale: 'en' }));
      noteChanges(subjects, quiet);
    },
    ({ failures, events }, overview) => {
      recorder.look(overview, clock.now());
      ended += 1;
      told += failures.length + events.length;
    },
    () => {},
    () => {
      told += 1;
    },
  );
  watch.reconfigure();
  watch.start();

  async function round() {
    const end = clock.world() + roundMs;
    while (clock.world() < end) {
      await clock.runTo(clock.world() + 1000, () => true);
      if (asked.length === 0) continue;
      await Promise.all(asked);
      asked = [];
      await setTimeout(paintedMs);
    }
  }

  const agent = new Agent();
  async function bare() {
    const { body } = await agent.request({
      origin: vendor.url,
      path: '/connectedTerminals',
      method: 'POST',
      headers: { 'x-api-key': vendor.key, 'content-type': 'application/json' },
      body: JSON.stringify({ merchantAccount }),
    });
    const answer: unknown = JSON.parse(await body.text());
    return answer;
  }
  const costs: Costs = { round: [], bare: [], heapMb: 0 };
  for (let at = -warmUps; at < rounds; at += 1) {
    const [whole, alone] = [await cost(round), await cost(bare)];
    if (at < 0) continue;
    costs.round.push(whole);
    costs.bare.push(alone);
  }
  costs.heapMb = (heapInUse() - heapBefore) / 2 ** 20;
  watch.stop();
  await Promise.all([transport.close(), agent.close()]);
  if (told > 0 || counted !== stores * each) {
    throw new Error(
      `All is connected, yet ${counted} of ${stores * each} are, and ${told} things were told.`,
    );
  }
  return costs;
}

async function cost(run: () => Promise<unknown>): Promise<number> {
  const before = await mainThreadMs();
  await run();
  return (await mainThreadMs()) - before;
}

/** After a collection. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}
