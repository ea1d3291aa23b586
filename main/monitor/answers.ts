import type { Clock } from './clock.ts';
import { asSeenFromHere, isOfTheNetwork } from './connectivity.ts';
import type { Failure } from './failure.ts';
import type { Ledger, PolicyOf } from './ledger.ts';
import { nextDelay } from './pace.ts';
import type { Pacing } from './pacing.ts';
import type { Target } from './plan.ts';
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
  online: () => boolean;
}

/** What an answer changes: in the ledger if it is good, in the schedule in any case. */
export function createAnswers({ clock, ledger, schedule, pacing, evidence, online }: AnswersDeps) {
  /** Strangers that were looked for already: a terminal of a store that nobody configured stays one. */
  const strangers = new Map<string, Set<string>>();

  function good(target: Target, connected: string[], now: number): TerminalEvent[] {
    const { account, confirms } = target;
    const policyOf = evidence(now);
    if (target.kind === 'terminal') {
      const found = connected.some((poiid) => samePoiid(poiid, target.poiid));
      return ledger.terminalAnswered(
        { account, poiid: target.poiid, connected: found, confirms },
        now,
        policyOf,
      );
    }
    const store = target.kind === 'store' ? target.store : null;
    const outcome = ledger.listAnswered({ account, store, connected, confirms }, now, policyOf);
    const known = strangers.get(account) ?? new Set();
    if (outcome.strangers.some((poiid) => !known.has(poiid))) schedule.relearn(account);
    strangers.set(account, new Set([...known, ...outcome.strangers]));
    return outcome.events;
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
      const { account } = target;
      const pace = { intervalMs: pacing().intervalOf(account, now) };
      const next = (failure: Failure | null, inRow: number) =>
        pacing().beforeOpening(account, now, report.startedAt + nextDelay(pace, failure, inRow, random));
      if (answer.ok) {
        schedule.answered(target, now, next(null, 0));
        return good(target, answer.connected, now);
      }
      const failure = asSeenFromHere(answer.failure, online());
      if (isOfTheNetwork(failure) && now < graceUntil) {
        schedule.postpone(target, now + retryMs);
      } else if (target.kind === 'terminal') {
        ledger.terminalFailed(target.account, target.poiid, failure);
      } else if (target.kind === 'account' && isOfTheWhole(failure)) {
        schedule.askApart(target.account, now);
      } else {
        schedule.failed(target, failure, now, (inRow) => next(failure, inRow));
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

/** The vendor refuses the list of a whole account, or it is too large: each store's own may work. */
function isOfTheWhole(failure: Failure): boolean {
  switch (failure.kind) {
    case 'forbidden':
    case 'invalid-request':
      return true;
    case 'unreadable':
      return failure.reason === 'too-large';
    default:
      return false;
  }
}
