import { throttle } from 'es-toolkit';
import type { Foundation } from './foundation.ts';
import { createEngine, type Engine } from './monitor/engine.ts';
import type { Overview } from './monitor/overview-types.ts';
import type { RoundReport } from './monitor/round.ts';
import type { Account, Watchlist } from './monitor/watchlist.ts';

/** Often enough for the eye; a round over a thousand stores would repaint a thousand times otherwise. */
const publishEveryMs = 100;
/** Words such as "for 4 min" grow old though nothing happens. */
const refreshEveryMs = 20_000;
/** What changes with every answer is saved this often; what people were told, at once. */
const rememberEveryMs = 60_000;

export type WatchDeps = Pick<
  Foundation,
  'clock' | 'source' | 'random' | 'online' | 'credentialOf' | 'memory' | 'watchlist' | 'log'
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
 */
export function createWatch(
  { clock, source, random, online, credentialOf, memory, watchlist, log }: WatchDeps,
  show: (overview: Overview) => void,
  tell: (report: RoundReport, overview: Overview) => void,
): Watch {
  let rememberedAt = clock.now();
  let rememberedRevision = 0;
  let verdict: Overview['verdict'] | null = null;
  let watched: Watchlist = { accounts: [], pace: { intervalMs: 0, confirmationMs: 0 } };
  let cancelRefresh = () => {};

  const publish = throttle(() => {
    const overview = engine.overview();
    if (overview.verdict !== verdict) {
      const { failure, counts } = overview;
      log.info('the state has changed', { from: verdict, to: overview.verdict, counts, failure });
      verdict = overview.verdict;
    }
    show(overview);
  }, publishEveryMs);

  const engine = createEngine({
    clock,
    source,
    random,
    online,
    credentialOf,
    remembered: memory.records,
    onChange: () => publish(),
    onRound(report) {
      remember(report.events.length > 0);
      for (const { account, store, failure } of report.failures) {
        log.warn('a check failed', { account, store, failure });
      }
      tell(report, engine.overview());
    },
  });

  function remember(atOnce: boolean): void {
    const changed = engine.revision() !== rememberedRevision;
    if (!atOnce && !changed && clock.now() - rememberedAt < rememberEveryMs) return;
    rememberedAt = clock.now();
    rememberedRevision = engine.revision();
    memory.save(engine.records());
  }

  function refreshOften(): void {
    publish();
    cancelRefresh = clock.after(refreshEveryMs, refreshOften);
  }

  return {
    engine,
    start() {
      engine.start();
      refreshOften();
    },
    refresh: () => publish(),
    reconfigure() {
      const before = new Map(watched.accounts.map((account) => [account.id, account]));
      watched = watchlist();
      engine.configure(watched);
      for (const account of watched.accounts) {
        if (asksElsewhere(account, before.get(account.id))) engine.expedite(account.id);
      }
    },
    stop() {
      cancelRefresh();
      publish.cancel();
      remember(true);
      engine.stop();
    },
  };
}

/** Its next answers may differ though nothing changed at the terminals. */
function asksElsewhere(account: Account, before: Account | undefined): boolean {
  const keys = ['environment', 'region', 'merchantAccount', 'endpoint'] as const;
  return before === undefined || keys.some((key) => account[key] !== before[key]);
}
