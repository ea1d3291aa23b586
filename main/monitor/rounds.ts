import { limitAsync } from 'es-toolkit';
import type { Clock } from './clock.ts';
import { asSeenFromHere, isOfTheNetwork } from './connectivity.ts';
import type { Ledger } from './ledger.ts';
import { evidencePolicy, nextDelay } from './pace.ts';
import { targetKey, type Target } from './plan.ts';
import { samePoiid } from './poiid.ts';
import type { RoundReport } from './round.ts';
import type { Answer, Question, Source } from './source.ts';
import { terminalKey, type TerminalEvent, type TerminalRecord } from './terminal.ts';
import type { Watchlist } from './watchlist.ts';

/** Requests at a time. The vendor publishes no limit, so stay modest. */
const requestsAtATime = 8;
/** After a wake nothing is asked for this long, since most networks take a moment … */
const settleMs = 5_000;
/** … and for this long a network that does not work yet gives no verdict. In ms. */
const graceMs = 20_000;

export interface RoundsDeps {
  clock: Clock;
  source: Source;
  random: () => number;
  online: () => boolean;
  ledger: Ledger;
  watchlist: () => Watchlist;
  signal: AbortSignal;
  onChange: () => void;
  onRound: (report: RoundReport) => void;
}

/** Runs rounds: asks, enters the answers in the ledger, says when to ask again, reports what happened. */
export function createRounds(deps: RoundsDeps) {
  const { clock, ledger } = deps;
  const inFlight = new Map<string, Promise<void>>();
  const confirmAt = new Map<string, number>();
  let count = 0;
  /** Grows with every wake and every change of the clock: what was asked before says nothing about now. */
  let era = 0;
  let graceUntil = -Infinity;

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
    for (const target of targets) inFlight.set(targetKey(target), ended);
    deps.onChange();
    return ended;
  }

  function end(report: RoundReport): void {
    if (deps.signal.aborted) return;
    report.endedAt = clock.now();
    scheduleConfirmations(report.endedAt);
    deps.onRound(report);
    deps.onChange();
  }

  async function ask(target: Target, report: RoundReport, random: number): Promise<void> {
    const account = deps.watchlist().accounts.find(({ id }) => id === target.account);
    if (!account) return;
    const question: Question =
      target.kind === 'store'
        ? { kind: 'store', account, store: target.store }
        : { kind: 'terminal', account, poiid: target.poiid };
    const askedIn = era;
    const answer = await deps.source.ask(question, deps.signal);
    if (deps.signal.aborted || askedIn !== era) return;
    report.events.push(...enter(target, answer, report, random));
    deps.onChange();
  }

  function enter(target: Target, answer: Answer, report: RoundReport, random: number): TerminalEvent[] {
    const now = clock.now();
    const { pace } = deps.watchlist();
    const policy = evidencePolicy(pace);
    const { account } = target;
    const failure = answer.ok ? null : asSeenFromHere(answer.failure, deps.online());
    if (failure && isOfTheNetwork(failure) && now < graceUntil) {
      const store = target.kind === 'store' ? ledger.store(account, target.store) : undefined;
      if (store) store.nextAt = now + settleMs;
      return [];
    }

    if (target.kind === 'terminal') {
      if (answer.ok) {
        const connected = answer.connected.some((poiid) => samePoiid(poiid, target.poiid));
        return ledger.terminalAnswered(account, target.poiid, connected, target.confirms, now, policy);
      }
      if (failure) ledger.terminalFailed(account, target.poiid, failure);
      return [];
    }

    if (failure) {
      ledger.storeFailed(account, target.store, failure, now);
      report.failures.push({ account, store: target.store, failure });
    }
    const events = answer.ok
      ? ledger.storeAnswered(account, target.store, answer.connected, target.confirms, now, policy)
      : [];
    const store = ledger.store(account, target.store);
    if (store) store.nextAt = report.startedAt + nextDelay(pace, failure, store.failuresInRow, random);
    return events;
  }

  /** Suspects of one round are confirmed in one round, so that one notification tells of all of them. */
  function scheduleConfirmations(now: number): void {
    const { confirmationMs, intervalMs } = deps.watchlist().pace;
    const suspects = new Set(ledger.terminals().filter(isSuspect).map(keyOf));
    for (const key of confirmAt.keys()) if (!suspects.has(key)) confirmAt.delete(key);
    for (const key of suspects) {
      const planned = confirmAt.get(key);
      if (planned === undefined) confirmAt.set(key, now + confirmationMs);
      // Asked, and still a suspect: the request failed, or a planned restart holds it.
      else if (planned <= now) confirmAt.set(key, now + intervalMs);
    }
  }

  return {
    run,
    /** The wall clock was set by so many ms. */
    shift(ms: number): void {
      era += 1;
      for (const [key, at] of confirmAt) confirmAt.set(key, at + ms);
    },
    /** The PC has slept, or may have: everything is due as soon as the network can be expected to work. */
    wake(): void {
      era += 1;
      const soon = clock.now() + settleMs;
      graceUntil = clock.now() + graceMs;
      for (const store of ledger.stores()) store.nextAt = soon;
      for (const key of confirmAt.keys()) confirmAt.set(key, soon);
    },
    inFlight: (): ReadonlySet<string> => new Set(inFlight.keys()),
    suspects: () =>
      ledger
        .terminals()
        .filter(isSuspect)
        // Suspected by an earlier run: the list that comes first says more than a confirmation.
        .map((record) => ({ record, confirmAt: confirmAt.get(keyOf(record)) ?? Infinity })),
  };
}

export type Rounds = ReturnType<typeof createRounds>;

function isSuspect(record: TerminalRecord): boolean {
  return record.status === 'suspect';
}

function keyOf({ account, poiid }: TerminalRecord): string {
  return terminalKey(account, poiid);
}
