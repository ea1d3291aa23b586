import { nothingWatched } from '../../../main/monitor/watchlist.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../main/monitor/failure.ts';
import { evidencePolicy, nextDelay } from '../../../main/monitor/pace.ts';

const pace = { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: null };
const vendor = { status: 0, code: '', message: '', reference: '' };
const limited = (retryAfterMs: number | null): Failure => ({ kind: 'rate-limited', vendor, retryAfterMs });
const broken: Failure = { kind: 'server-error', vendor, retryAfterMs: null };
const refused: Failure = { kind: 'unauthorized', vendor };

describe('the delay to the next request', () => {
  it.each<[string, Failure | null, number, number, number]>([
    ['the interval after a good answer', null, 0, 0, 30_000],
    ['up to a tenth more, so that PCs do not march in step', null, 0, 0.999, 32_997],
    ['no back-off while this PC is offline', { kind: 'offline' }, 9, 0, 30_000],
    ['as long as Adyen asks for', limited(120_000), 1, 0, 120_000],
    ['never less than the interval, whatever Adyen asks for', limited(1_000), 1, 0, 30_000],
    ['the interval after the first server error', broken, 1, 0, 30_000],
    ['the interval after the second', broken, 2, 0, 30_000],
    ['doubled after the third', broken, 3, 0, 60_000],
    ['doubled again', broken, 4, 0, 120_000],
    ['at most five minutes', broken, 50, 0, 300_000],
    ['backs off from a refused key too', refused, 4, 0, 120_000],
  ])('is %s', (_, failure, failuresInRow, random, expected) => {
    expect(nextDelay(pace, failure, failuresInRow, random)).toBeCloseTo(expected, -1);
  });

  it('is never under the interval, also where that is longer than the longest back-off', () => {
    const failures = fc.constantFrom<Failure | null>(null, broken, refused, limited(null), {
      kind: 'offline',
    });
    fc.assert(
      fc.property(
        failures,
        fc.integer({ min: 10_000, max: 3_600_000 }),
        fc.nat(100),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failure, intervalMs, inRow, random) => {
          const delay = nextDelay({ ...pace, intervalMs }, failure, inRow, random);
          expect(delay).toBeGreaterThanOrEqual(intervalMs);
        },
      ),
    );
  });

  it('lets knowledge grow stale after three missed rounds', () => {
    expect(evidencePolicy(pace, nothingWatched.unstable, false)).toMatchObject({
      staleAfterMs: 90_000,
      listsSpanMs: 60_000,
    });
  });
});
