import type { Clock } from './clock.ts';
import { createLedger } from './ledger.ts';
import { overview } from './overview.ts';
import type { Overview } from './overview-types.ts';
import { evidencePolicy } from './pace.ts';
import { confirmations, planRound, type DueSuspect, type Target } from './plan.ts';
import type { RoundReport } from './round.ts';
import { createRounds } from './rounds.ts';
import type { Source } from './source.ts';
import type { TerminalRecord } from './terminal.ts';
import { timeStep } from './time-step.ts';
import type { Watchlist } from './watchlist.ts';

/** How often due times are compared with the wall clock. Not a pace: nothing is asked before it is due. */
const tickMs = 1000;

export type RecheckScope =
  | { kind: 'all' }
  | { kind: 'store'; account: string; store: string }
  | { kind: 'terminal'; account: string; poiid: string };

export interface EngineDeps {
  clock: Clock;
  source: Source;
  /** In [0, 1). */
  random: () => number;
  /** What the system says of this PC's network; false only when it is sure. */
  online: () => boolean;
  /** Terminals known from the last run. */
  remembered: TerminalRecord[];
  /** Something that is shown has changed. */
  onChange: () => void;
  /** A round has ended; called before a recheck that waits for it settles. */
  onRound: (report: RoundReport) => void;
}

export interface Engine {
  /** Takes a watchlist; what is new in it is due at once. */
  configure(watchlist: Watchlist): void;
  /** Makes all stores of an account due at once: its key or its endpoint changed. */
  expedite(account: string): void;
  /** Begins to check on its own. */
  start(): void;
  /** The PC is about to sleep: nothing is asked until it wakes. */
  suspend(): void;
  /** It has woken, or somebody is back at it: what was known is old, and the network needs a moment. */
  resume(): void;
  /** Ends timers and requests; nothing is called back afterwards. */
  stop(): void;
  /** Asks at once, joins what is in flight, settles once suspects are confirmed too. Never rejects. */
  recheck(scope: RecheckScope): Promise<void>;
  overview(): Overview;
  /** Grows whenever a terminal's state, store or last notice changes: time to remember. */
  revision(): number;
  /** What is worth remembering over a restart. */
  records(): TerminalRecord[];
}

export function createEngine(deps: EngineDeps): Engine {
  const { clock, onChange } = deps;
  const ledger = createLedger(deps.remembered);
  const aborter = new AbortController();
  let watchlist: Watchlist = { accounts: [], pace: { intervalMs: 30_000, confirmationMs: 5_000 } };
  let rechecks = 0;
  let cancelTick = () => {};
  let last = { now: clock.now(), elapsed: clock.elapsed() };
  let slept = false;
  const rounds = createRounds({ ...deps, ledger, watchlist: () => watchlist, signal: aborter.signal });

  function tick(): void {
    cancelTick = clock.after(tickMs, tick);
    mindTime();
    const now = clock.now();
    if (ledger.age(now, evidencePolicy(watchlist.pace))) onChange();
    void rounds.run(planRound(ledger.stores(), rounds.suspects(), now));
  }

  function mindTime(): void {
    const next = { now: clock.now(), elapsed: clock.elapsed() };
    const step = timeStep(next.now - last.now, next.elapsed - last.elapsed, tickMs, slept);
    last = next;
    slept = false;
    if (step.kind === 'clock-changed') {
      ledger.shift(step.byMs);
      rounds.shift(step.byMs);
    }
    // A clock set forward may be a sleep that nobody told of.
    if (step.kind === 'late' || (step.kind === 'clock-changed' && step.byMs > 0)) rounds.wake();
  }

  async function recheck(scope: RecheckScope): Promise<void> {
    rechecks += 1;
    onChange();
    await rounds.run(targetsOf(scope));
    const doubtful = rounds.suspects().filter((suspect) => isWithin(scope, suspect.record));
    if (doubtful.length > 0) await until(Math.max(...doubtful.map(({ confirmAt }) => confirmAt)));
    if (!aborter.signal.aborted) await rounds.run(confirmations(stillSuspect(doubtful)));
    rechecks -= 1;
    onChange();
  }

  function targetsOf(scope: RecheckScope): Target[] {
    if (scope.kind === 'terminal') {
      const { account, poiid } = scope;
      return [{ kind: 'terminal', account, poiid, confirms: false }];
    }
    return ledger
      .stores()
      .filter((store) => scope.kind === 'all' || isWithin(scope, { ...store, store: store.reference }))
      .map(({ account, reference }) => ({ kind: 'store', account, store: reference, confirms: false }));
  }

  /** The tick may have confirmed some of them meanwhile. */
  function stillSuspect(suspects: DueSuspect[]): TerminalRecord[] {
    return suspects
      .flatMap(({ record }) => ledger.terminal(record.account, record.poiid) ?? [])
      .filter(({ status }) => status === 'suspect');
  }

  function until(time: number): Promise<void> {
    const { signal } = aborter;
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = clock.after(Math.max(0, Math.min(time - clock.now(), longestWait())), done);
      signal.addEventListener('abort', done);
    });
  }

  /** A clock that was set back must not keep a recheck waiting. */
  function longestWait(): number {
    return watchlist.pace.intervalMs;
  }

  return {
    configure(next) {
      watchlist = next;
      ledger.configure(next, clock.now());
      ledger.age(clock.now(), evidencePolicy(next.pace));
      onChange();
    },
    expedite(account) {
      for (const store of ledger.stores()) if (store.account === account) store.nextAt = clock.now();
    },
    start() {
      last = { now: clock.now(), elapsed: clock.elapsed() };
      tick();
    },
    suspend() {
      cancelTick();
    },
    resume() {
      cancelTick();
      slept = true;
      tick();
    },
    stop() {
      cancelTick();
      aborter.abort();
    },
    recheck,
    overview: () =>
      overview(ledger, watchlist, {
        inFlight: rounds.inFlight(),
        // The regular round is nobody's business: what blinks every half minute is soon overlooked.
        checking: rechecks > 0 || (rounds.inFlight().size > 0 && !ledger.hasAnswers()),
      }),
    revision: ledger.revision,
    records: () => ledger.remember(),
  };
}

function isWithin(scope: RecheckScope, of: { account: string; store: string; poiid?: string }): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'store':
      return of.account === scope.account && of.store === scope.store;
    case 'terminal':
      return of.account === scope.account && of.poiid === scope.poiid;
  }
}
