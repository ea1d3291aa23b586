import { createBudget, type Budget } from './budget.ts';
import type { Clock } from './clock.ts';
import { createEvidence } from './evidence.ts';
import { createLedger } from './ledger.ts';
import { overview } from './overview.ts';
import type { Overview } from './overview-types.ts';
import { createPacing } from './pacing.ts';
import { confirmations, planRound, type DueAccount, type DueTerminal, type Target } from './plan.ts';
import type { RoundReport } from './round.ts';
import { createRounds } from './rounds.ts';
import { createSchedule } from './schedule.ts';
import type { Source } from './source.ts';
import type { TerminalRecord } from './terminal.ts';
import { timeStep } from './time-step.ts';
import { nothingWatched, type Watchlist } from './watchlist.ts';

/** How often due times are compared with the wall clock. Not a pace: nothing is asked before it is due. */
const tickMs = 1000;
/** A store's own list only to see whether terminals have moved: one in so many rounds. */
const roundsPerSweep = 20;

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
  /** The same for accounts that share an API key, and so its budget of requests. */
  credentialOf: (account: string) => string;
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
  /** Makes everything of an account due at once: its key or its endpoint changed. */
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
  const schedule = createSchedule();
  const budgets = new Map<string, Budget>();
  const aborter = new AbortController();
  let watchlist = nothingWatched;
  let pacing = createPacing(watchlist);
  let evidence = createEvidence(watchlist, schedule, pacing);
  let rechecks = 0;
  let cancelTick = () => {};
  let last = { now: clock.now(), elapsed: clock.elapsed() };
  let slept = false;
  const rounds = createRounds({
    ...deps,
    ledger,
    schedule,
    watchlist: () => watchlist,
    pacing: () => pacing,
    evidence: (now) => evidence(now),
    signal: aborter.signal,
  });

  function tick(): void {
    cancelTick = clock.after(tickMs, tick);
    mindTime();
    const now = clock.now();
    if (ledger.age(now, evidence(now))) onChange();
    const plan = planRound(dueAccounts(now), rounds.suspects(), rounds.unlisted(), now);
    const affordable = plan.filter(({ account }) => budgetOf(account).take(1, clock.elapsed()) > 0);
    noteSweeps(affordable, now);
    void rounds.run(affordable);
  }

  function mindTime(): void {
    const next = { now: clock.now(), elapsed: clock.elapsed() };
    const step = timeStep(next.now - last.now, next.elapsed - last.elapsed, tickMs, slept);
    last = next;
    slept = false;
    if (step.kind === 'clock-changed') {
      ledger.shift(step.byMs);
      schedule.shift(step.byMs);
      rounds.shift(step.byMs);
    }
    // A clock set forward may be a sleep that nobody told of.
    if (step.kind === 'late' || (step.kind === 'clock-changed' && step.byMs > 0)) rounds.wake();
  }

  function dueAccounts(now: number): DueAccount[] {
    return schedule.accounts().map(({ account, nextAt, sweptAt }) => ({
      account,
      nextAt,
      wide: schedule.isWide(account, now),
      sweepAt: sweptAt + roundsPerSweep * watchlist.pace.intervalMs,
      stores: schedule.storesOf(account),
    }));
  }

  /** An own list of a store whose account's list covers it is a sweep, whatever it was wanted for. */
  function noteSweeps(targets: Target[], now: number): void {
    for (const { kind, account } of targets) {
      if (kind === 'store' && schedule.isWide(account, now)) schedule.swept(account, now);
    }
  }

  function budgetOf(account: string): Budget {
    const credential = deps.credentialOf(account);
    const budget = budgets.get(credential) ?? createBudget();
    budgets.set(credential, budget);
    return budget;
  }

  async function recheck(scope: RecheckScope): Promise<void> {
    rechecks += 1;
    onChange();
    await rounds.run(targetsOf(scope));
    const doubtful = rounds.suspects().filter((suspect) => isWithin(scope, suspect.record));
    if (doubtful.length > 0) await until(Math.max(...doubtful.map(({ dueAt }) => dueAt)));
    if (!aborter.signal.aborted) await rounds.run(confirmations(stillSuspect(doubtful), wideAccounts()));
    rechecks -= 1;
    onChange();
  }

  function targetsOf(scope: RecheckScope): Target[] {
    switch (scope.kind) {
      case 'terminal':
        return [{ kind: 'terminal', account: scope.account, poiid: scope.poiid, confirms: false }];
      case 'store':
        return [{ kind: 'store', account: scope.account, store: scope.store, confirms: false }];
      case 'all': {
        const wide = wideAccounts();
        return schedule
          .accounts()
          .flatMap(({ account }): Target[] =>
            wide.has(account)
              ? [{ kind: 'account', account, confirms: false }]
              : schedule
                  .storesOf(account)
                  .map(({ reference }) => ({ kind: 'store', account, store: reference, confirms: false })),
          );
      }
    }
  }

  function wideAccounts(): ReadonlySet<string> {
    const accounts = schedule.accounts().map(({ account }) => account);
    return new Set(accounts.filter((account) => schedule.isWide(account, clock.now())));
  }

  /** The tick may have confirmed some of them meanwhile. */
  function stillSuspect(suspects: DueTerminal[]): TerminalRecord[] {
    return suspects
      .flatMap(({ record }) => ledger.terminal(record.account, record.poiid) ?? [])
      .filter(({ status }) => status === 'suspect');
  }

  function until(time: number): Promise<void> {
    const { signal } = aborter;
    // A clock that was set back must not keep a recheck waiting.
    const wait = Math.max(0, Math.min(time - clock.now(), watchlist.pace.intervalMs));
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = clock.after(wait, done);
      signal.addEventListener('abort', done);
    });
  }

  return {
    configure(next) {
      const now = clock.now();
      watchlist = next;
      ledger.configure(next, now);
      schedule.configure(next, now, ledger.knows);
      pacing = createPacing(next);
      evidence = createEvidence(next, schedule, pacing);
      ledger.age(now, evidence(now));
      onChange();
    },
    expedite: (account) => schedule.dueAt(clock.now(), account),
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
      overview(ledger, schedule, watchlist, {
        inFlight: rounds.inFlight(),
        // The regular round is nobody's business: what blinks every half minute is soon overlooked.
        checking: rechecks > 0 || (rounds.inFlight().size > 0 && !schedule.hasAnswers()),
      }),
    revision: ledger.revision,
    records: () => ledger.remember(),
  };
}

function isWithin(scope: RecheckScope, of: { account: string; store: string; poiid: string }): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'store':
      return of.account === scope.account && of.store === scope.store;
    case 'terminal':
      return of.account === scope.account && of.poiid === scope.poiid;
  }
}
