import { beforeEach, describe, expect, it } from 'vitest';
import { createBudgets, type Budgets, type RateLimited } from '../../../main/monitor/budget.ts';
import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import type { Answer, Question, Source } from '../../../main/monitor/source.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { makeAccount, makeRecord, makeStore, makeWatchlist, t0 } from './make.ts';
import { makeVendor, type Vendor } from './vendor.ts';

let clock: VirtualClock;
let vendor: Vendor;
let reports: RoundReport[];
let budgets: Budgets;
/** In place of the vendor's own answer, where there is one. */
let instead: (question: Question) => Answer | undefined;

beforeEach(() => {
  clock = createVirtualClock(t0);
  vendor = makeVendor(clock, { 'UTR-01': ['T1', 'T2'], 'AMF-02': ['T8'] });
  reports = [];
  budgets = createBudgets(() => 'key', clock);
  instead = () => undefined;
});

function makeEngine(remembered: TerminalRecord[] = []): Engine {
  const source: Source = {
    async ask(question) {
      const real = await vendor.source.ask(question);
      return instead(question) ?? real;
    },
  };
  return createEngine({
    clock,
    source,
    random: () => 0,
    online: () => true,
    budgets,
    remembered,
    onChange: () => {},
    onRound: (report) => reports.push(report),
  });
}

const list = (...connected: string[]): Answer => ({ ok: true, connected, tookMs: 0 });
const told = () => reports.flatMap(({ events }) => events).map(({ kind, poiid }) => `${kind} ${poiid}`);
const statuses = (engine: Engine) =>
  engine.overview().stores.flatMap(({ terminals }) => terminals.map(({ status }) => status));

async function watch(engine: Engine, watchlist = makeWatchlist([makeStore('UTR-01'), makeStore('AMF-02')])) {
  engine.configure(watchlist);
  engine.start();
  await clock.advance(1_000);
}

describe('an answer about somebody else’s terminals', () => {
  it('is a failure that changes nothing, and the next good answer heals it', async () => {
    const engine = makeEngine();
    await watch(engine);
    instead = ({ kind }) => (kind === 'terminal' ? undefined : list('X1', 'X2'));
    await clock.advance(40_000);
    expect(statuses(engine)).toEqual(['connected', 'connected', 'connected']);
    expect(engine.overview().stores[0]?.failure).toEqual({ kind: 'unreadable', reason: 'foreign' });
    instead = () => undefined;
    await clock.advance(31_000);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', failure: null, counts: { expected: 3 } });
    expect(told()).toEqual([]);
  });

  it('that stays so is true: the terminals have been replaced', async () => {
    const engine = makeEngine();
    await watch(engine);
    vendor.drop('T8');
    vendor.connect('AMF-02', 'N8');
    await clock.advance(130_000);
    expect(told()).toEqual(['disconnected T8']);
    expect(engine.overview().stores[1]?.terminals).toMatchObject([
      { poiid: 'N8', status: 'connected' },
      { poiid: 'T8', status: 'disconnected' },
    ]);
  });

  it('is taken for one where a spare takes the place of a broken one, but not for long', async () => {
    const engine = makeEngine();
    await watch(engine);
    vendor.drop('T8');
    await clock.advance(60_000);
    vendor.connect('AMF-02', 'N8');
    await clock.advance(95_000);
    expect(engine.overview().stores[1]).toMatchObject({
      failure: null,
      counts: { expected: 2, connected: 1 },
    });
  });
});

describe('an answer that comes when it no longer counts', () => {
  it('is dropped where its account asks elsewhere by now', async () => {
    const engine = makeEngine();
    const elsewhere = { merchantAccount: 'OtherNL' };
    engine.configure(makeWatchlist([makeStore('UTR-01')]));
    engine.start();
    await clock.advance(50);
    engine.configure({
      ...makeWatchlist([]),
      accounts: [makeAccount([makeStore('UTR-01')], elsewhere)],
    });
    await clock.advance(60);
    expect(engine.overview().counts.expected).toBe(0);
    await clock.advance(2_000);
    expect(vendor.questions.at(-1)?.account).toMatchObject(elsewhere);
    expect(engine.overview().counts.expected).toBe(2);
  });

  it.each([
    ['account', () => ({ ...makeWatchlist([]), accounts: [] })],
    ['store', () => makeWatchlist([makeStore('AMF-02')])],
  ])('is dropped where its %s is gone', async (_, smaller) => {
    const down = makeRecord({
      poiid: 'T1',
      status: 'disconnected',
      told: 'disconnected',
      outageSince: t0 - 1,
    });
    const engine = makeEngine([down]);
    engine.configure(makeWatchlist([makeStore('UTR-01'), makeStore('AMF-02')]));
    engine.start();
    await clock.advance(50);
    engine.configure(smaller());
    await clock.advance(60_000);
    expect(told()).toEqual([]);
    expect(engine.records()).toContainEqual(down);
  });
});

it('terminals of another merchant account are not missed in the new one', async () => {
  const engine = makeEngine();
  await watch(engine);
  vendor.drop('T1', 'T2', 'T8');
  vendor.connect('UTR-01', 'N1');
  const stores = [makeStore('UTR-01'), makeStore('AMF-02')];
  engine.configure({ ...makeWatchlist([]), accounts: [makeAccount(stores, { merchantAccount: 'OtherNL' })] });
  engine.expedite('shop');
  await clock.advance(120_000);
  expect(engine.overview().counts).toMatchObject({ expected: 1, connected: 1 });
  expect(told()).toEqual([]);
});

describe('too many requests', () => {
  const tooMany: RateLimited = {
    kind: 'rate-limited',
    vendor: { status: 429, code: '', message: '', reference: '' },
    retryAfterMs: 120_000,
  };

  it('silence everything that has the same key for as long as the vendor asks for', async () => {
    const engine = makeEngine();
    await watch(engine);
    vendor.fail(tooMany, 'terminal');
    vendor.drop('T1');
    await clock.advance(36_000);
    expect(vendor.asked('terminal')).toBe(1);
    const before = vendor.questions.length;
    await clock.advance(110_000);
    expect(vendor.questions.length).toBe(before);
    vendor.fail(null);
    await clock.advance(60_000);
    expect(told()).toEqual(['disconnected T1']);
  });

  it('that somebody else was answered with the same key silence the watch as well', async () => {
    const engine = makeEngine();
    await watch(engine);
    budgets.hold('shop', { ...tooMany, retryAfterMs: 120_000 });
    const before = vendor.questions.length;
    await clock.advance(115_000);
    expect(vendor.questions.length).toBe(before);
    await clock.advance(10_000);
    expect(vendor.questions.length).toBeGreaterThan(before);
  });

  it('keep a manual recheck from asking, and it ends all the same', async () => {
    const engine = makeEngine();
    await watch(engine);
    vendor.fail(tooMany);
    await clock.advance(31_000);
    const before = vendor.questions.length;
    await engine.recheck({ kind: 'all' });
    expect(vendor.questions.length).toBe(before);
    expect(engine.overview().checking).toBe(false);
  });
});

describe('manual rechecks and the budget of a key', () => {
  it('never exceed it, and each has its turn', async () => {
    const engine = makeEngine();
    await watch(engine);
    const before = vendor.questions.length;
    let ended = 0;
    for (let at = 0; at < 200; at += 1) {
      const scope = { kind: 'terminal', account: 'shop', poiid: `Q${at}` } as const;
      void engine.recheck(scope).then(() => (ended += 1));
    }
    await clock.advance(10_000);
    expect(vendor.questions.length - before).toBeLessThanOrEqual(60 + 20);
    await clock.advance(80_000);
    expect(ended).toBe(200);
    const asked = vendor.questions.slice(before);
    // Nor are the stores forgotten meanwhile: what somebody waits for goes first, but it comes to an end.
    expect(asked.filter(({ kind }) => kind === 'store').length).toBeGreaterThan(0);
  });

  it('end when the engine stops', async () => {
    const engine = makeEngine();
    await watch(engine);
    const all = Array.from({ length: 200 }, (_, at) =>
      engine.recheck({ kind: 'terminal', account: 'shop', poiid: `Q${at}` }),
    );
    await clock.advance(1_000);
    engine.stop();
    // What is in flight is answered; nobody waits for the rest.
    await Promise.all([...all, clock.advance(1_000)]);
    expect(clock.pending()).toBe(0);
  });
});

describe('a sleep', () => {
  it('that is announced makes what is in flight say nothing', async () => {
    const engine = makeEngine();
    await watch(engine);
    await clock.advance(29_050);
    expect(engine.overview().stores[0]?.failure).toBeNull();
    instead = () => ({
      ok: false,
      failure: { kind: 'tcp', host: 'adyen.test', code: 'ENETDOWN' },
      tookMs: 0,
    });
    engine.suspend();
    await clock.advance(500);
    expect(engine.overview().stores.map(({ failure }) => failure)).toEqual([null, null]);
    const asked = vendor.questions.length;
    await clock.advance(30_000);
    expect(vendor.questions.length).toBe(asked);
  });

  it('that is announced and never comes does not end the watch', async () => {
    const engine = makeEngine();
    await watch(engine);
    engine.suspend();
    vendor.drop('T1');
    await clock.advance(200_000);
    expect(told()).toEqual(['disconnected T1']);
  });
});
