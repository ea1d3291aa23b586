import { throttle } from 'es-toolkit';
import type { Foundation } from './foundation.ts';
import { within } from './monitor/clock.ts';
import { createEngine, type Engine } from './monitor/engine.ts';
import type { Overview } from './monitor/overview-types.ts';
import type { RoundReport } from './monitor/round.ts';
import { asksElsewhere, nothingWatched } from './monitor/watchlist.ts';

/** Often enough for the eye; a round over a thousand stores would repaint a thousand times otherwise. */
const publishEveryMs = 100;
/** How often an outage's "for 4 min" is worded anew though nothing happens. */
const refreshEveryMs = 20_000;
/**
 * What changes only in when it was last confirmed is saved this often; states and what people were told, at once.
 * Nothing depends on the former, and five thousand terminals are a megabyte.
 */
const rememberEveryMs = 10 * 60_000;
/** A disk that hangs must not keep an outage from being told. */
const patienceMs = 3_000;

export type WatchDeps = Pick<
  Foundation,
  'clock' | 'source' | 'random' | 'online' | 'budgets' | 'memory' | 'watchlist' | 'log'
>;

export interface Watch {
  engine: Engine;
  start(): void;
  /** Takes what settings, managed file and demo say now. */
  reconfigure(): void;
  /** Shows everything anew: something beside the engine has changed. */
  refresh(): void;
  /** Remembers a last time; nothing is shown or told afterwards. */
  stop(): void;
}

/**
 * The engine with the profile around it: remembers before it tells, so that what a crash interrupts is told
 * at most once.
 * @param clockSet the wall clock was set, by so many ms
 * @param noticed the disk refuses what is to be remembered, or takes it again
 */
export function createWatch(
  { clock, source, random, online, budgets, memory, watchlist, log }: WatchDeps,
  show: (overview: Overview) => void,
  tell: (report: RoundReport, overview: Overview) => void | Promise<void>,
  clockSet: (byMs: number) => void,
  noticed: () => void,
): Watch {
  let rememberedAt = clock.now();
  let rememberedRevision = 0;
  let watched = nothingWatched;
  let cancelRefresh = () => {};
  let told: Promise<unknown> = Promise.resolve();
  let refused: string | null = null;
  let stopped = false;
  /** Of thousands of terminals it takes a while, and a round's end asks for it twice. */
  let taken: Overview | null = null;

  const publish = throttle(() => show(currentOverview()), publishEveryMs);

  const engine = createEngine({
    clock,
    source,
    random,
    online,
    budgets,
    remembered: memory.records,
    onClockSet: clockSet,
    onChange() {
      taken = null;
      publish();
    },
    onRound(report) {
      const remembered = remember(report.events.length > 0);
      for (const { account, store, failure } of report.failures) {
        log.warn('a check failed', { account, store, failure });
      }
      // One after the other, so that a return is never told before its outage.
      told = Promise.all([told, report.events.length > 0 && within(patienceMs, remembered, clock)])
        .then(() => {
          if (!stopped) return tell(report, currentOverview());
        })
        // What goes wrong with one round must not silence those after it.
        .catch((error: unknown) => log.error('a round could not be told', { error }));
    },
  });

  async function remember(atOnce: boolean): Promise<void> {
    const changed = engine.revision() !== rememberedRevision;
    if (!atOnce && !changed && clock.now() - rememberedAt < rememberEveryMs) return;
    rememberedAt = clock.now();
    rememberedRevision = engine.revision();
    const saved = await memory.saveSoon(engine.records());
    const problem = saved.ok ? null : saved.problem;
    if (problem === refused) return;
    refused = problem;
    if (problem === null) log.info('what is known can be saved again');
    else log.error('what is known could not be saved', { problem });
    if (!stopped) noticed();
  }

  function currentOverview(): Overview {
    taken ??= engine.overview();
    return taken;
  }

  function refreshOften(): void {
    // Of nothing else it is said how long it has lasted.
    if (currentOverview().verdict === 'disconnected') publish();
    cancelRefresh = clock.after(refreshEveryMs, refreshOften);
  }

  return {
    engine,
    start() {
      engine.start();
      publish();
      refreshOften();
    },
    refresh: () => publish(),
    reconfigure() {
      const before = new Map(watched.accounts.map((account) => [account.id, account]));
      watched = watchlist();
      engine.configure(watched);
      for (const account of watched.accounts) {
        const known = before.get(account.id);
        if (!known || asksElsewhere(account, known)) engine.expedite(account.id);
      }
    },
    stop() {
      stopped = true;
      cancelRefresh();
      publish.cancel();
      memory.save(engine.records());
      engine.stop();
    },
  };
}
