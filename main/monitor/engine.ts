import { createAgenda } from './agenda.ts';
import type { Budgets } from './budget.ts';
import type { Clock } from './clock.ts';
import { createEvidence } from './evidence.ts';
import type { Knowledge } from './knowledge.ts';
import { createLedger } from './ledger.ts';
import { overview } from './overview.ts';
import type { Overview } from './overview-types.ts';
import { createPacing } from './pacing.ts';
import type { Target } from './plan.ts';
import { createRechecks } from './recheck.ts';
import { asOf } from './remembered.ts';
import type { RoundReport } from './round.ts';
import { createRounds } from './rounds.ts';
import { createSchedule } from './schedule.ts';
import type { RecheckScope } from './scope.ts';
import type { Source } from './source.ts';
import type { ConfirmedBy, TerminalRecord } from './terminal.ts';
import { createTicks } from './ticks.ts';
import type { TimeStep } from './time-step.ts';
import { createWaiting } from './waiting.ts';
import { isAnother, nothingWatched, type Watchlist } from './watchlist.ts';

/** A PC that still works so long after it said that it was about to sleep did not sleep, or has woken. In ms. */
const longestSuspenseMs = 60_000;

export interface EngineDeps {
  clock: Clock;
  source: Source;
  /** In [0, 1). */
  random: () => number;
  /** What the system says of this PC's network; false only when it is sure. */
  online: () => boolean;
  /** Shared with whoever else asks with the same keys. */
  budgets: Budgets;
  /** Terminals known from the last run. */
  remembered: TerminalRecord[];
  /** Something that is shown has changed. */
  onChange: () => void;
  /** A round has ended; called before a recheck that waits for it settles. */
  onRound: (report: RoundReport) => void;
  /** Somebody set the wall clock, by this many ms. */
  onClockSet?: (byMs: number) => void;
}

export interface Engine {
  /** Takes a watchlist; what is new in it is due at once. */
  configure(watchlist: Watchlist): void;
  /** Makes everything of an account due at once: its key or its endpoint changed. */
  expedite(account: string): void;
  /** Somebody says that a terminal stands in another store of its account. */
  move(account: string, poiid: string, store: string): void;
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
  /** What made us sure that a terminal is disconnected; null where this run has not seen it so. */
  confirmedBy(account: string, poiid: string): ConfirmedBy | null;
  /** Whether there is anything new to look at in a store, beside the picture. */
  knowledgeOf(account: string, store: string): Knowledge;
  /** Grows whenever a terminal's state, store or last notice changes: time to remember. */
  revision(): number;
  /** Number of the round that was begun last, as in its report; 0 before the first. */
  round(): number;
  /** What is worth remembering over a restart. */
  records(): TerminalRecord[];
}

export function createEngine(deps: EngineDeps): Engine {
  const { clock, budgets, onChange } = deps;
  const ledger = createLedger(deps.remembered.map((record) => asOf(record, clock.now())));
  const schedule = createSchedule();
  const waiting = createWaiting();
  const aborter = new AbortController();
  let watchlist = nothingWatched;
  let pacing = createPacing(watchlist);
  let evidence = createEvidence(watchlist, schedule, pacing, budgets.credentialOf);
  let slept = false;
  let suspendedAt: number | null = null;
  const rounds = createRounds({
    ...deps,
    onRound(report) {
      // Its answers say when to ask next.
      ticks.hasten();
      deps.onRound(report);
    },
    ledger,
    schedule,
    watchlist: () => watchlist,
    pacing: () => pacing,
    evidence: (now) => evidence(now),
    usualIntervalMs: () => watchlist.pace.intervalMs,
    allows: budgets.allows,
    hold: budgets.hold,
    relieve: budgets.relieve,
    signal: aborter.signal,
    isChecking,
  });

  /** The regular round is nobody's business: what blinks every half minute is soon overlooked. */
  function isChecking(): boolean {
    return rechecks.areRunning() || (rounds.inFlight().size > 0 && !schedule.hasAnswers());
  }

  const agenda = createAgenda({ schedule, ledger, pacing: () => pacing, terminals: rounds });
  const ticks = createTicks({
    clock,
    slept: haveSlept,
    onTick(step) {
      mind(step);
      if (suspendedAt === null) askWhatIsDue(clock.now());
      return waiting.targets().length > 0 ? clock.now() : agenda.nextAt(clock.now());
    },
  });

  const rechecks = createRechecks({
    clock,
    schedule,
    rounds,
    waiting,
    budgets,
    isAffordable,
    longestWaitMs: () => watchlist.pace.intervalMs,
    hasten: () => ticks.hasten(),
    onChange,
    signal: aborter.signal,
  });

  function askWhatIsDue(now: number): void {
    if (ledger.age(now, evidence(now))) onChange();
    const awaited = waiting.targets();
    for (const target of awaited) if (budgets.isHeld(target.account)) waiting.done(target);
    const affordable = agenda.plan(awaited, now).filter(isAffordable);
    agenda.noteSweeps(affordable, now);
    void rounds.run(affordable);
    affordable.forEach(waiting.done);
  }

  /** What is in flight already costs nothing more. */
  function isAffordable(target: Target): boolean {
    return rounds.isInFlight(target) || budgets.allows(target.account);
  }

  function haveSlept(): boolean {
    // A sleep that was announced and did not come, or whose end nobody tells of, must not end the watch.
    const isOverdue = suspendedAt !== null && clock.elapsed() - suspendedAt > longestSuspenseMs;
    const have = slept || isOverdue;
    slept = false;
    return have;
  }

  function mind(step: TimeStep): void {
    if (step.kind === 'usual') return;
    suspendedAt = null;
    if (step.byMs !== 0) {
      ledger.shift(step.byMs);
      schedule.shift(step.byMs);
      rounds.shift(step.byMs);
      deps.onClockSet?.(step.byMs);
    }
    // A clock set forward may be a sleep that nobody told of.
    if (step.kind === 'late' || step.byMs > 0) rounds.wake();
    onChange();
  }

  return {
    configure(next) {
      const now = clock.now();
      const before = new Map(watchlist.accounts.map((account) => [account.id, account]));
      for (const account of next.accounts) {
        const known = before.get(account.id);
        if (known && isAnother(account, known)) ledger.forget(account.id);
      }
      watchlist = next;
      ledger.configure(next, now);
      schedule.configure(next, now, ledger.knows);
      pacing = createPacing(next);
      evidence = createEvidence(next, schedule, pacing, budgets.credentialOf);
      ledger.age(now, evidence(now));
      ticks.hasten();
      onChange();
    },
    expedite(account) {
      schedule.dueAt(clock.now(), account);
      ticks.hasten();
      onChange();
    },
    move(account, poiid, store) {
      ledger.move(account, poiid, store);
      onChange();
    },
    start() {
      ticks.start();
    },
    suspend() {
      suspendedAt = clock.elapsed();
      rounds.disregard();
    },
    resume() {
      slept = true;
      ticks.tick();
    },
    stop() {
      ticks.stop();
      aborter.abort();
      waiting.targets().forEach(waiting.done);
    },
    recheck: rechecks.run,
    overview: () =>
      overview(ledger, schedule, watchlist, {
        inFlight: rounds.inFlight(),
        checking: isChecking(),
      }),
    confirmedBy: ledger.confirmedBy,
    knowledgeOf: ledger.knowledgeOf,
    revision: ledger.revision,
    round: rounds.latest,
    records: () => ledger.remember(),
  };
}
