import type { RateLimited } from './budget.ts';
import type { Clock } from './clock.ts';
import { asSeenFromHere, isOfTheNetwork } from './connectivity.ts';
import type { Failure } from './failure.ts';
import type { Ledger, PolicyOf } from './ledger.ts';
import { nextDelay } from './pace.ts';
import type { Pacing } from './pacing.ts';
import { targetKey, type Target } from './plan.ts';
import { samePoiid } from './poiid.ts';
import type { RoundReport } from './round.ts';
import type { Schedule } from './schedule.ts';
import type { Answer } from './source.ts';
import type { TerminalEvent } from './terminal.ts';

/** While a network comes up, try again after so many ms. */
const retryMs = 5_000;

export interface AnswersDeps {
  clock: Clock;
  ledger: Ledger;
  schedule: Schedule;
  pacing: () => Pacing;
  evidence: (now: number) => PolicyOf;
  usualIntervalMs: () => number;
  online: () => boolean;
  /** The vendor has had too many requests with this account's key: none for a while. */
  hold: (account: string, failure: RateLimited) => void;
  /** A request with it went well. */
  relieve: (account: string) => void;
}

type GoodAnswer = Extract<Answer, { ok: true }>;

/** What an answer changes: in the ledger if it is good, in the schedule in any case. */
export function createAnswers(deps: AnswersDeps) {
  const { clock, ledger, schedule, pacing, usualIntervalMs, evidence, online } = deps;
  /** Lists in a row, by target, that were about somebody else's terminals, and when the first of them came. */
  const foreign = new Map<string, { times: number; since: number }>();
  /** Strangers that were looked for already: a terminal of a store that nobody configured stays one. */
  const strangers = new Map<string, Set<string>>();

  function good(target: Target, answer: GoodAnswer, now: number): TerminalEvent[] {
    const { connected, installations = false } = answer;
    const { account, confirms } = target;
    const policyOf = evidence(now);
    if (target.kind === 'terminal') {
      const found = connected.some((poiid) => samePoiid(poiid, target.poiid));
      return ledger.terminalAnswered(
        { account, poiid: target.poiid, connected: found, installations, confirms },
        now,
        policyOf,
      );
    }
    if (target.kind === 'store') {
      const isMissed = schedule.isWide(account, now) && ledger.isAllSuspect(account, target.store);
      const covering = () => () => true;
      const list = { account, store: target.store, connected, installations, confirms, covering };
      const { events } = ledger.listAnswered(list, now, policyOf);
      // The account's list lacked all of them, and here some are.
      if (isMissed && connected.length > 0) schedule.uncover(account, target.store);
      return events;
    }
    const covering = (seen: ReadonlySet<string>) => {
      schedule.covers(account, seen, (store) => ledger.knows(account, store), now);
      return (store: string) => schedule.isCovered(account, store);
    };
    const list = { account, store: null, connected, installations, confirms, covering };
    const outcome = ledger.listAnswered(list, now, policyOf);
    const before = strangers.get(account) ?? new Set();
    if (outcome.strangers.some((poiid) => !before.has(poiid))) schedule.relearn(account, now);
    strangers.set(account, new Set([...before, ...outcome.strangers]));
    return outcome.events;
  }

  /**
   * A list of nobody that we know, in place of all that we do, is an answer to somebody else's question; unless it
   * stays so, for then all terminals have been replaced.
   */
  function isForeign(target: Target, connected: string[], now: number): boolean {
    if (target.kind === 'terminal') return false;
    const { account } = target;
    const key = targetKey(target);
    const store = target.kind === 'store' ? target.store : null;
    const hasStrangers = connected.some((poiid) => strangers.get(account)?.has(poiid));
    if (hasStrangers || !ledger.isForeign({ account, store, connected })) {
      foreign.delete(key);
      return false;
    }
    const { times, since } = foreign.get(key) ?? { times: 0, since: now };
    foreign.set(key, { times: times + 1, since });
    const { listsThatConfirm, listsSpanMs } = evidence(now)(account);
    return times + 1 < listsThatConfirm || now - since < listsSpanMs;
  }

  /** When the next request for the same list is due; slowly only while there is nothing to wait for. Epoch ms. */
  function next(
    { account }: Target,
    failure: Failure | null,
    inRow: number,
    { startedAt }: RoundReport,
    random: number,
  ): number {
    const now = clock.now();
    const isDoubtful = ledger.suspects().some((suspect) => suspect.account === account);
    const intervalMs = isDoubtful ? usualIntervalMs() : pacing().intervalOf(account, now);
    return pacing().beforeOpening(
      account,
      now,
      startedAt + nextDelay({ intervalMs }, failure, inRow, random),
    );
  }

  return {
    /**
     * @param random in [0, 1), the same for a whole round: its stores stay together
     * @param graceUntil until then a network that does not work gives no verdict
     */
    enter(
      target: Target,
      answer: Answer,
      report: RoundReport,
      random: number,
      graceUntil: number,
    ): TerminalEvent[] {
      const now = clock.now();
      if (answer.ok && !isForeign(target, answer.connected, now)) {
        const events = good(target, answer, now);
        schedule.answered(target, now, next(target, null, 0, report, random));
        deps.relieve(target.account);
        return events;
      }
      const failure: Failure = answer.ok
        ? { kind: 'unreadable', reason: 'foreign' }
        : asSeenFromHere(answer.failure, online());
      if (failure.kind === 'rate-limited') deps.hold(target.account, failure);
      if (isOfTheNetwork(failure) && now < graceUntil) {
        schedule.postpone(target, now + retryMs);
      } else if (target.kind === 'terminal') {
        ledger.terminalFailed(target.account, target.poiid, failure);
      } else if (target.kind === 'account' && isOfTheWhole(failure)) {
        schedule.askApart(target.account, now);
      } else {
        schedule.failed(target, failure, now, (inRow) => next(target, failure, inRow, report, random));
        report.failures.push({
          account: target.account,
          store: target.kind === 'store' ? target.store : null,
          failure,
        });
      }
      return [];
    },
  };
}

/**
 * The vendor refuses the list of a whole account, or it is too large: each store's own may work. Not where it refuses the
 * key this account or this API, which it would do once for each of a thousand stores.
 */
function isOfTheWhole(failure: Failure): boolean {
  switch (failure.kind) {
    case 'forbidden':
      return failure.reason !== 'account' && failure.reason !== 'role';
    case 'invalid-request':
      return failure.vendor.status !== 404;
    case 'unreadable':
      return failure.reason === 'too-large';
    default:
      return false;
  }
}
