import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { RestartWindow } from '../../../main/monitor/restart-window.ts';
import type { Answer, Question, Source } from '../../../main/monitor/source.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import { nothingWatched, type Pace, type Watchlist } from '../../../main/monitor/watchlist.ts';
import { createSoakClock } from './clock.ts';
import { contains } from './intervals.ts';
import { createChance } from './random.ts';
import { judge, type Announced, type Verdict } from './referee.ts';
import { day, drawWorld, second, type WorldAccount } from './world.ts';

export interface SoakOptions {
  seed: number;
  days: number;
  stores: number;
  terminals: number;
}

export interface SoakResult extends Verdict {
  requests: number;
  rounds: number;
}

const begin = Date.UTC(2026, 9, 1);
const pace: Pace = { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: null };
const window: RestartWindow = { at: '06:00', graceMinutes: 15, timeZone: 'UTC' };
/** Ten seconds are for jitter and for answers on their way. */
const boundMs = pace.intervalMs + pace.confirmationMs + 10 * second;

/** The real engine in a drawn world, in virtual time. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const world = drawWorld(createChance(options.seed), options);
  const chance = createChance(options.seed + 1_000_000);
  const clock = createSoakClock(begin);
  const announced: Announced[] = [];
  const goodLists = new Map<string, number[]>(world.accounts.map(({ id }) => [id, []]));
  const accounts = new Map(world.accounts.map((account) => [account.id, account]));
  let requests = 0;
  let busy = false;

  const isIn = (spans: readonly { begin: number; end: number; told: boolean }[]) =>
    spans.find((span) => span.begin <= clock.world() && clock.world() < span.end);

  function answer(question: Question, account: WorldAccount): Answer {
    const now = clock.world();
    const host = 'terminal-api-test.adyen.com';
    if (isIn(world.offline)) {
      return { ok: false, failure: { kind: 'dns', host, code: 'EAI_AGAIN' }, tookMs: 0 };
    }
    const fault = account.faults.find((span) => span.begin <= now && now < span.end);
    if (fault) return { ok: false, failure: fault.failure, tookMs: 0 };
    if (contains(account.mixedUp, now)) {
      return question.kind === 'terminal'
        ? { ok: false, failure: { kind: 'unreadable', reason: 'wrong-shape' }, tookMs: 0 }
        : { ok: true, connected: ['S1F2-000158000000001', 'S1F2-000158000000002'], tookMs: 0 };
    }
    if (question.kind === 'account') goodLists.get(account.id)?.push(now);
    const asked = account.terminals.filter(({ poiid, places }) => {
      if (question.kind === 'account') return true;
      if (question.kind === 'terminal') return poiid === question.poiid;
      return places.findLast(({ from }) => from <= now)?.store === question.store;
    });
    return {
      ok: true,
      connected: asked.filter(({ down }) => !contains(down, now)).map(({ poiid }) => poiid),
      tookMs: 0,
    };
  }

  const source: Source = {
    ask(question) {
      requests += 1;
      const account = accounts.get(question.account.id);
      if (!account) throw new Error('asked for an account that nobody configured');
      return new Promise((resolve) => {
        clock.after(chance.between(60, 800), () => {
          busy = true;
          resolve(answer(question, account));
        });
      });
    },
  };

  const watchlist: Watchlist = {
    ...nothingWatched,
    pace,
    accounts: world.accounts.map(({ id, stores }) => ({
      id,
      environment: 'test',
      region: 'eu',
      source: 'auto',
      merchantAccount: id,
      endpoint: null,
      origin: 'settings',
      stores: stores.map((reference) => ({
        reference,
        name: reference,
        id: '',
        terminals: [],
        restart: window,
        openingHours: null,
      })),
    })),
  };

  let remembered: TerminalRecord[] = [];
  let revision = -1;
  function start(): Engine {
    const engine = createEngine({
      clock,
      source,
      // Drawn as a round begins, whose requests are made as soon as promises settle.
      random() {
        busy = true;
        return chance.next();
      },
      online: () => isIn(world.offline)?.told !== true,
      credentialOf: (account) => account,
      remembered,
      onChange: () => {
        busy = true;
      },
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
    engine.configure(watchlist);
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

  const verdict = judge({ world, clock, begin, end, announced, goodLists, window, boundMs });
  return { ...verdict, requests, rounds: (end - slept) / pace.intervalMs };
}
