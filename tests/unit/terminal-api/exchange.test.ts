import { beforeEach, describe, expect, it } from 'vitest';
import { createBudget, type Budget } from '../../../main/monitor/budget.ts';
import { createConnectedTerminals } from '../../../main/terminal-api/connected-terminals.ts';
import type { RawResponse } from '../../../main/terminal-api/failures.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { askStore, makeResponse } from './make.ts';

let clock: VirtualClock;
let sent: number;
let answer: RawResponse;
let budgets: Map<string, Budget>;

beforeEach(() => {
  clock = createVirtualClock();
  sent = 0;
  answer = makeResponse(200, { uniqueTerminalIds: [] });
  budgets = new Map(['one', 'two'].map((key) => [key, createBudget()]));
});

function ask(key = 'one', signal?: AbortSignal) {
  const source = createConnectedTerminals({
    clock,
    keyFor: () => key,
    budgetOf: (of) => budgets.get(of) ?? createBudget(),
    transport: {
      send() {
        sent += 1;
        return Promise.resolve({ ok: true, response: answer });
      },
      close: () => Promise.resolve(),
    },
  });
  return source.ask(askStore(), signal);
}

const limited = makeResponse(429, '', { 'retry-after': '40' });

describe('a request by hand', () => {
  it('that Adyen has had too many of holds everything with the key, and tells the next how long without being sent', async () => {
    answer = limited;
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'rate-limited', retryAfterMs: 40_000 } });
    expect(budgets.get('one')?.take(1, clock.elapsed())).toBe(0);
    await clock.advance(10_000);
    expect(await ask()).toMatchObject({
      ok: false,
      failure: { kind: 'rate-limited', vendor: { status: 429 }, retryAfterMs: 30_000 },
    });
    expect(sent).toBe(1);
    // Another key has nothing to do with it.
    await ask('two');
    expect(sent).toBe(2);
    answer = makeResponse(200, { uniqueTerminalIds: [] });
    await clock.advance(30_000);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('waits for the budget where that is used up', async () => {
    await Promise.all(Array.from({ length: 45 }, () => ask()));
    const next = ask();
    await clock.advance(600);
    expect(sent).toBe(45);
    await clock.advance(100);
    expect(await next).toMatchObject({ ok: true });
    expect(sent).toBe(46);
  });

  it('that nobody waits for any more costs nothing', async () => {
    await Promise.all(Array.from({ length: 45 }, () => ask()));
    const aborter = new AbortController();
    const next = ask('one', aborter.signal);
    await clock.advance(100);
    aborter.abort();
    await next;
    expect(clock.pending()).toBe(0);
    await clock.advance(567);
    expect(budgets.get('one')?.takeByHand(clock.elapsed())).toBe(0);
  });

  it('that goes well makes the next hold a short one again', async () => {
    const budget = budgets.get('one');
    answer = makeResponse(429, '');
    await ask();
    await clock.advance(60_000);
    answer = makeResponse(200, { uniqueTerminalIds: [] });
    await ask();
    answer = makeResponse(429, '');
    await ask();
    expect(budget?.held(clock.elapsed())?.retryAfterMs).toBe(60_000);
  });
});
