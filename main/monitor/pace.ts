import type { Failure } from './failure.ts';
import { longestHoldMs } from './budget.ts';
import type { Pace, Unstable } from './watchlist.ts';
import type { EvidencePolicy } from './transition.ts';

/** Spread over a tenth of the interval, so that a thousand PCs that started together do not stay in step. */
const jitterShare = 0.1;
const longestBackOffMs = 5 * 60_000;

export function evidencePolicy(
  pace: Pick<Pace, 'intervalMs' | 'confirmationMs'>,
  flapping: Unstable,
  restarting: boolean,
): EvidencePolicy {
  return {
    staleAfterMs: 3 * pace.intervalMs,
    listsThatConfirm: 3,
    // Where the confirmation is a long time coming, lists must not overtake it.
    listsSpanMs: Math.max(2 * pace.intervalMs, pace.intervalMs + pace.confirmationMs),
    answersThatRestore: 2,
    restarting,
    flapping,
  };
}

/**
 * How long to wait after a request before the next one for the same target, in ms; never less than the interval.
 * @param failuresInRow 0 after a good answer
 * @param random in [0, 1)
 */
export function nextDelay(
  pace: Pick<Pace, 'intervalMs'>,
  failure: Failure | null,
  failuresInRow: number,
  random: number,
): number {
  const usual = pace.intervalMs * (1 + jitterShare * random);
  switch (failure?.kind) {
    case 'rate-limited':
    case 'server-error':
      return Math.max(Math.min(failure.retryAfterMs ?? 0, longestHoldMs), backOff(usual, failuresInRow));
    case 'unauthorized':
    case 'forbidden':
    case 'invalid-request':
      // Only a change of settings cures these, and that checks at once; asking on costs the vendor for nothing.
      return backOff(usual, failuresInRow);
    default:
      return usual;
  }
}

function backOff(usual: number, failuresInRow: number): number {
  const doublings = Math.max(0, Math.min(failuresInRow - 2, 10));
  return Math.max(usual, Math.min(usual * 2 ** doublings, longestBackOffMs));
}
