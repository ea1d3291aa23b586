import { limitAsync } from 'es-toolkit';
import { createAnswers, type AnswersDeps } from './answers.ts';
import { catchUp, longestCatchUpMs } from './catch-up.ts';
import { confirmMany } from './mass-absence.ts';
import { spread } from './spread.ts';
import { ownRequest, targetKey, type DueTerminal, type ListTarget, type Target } from './plan.ts';
import { foldPoiid } from './poiid.ts';
import { isStillAsked, questionOf } from './question.ts';
import { keyOf } from './records.ts';
import type { RoundReport } from './round.ts';
import type { Answer, Source } from './source.ts';
import { terminalKey, type TerminalEvent, type TerminalRecord } from './terminal.ts';
import type { Account, Watchlist } from './watchlist.ts';

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
  /** Whether one more request may go out with this account's key; it counts as made. */
  allows: (account: string) => boolean;
  signal: AbortSignal;
  /** Somebody waits, so it shows which lists are being asked for. */
  isChecking: () => boolean;
  onChange: () => void;
  onRound: (report: RoundReport) => void;
}

/** A round that is going on. */
interface Round {
  report: RoundReport;
  /** One draw a round keeps its stores together, so that what drops together is told together. */
  random: number;
  ended: () => Promise<void>;
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
    const here: Round = { report, random: deps.random(), ended: () => ended };
    const limited = limitAsync((target: Target) => ask(target, here), requestsAtATime);
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

  async function ask(target: Target, here: Round): Promise<void> {
    const account = deps.watchlist().accounts.find(({ id }) => id === target.account);
    if (!account) return;
    const askedIn = era;
    const counts = () =>
      !deps.signal.aborted && askedIn === era && isStillAsked(target, account, deps.watchlist());
    const answer = await deps.source.ask(questionOf(target, account), deps.signal);
    if (!counts()) return;
    if (target.kind === 'terminal') {
      enter(target, answer, here);
      // Missed for the first time: it is confirmed soon, not in its turn.
      const isMissed = ledger.terminal(target.account, target.poiid)?.status === 'suspect';
      if (isMissed && !target.confirms) ownDueAt.delete(terminalKey(target.account, target.poiid));
    } else if (!target.confirms) enter(target, answer, here);
    else await enterIfConfirmed(target, answer, { account, counts, here });
    // Of the last answer the end of the round tells, which is now.
    if (inFlight.size > 1) deps.onChange();
  }

  function enter(target: Target, answer: Answer, { report, random }: Round): void {
    report.events.push(...answers.enter(target, answer, report, random, graceUntil));
  }

  /** A list that is to confirm that many are missing. */
  async function enterIfConfirmed(
    target: ListTarget,
    list: Answer,
    { account, counts, here }: { account: Account; counts: () => boolean; here: Round },
  ): Promise<void> {
    const askAlso = async (also: Target) =>
      counts() && deps.allows(account.id) ? deps.source.ask(questionOf(also, account), deps.signal) : null;
    const ownRequestOf = (poiid: string): Target => ownRequest({ account: account.id, poiid }, true);
    const mass = await confirmMany(list, {
      askList: () => askAlso(target),
      askFor(poiid) {
        const key = targetKey(ownRequestOf(poiid));
        inFlight.set(key, here.ended());
        return askAlso(ownRequestOf(poiid)).finally(() => inFlight.delete(key));
      },
      missingFrom: (answer) => suspectsMissingFrom(answer, target),
      pick(from, count) {
        const policyOf = deps.evidence(clock.now());
        const askable = from.filter(
          ({ poiid, store }) =>
            !inFlight.has(targetKey(ownRequestOf(poiid))) && !policyOf(account.id, store).restarting,
        );
        // Who was away before nobody watched, and was told of, says nothing about those of whom it would be news.
        const news = askable.filter(({ told }) => told !== 'disconnected');
        const candidates = news.length > 0 ? news : askable;
        return spread(candidates, count, deps.random());
      },
    });
    if (!counts()) return;
    for (const record of mass.contradicted) {
      ledger.distrustLists(record);
      ownDueAt.set(keyOf(record), clock.now());
    }
    enter({ ...target, confirms: mass.confirms }, mass.list, here);
    for (const { poiid, answer } of mass.samples) enter(ownRequestOf(poiid), answer, here);
  }

  function suspectsMissingFrom(list: Answer, target: ListTarget): TerminalRecord[] {
    if (!list.ok) return [];
    const held = new Set(list.connected.map(foldPoiid));
    return listedSuspects()
      .filter((record) => speaksOf(target, record) && (!record.installation || list.installations === true))
      .filter(({ poiid }) => !held.has(foldPoiid(poiid)));
  }

  /** Not the list of an account of a store that it does not cover. */
  function speaksOf(target: ListTarget, { account, store }: TerminalRecord): boolean {
    if (account !== target.account) return false;
    return target.kind === 'store' ? store === target.store : schedule.isCovered(account, store);
  }

  function listedSuspects(): TerminalRecord[] {
    return ledger.suspects().filter((record) => !ledger.isUnlisted(record));
  }

  function withCaughtUp(events: TerminalEvent[]): TerminalEvent[] {
    const isLate = clock.elapsed() - waitingSince >= longestCatchUpMs;
    const policyOf = deps.evidence(clock.now());
    // Of a suspect that a planned restart holds nothing more is known for long.
    const isSure = ledger
      .suspectsAfterABreak()
      .every(({ account, store }) => policyOf(account, store).restarting);
    const caughtUp = catchUp(waiting, events, isLate || isSure);
    waiting = caughtUp.waiting;
    waitingSince = waiting.length > 0 ? Math.min(waitingSince, clock.elapsed()) : Infinity;
    return caughtUp.told;
  }

  /** The terminals that a request stands in for their own request. */
  function ownKeysOf(target: Target): string[] {
    if (target.kind === 'terminal') return [terminalKey(target.account, target.poiid)];
    if (!target.confirms) return [];
    return listedSuspects()
      .filter((record) => speaksOf(target, record))
      .map(keyOf);
  }

  /** Suspects of one round are confirmed in one round, so that one notification tells of all of them. */
  function scheduleOwnRequests(now: number): void {
    const { confirmationMs } = deps.watchlist().pace;
    const wanted = new Set([...ledger.suspects(), ...ledger.unlisted()].map(keyOf));
    for (const key of ownDueAt.keys()) if (!wanted.has(key)) ownDueAt.delete(key);
    for (const key of wanted) if (!ownDueAt.has(key)) ownDueAt.set(key, now + confirmationMs);
  }

  // Suspected by an earlier run and not planned yet: the list that comes first says more than a confirmation.
  const due = (record: TerminalRecord, listed: boolean): DueTerminal => ({
    record,
    dueAt: ownDueAt.get(keyOf(record)) ?? Infinity,
    listed,
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
    /** Suspects, and those that only their own request finds. */
    doubtful: (): DueTerminal[] => [
      ...listedSuspects().map((record) => due(record, true)),
      ...ledger.unlisted().map((record) => due(record, false)),
    ],
  };
}
