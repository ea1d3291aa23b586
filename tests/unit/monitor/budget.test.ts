import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBudget, type Budget, type RateLimited } from '../../../main/monitor/budget.ts';

const limited = (retryAfterMs: number | null): RateLimited => ({
  kind: 'rate-limited',
  vendor: { status: 429, code: '', message: '', reference: 'REQ1' },
  retryAfterMs,
});

let budget: Budget;
beforeEach(() => {
  budget = createBudget();
});

/** As many as go at once. */
function byHand(elapsed: number): number {
  let made = 0;
  while (budget.takeByHand(elapsed) === 0) made += 1;
  return made;
}

describe('the budget of a key', () => {
  it('refills with time, up to a burst', () => {
    expect(budget.take(100, 0)).toBe(60);
    expect(budget.take(1, 0)).toBe(0);
    expect(budget.take(5, 1_000)).toBe(2);
    expect(budget.take(1_000, 3_600_000)).toBe(60);
  });

  it('counts what goes out by hand against the watch', () => {
    expect(byHand(0)).toBe(45);
    expect(budget.take(100, 0)).toBe(15);
  });

  it('counts what could not be refused', () => {
    budget.take(60, 0);
    budget.spend(0);
    budget.spend(0);
    expect(budget.take(1, 1_000)).toBe(0);
    expect(budget.take(1, 1_500)).toBe(1);
  });

  it('says by hand how long to wait, and then it is so', () => {
    byHand(0);
    const wait = budget.takeByHand(0);
    expect(wait).toBe(667);
    expect(budget.takeByHand(wait - 1)).toBe(1);
    expect(budget.takeByHand(wait)).toBe(0);
  });

  it('leaves a part of it to the watch however much is asked for by hand, and the other way round', () => {
    const made = { watch: 0, hand: 0 };
    byHand(0);
    budget.take(100, 0);
    for (let elapsed = 0; elapsed <= 600_000; elapsed += 1_000) {
      made.hand += byHand(elapsed);
      made.watch += budget.take(100, elapsed);
    }
    expect(made.hand).toBe(900);
    expect(made.watch).toBeGreaterThanOrEqual(10 * 30 - 45);
    expect(made.watch).toBeLessThanOrEqual(10 * 30);
  });

  it('is never exceeded, whoever asks', () => {
    const step = fc.record({
      afterMs: fc.nat({ max: 20_000 }),
      watch: fc.nat({ max: 100 }),
      hand: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        budget = createBudget();
        let elapsed = 0;
        const made: { at: number; count: number }[] = [];
        for (const { afterMs, watch, hand } of steps) {
          elapsed += afterMs;
          const count = (hand ? byHand(elapsed) : 0) + budget.take(watch, elapsed);
          made.push({ at: elapsed, count });
        }
        made.forEach(({ at: from }, first) => {
          let sum = 0;
          for (const { at, count } of made.slice(first)) {
            sum += count;
            expect(sum).toBeLessThanOrEqual(60 + 45 + ((at - from) / 60_000) * 120 + 1e-6);
          }
        });
      }),
    );
  });

  it('repeats while it is held what Adyen has said, with the time that is left', () => {
    budget.hold(limited(40_000), 1_000);
    expect(budget.held(11_000)).toEqual(limited(30_000));
    expect(budget.take(1, 11_000)).toBe(0);
    expect(budget.held(41_000)).toBeNull();
    expect(budget.take(1, 41_000)).toBe(1);
  });

  it('is held longer each time in a row where nobody says how long, until a request goes well', () => {
    const lengths: (number | null | undefined)[] = [];
    let now = 0;
    for (const relieved of [false, false, true, false]) {
      if (relieved) budget.relieve();
      budget.hold(limited(null), now);
      lengths.push(budget.held(now)?.retryAfterMs);
      now += 3_600_000;
    }
    expect(lengths).toEqual([60_000, 120_000, 60_000, 120_000]);
  });
});
