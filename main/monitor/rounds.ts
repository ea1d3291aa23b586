import { limitAsync } from 'es-toolkit';
import { createAnswers, type AnswersDeps } from './answers.ts';
import { catchUp, longestCatchUpMs } from './catch-up.ts';
import { targetKey, type DueTerminal, type Target } from './plan.ts';
import { keyOf } from './records.ts';
import type { RoundReport } from './round.ts';
import type { Question, Source } from './source.ts';
import { terminalKey, type TerminalEvent, type TerminalRecord } from './terminal.ts';
import { asksElsewhere, type Account, type Watchlist } from './watchlist.ts';

/** Requests at a time. The vendor publishes no limit, so stay modest. */
const requestsAtATime = 8;
/** After a wake nothing is asked for this long, since most networks take a moment … */
const settleMs = 5_000;
/** … and for this long a network that does not work yet gives no verdict. In ms. */
const graceMs = 20_000;

export interface RoundsDeps extends AnswersDeps {
  watchlist: () => Watchlist;
  source: Source;
  random: () => number;
  signal: AbortSignal;
  /** Somebody waits, so it shows which lists are being asked for. */
  isChecking: () => boolean;
  onChange: () => void;
  onRound: (report: RoundReport) => void;
}

/** Runs rounds: asks, enters the answers, says when terminals are to be asked for by their own ID, and reports. */
export function createRounds(deps: RoundsDeps) {
  const { clock, ledger, schedule } = deps;
  const answers = createAnswers(deps);
  const inFlight = new Map<string, Promise<void>>();
  const ownDueAt = new Map<string, number>();
  let count = 0;
  /** Grows with every wake and every change of the clock: what was asked before says nothing about now. */
  let era = 0;
  let graceUntil = -Infinity;
  let waiting: TerminalEvent[] = [];
  let waitingSince = Infinity;

  /**
   * Asks for the targets that are not in flight already; settles when these and those are answered and their
   * rounds have ended. Never rejects.
   */
  async function run(targets: Target[]): Promise<void> {
    const joined = targets.map((target) => inFlight.get(targetKey(target)));
    const fresh = targets.filter((target) => !inFlight.has(targetKey(target)));
    await Promise.all([...joined, fresh.length > 0 ? round(fresh) : undefined]);
  }

  function round(targets: Target[]): Promise<void> {
    const now = clock.now();
    const report: RoundReport = { round: ++count, startedAt: now, endedAt: now, events: [], failures: [] };
    // One draw a round keeps its stores together, so that what drops together is told together.
    const random = deps.random();
    const limited = limitAsync((target: Target) => ask(target, report, random), requestsAtATime);
    const requests = targets.map((target) =>
      limited(target).finally(() => inFlight.delete(targetKey(target))),
    );
    const ended = Promise.all(requests).then(() => end(report));
    for (const target of targets) {
      inFlight.set(targetKey(target), ended);
      // If it fails, or a planned restart holds the suspect, or no list has the terminal: again after a round.
      for (const key of ownKeysOf(target).filter((planned) => ownDueAt.has(planned))) {
        ownDueAt.set(key, now + deps.watchlist().pace.intervalMs);
      }
    }
    if (deps.isChecking() || targets.some(({ kind }) => kind === 'terminal')) deps.onChange();
    return ended;
  }

  function end(report: RoundReport): void {
    if (deps.signal.aborted) return;
    report.endedAt = clock.now();
    scheduleOwnRequests(report.endedAt);
    report.events = withCaughtUp(report.events);
    deps.onRound(report);
    deps.onChange();
  }

  async function ask(target: Target, report: RoundReport, random: number): Promise<void> {
    const account = deps.watchlist().accounts.find(({ id }) => id === target.account);
    if (!account) return;
    const askedIn = era;
    const answer = await deps.source.ask(questionOf(target, account), deps.signal);
    if (deps.signal.aborted || askedIn !== era || !isStillAsked(target, account)) return;
    report.events.push(...answers.enter(target, answer, report, random, graceUntil));
    // Of the last answer the end of the round tells, which is now.
    if (inFlight.size > 1) deps.onChange();
  }

  /** The settings may have changed meanwhile: an answer from elsewhere says nothing about what is watched now. */
  function isStillAsked(target: Target, asked: Account): boolean {
    const account = deps.watchlist().accounts.find(({ id }) => id === target.account);
    if (!account || asksElsewhere(account, asked)) return false;
    if (target.kind !== 'store') return true;
    const idIn = ({ stores }: Account) => stores.find(({ reference }) => reference === target.store)?.id;
    return idIn(account) !== undefined && idIn(account) === idIn(asked);
  }

  function withCaughtUp(events: TerminalEvent[]): TerminalEvent[] {
    const isLate = clock.elapsed() - waitingSince >= longestCatchUpMs;
    const caughtUp = catchUp(waiting, events, isLate || !ledger.isCatchingUp());
    waiting = caughtUp.waiting;
    waitingSince = waiting.length > 0 ? Math.min(waitingSince, clock.elapsed()) : Infinity;
    return caughtUp.told;
  }

  /** The terminals that a request stands in for their own request. */
  function ownKeysOf(target: Target): string[] {
    if (target.kind === 'terminal') return [terminalKey(target.account, target.poiid)];
    if (!target.confirms) return [];
    const isIn = ({ account, store }: TerminalRecord) =>
      account === target.account && (target.kind === 'account' || store === target.store);
    return ledger.suspects().filter(isIn).map(keyOf);
  }

  /** Suspects of one round are confirmed in one round, so that one notification tells of all of them. */
  function scheduleOwnRequests(now: number): void {
    const { confirmationMs } = deps.watchlist().pace;
    const wanted = new Set([...ledger.suspects(), ...ledger.unlisted()].map(keyOf));
    for (const key of ownDueAt.keys()) if (!wanted.has(key)) ownDueAt.delete(key);
    for (const key of wanted) if (!ownDueAt.has(key)) ownDueAt.set(key, now + confirmationMs);
  }

  // Suspected by an earlier run and not planned yet: the list that comes first says more than a confirmation.
  const due = (record: DueTerminal['record']) => ({
    record,
    dueAt: ownDueAt.get(keyOf(record)) ?? Infinity,
  });

  return {
    run,
    /** What is being asked now will say nothing: the PC is about to sleep, and its network goes first. */
    disregard(): void {
      era += 1;
    },
    /** The wall clock was set by so many ms. */
    shift(ms: number): void {
      era += 1;
      for (const [key, at] of ownDueAt) ownDueAt.set(key, at + ms);
    },
    /** The PC has slept, or may have: everything is due as soon as the network can be expected to work. */
    wake(): void {
      era += 1;
      const soon = clock.now() + settleMs;
      graceUntil = clock.now() + graceMs;
      schedule.dueAt(soon);
      for (const key of ownDueAt.keys()) ownDueAt.set(key, soon);
    },
    /** That was begun last; 0 before the first. */
    latest: (): number => count,
    isInFlight: (target: Target): boolean => inFlight.has(targetKey(target)),
    inFlight: (): ReadonlySet<string> => new Set(inFlight.keys()),
    suspects: (): DueTerminal[] => ledger.suspects().map(due),
    unlisted: (): DueTerminal[] => ledger.unlisted().map(due),
  };
}

function questionOf(target: Target, account: Account): Question {
  switch (target.kind) {
    case 'account':
      return { kind: 'account', account };
    case 'store':
      return { kind: 'store', account, store: target.store };
    case 'terminal':
      return { kind: 'terminal', account, poiid: target.poiid };
  }
}
