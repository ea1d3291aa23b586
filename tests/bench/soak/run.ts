import { createBudgets } from '../../../main/monitor/budget.ts';
import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import { nothingWatched, type Pace, type Watchlist } from '../../../main/monitor/watchlist.ts';
import { createVendorRouter } from '../../../main/terminal-api/route.ts';
import { createSoakClock } from './clock.ts';
import { createChance } from './random.ts';
import { judge, type Announced, type Verdict } from './referee.ts';
import { day, second } from './time.ts';
import { createSoakVendor } from './vendor.ts';
import { drawWorld, type World, type WorldSize } from './world.ts';

export interface SoakOptions extends WorldSize {
  seed: number;
}

export interface SoakResult extends Verdict {
  requests: number;
  rounds: number;
}

/** Midnight UTC, in a month in which Europe sets its clocks. */
const begin = Date.UTC(2026, 9, 1);
const pace: Pace = { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: null };
/** Ten seconds are for jitter and for answers on their way. */
const boundMs = pace.intervalMs + pace.confirmationMs + 10 * second;

/** The real engine and its real sources in a drawn world, in virtual time; only the wire is not there. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const world = drawWorld(createChance(options.seed), begin, options);
  const chance = createChance(options.seed + 1_000_000);
  const clock = createSoakClock(begin);
  const announced: Announced[] = [];
  const secrets = new Map(world.accounts.map(({ id, key }) => [id, key.secret]));
  const keyFor = (account: string) => secrets.get(account) ?? null;
  let busy = false;
  const beBusy = () => void (busy = true);
  const vendor = createSoakVendor(world, clock, () => chance.between(60, 800), beBusy);

  const isOffline = () =>
    world.offline.some((span) => span.told && span.begin <= clock.world() && clock.world() < span.end);

  let remembered: TerminalRecord[] = [];
  let revision = -1;
  function start(): Engine {
    const budgets = createBudgets((account) => keyFor(account) ?? account, clock);
    const engine = createEngine({
      clock,
      source: createVendorRouter({ transport: vendor.transport, keyFor, clock, spend: budgets.spend }),
      // Drawn as a round begins, whose requests are made as soon as promises settle.
      random() {
        beBusy();
        return chance.next();
      },
      online: () => !isOffline(),
      budgets,
      remembered,
      onChange: beBusy,
      onRound({ events }) {
        if (engine.revision() !== revision) {
          revision = engine.revision();
          remembered = engine.records();
        }
        for (const { kind, account, poiid } of events) {
          announced.push({ kind, account, poiid, at: clock.world() });
        }
      },
    });
    engine.configure(watchlistOf(world));
    engine.start();
    return engine;
  }

  const settled = () => {
    const was = busy;
    busy = false;
    return was;
  };

  let engine = start();
  let slept = 0;
  const end = options.days * day;
  const happenings = [
    ...world.sleeps.map((sleep) => ({ at: sleep.begin, sleep })),
    ...world.clockChanges.map(({ at, byMs }) => ({ at, byMs })),
    ...world.restarts.map((at) => ({ at, restart: true })),
  ].sort((one, other) => one.at - other.at);
  for (const happening of happenings) {
    if (happening.at < clock.world() || happening.at > end) continue;
    await clock.runTo(happening.at, settled);
    if ('sleep' in happening) {
      const { sleep } = happening;
      if (sleep.told) engine.suspend();
      slept += sleep.end - clock.world();
      clock.sleepTo(sleep.end);
      if (sleep.told) engine.resume();
    } else if ('byMs' in happening) {
      clock.set(happening.byMs);
    } else {
      engine.stop();
      revision = -1;
      engine = start();
    }
  }
  await clock.runTo(end, settled);
  engine.stop();

  const verdict = judge({ world, clock, begin, end, announced, goodLists: vendor.goodLists, boundMs });
  return { ...verdict, requests: vendor.requests(), rounds: (end - slept) / pace.intervalMs };
}

function watchlistOf({ accounts }: World): Watchlist {
  return {
    ...nothingWatched,
    pace,
    accounts: accounts.map(({ id, source, stores }) => ({
      id,
      environment: 'test',
      region: 'eu',
      source,
      merchantAccount: id,
      endpoint: null,
      origin: 'settings',
      stores: stores.map(({ reference, id: storeId, window }) => ({
        reference,
        name: reference,
        id: source === 'cloud-device' ? storeId : '',
        terminals: [],
        restart: window,
        openingHours: null,
      })),
    })),
  };
}
