import { createBudgets } from '../../../main/monitor/budget.ts';
import { nothingWatched } from '../../../main/monitor/watchlist.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkOnce } from '../../../main/monitor/check-once.ts';
import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import type { Source } from '../../../main/monitor/source.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { makeAccount, makeEngineDeps, makeHours, makeRecord, makeStore, makeWatchlist, t0 } from './make.ts';
import { makeVendor, type Vendor } from './vendor.ts';

const timeout: Failure = { kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 };

let clock: VirtualClock;
let vendor: Vendor;
let reports: RoundReport[];
let online: boolean;

beforeEach(() => {
  clock = createVirtualClock(t0);
  vendor = makeVendor(clock, { 'UTR-01': ['T1', 'T2', 'T3'], 'AMF-02': ['T8', 'T9'] });
  reports = [];
  online = true;
});

function makeEngine(remembered: TerminalRecord[] = [], ask: Source['ask'] = vendor.source.ask): Engine {
  return createEngine({
    ...makeEngineDeps(clock, { ask }),
    online: () => online,
    budgets: createBudgets((account) => account, clock),
    remembered,
    onChange: () => {},
    onRound: (report) => reports.push(report),
  });
}

const twoStores = () => makeWatchlist([makeStore('UTR-01'), makeStore('AMF-02')]);
const told = () =>
  reports.flatMap(({ events }) => events).map(({ kind, poiid, whileAway }) => ({ kind, poiid, whileAway }));
const statusOf = (engine: Engine, poiid: string) =>
  engine
    .overview()
    .stores.flatMap(({ terminals }) => terminals)
    .find((terminal) => terminal.poiid === poiid)?.status;

async function startWatching(engine: Engine) {
  engine.configure(twoStores());
  engine.start();
  await clock.advance(200);
}

describe('watching', () => {
  it('asks each store at once, then every interval, and learns its terminals in silence', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    expect(engine.overview()).toMatchObject({
      verdict: 'connected',
      counts: { expected: 5, connected: 5, disconnected: 0, unknown: 0 },
    });
    await clock.advance(60_000);
    expect(vendor.asked('store')).toBe(6);
    expect(told()).toEqual([]);
  });

  it('confirms a missing terminal by its own ID before it counts, and tells it once', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    await clock.advance(30_000);
    expect(statusOf(engine, 'T3')).toBe('suspect');
    expect(engine.overview().verdict).toBe('connected');
    await clock.advance(6_000);
    expect(statusOf(engine, 'T3')).toBe('disconnected');
    expect(vendor.questions.filter((question) => question.kind === 'terminal')).toMatchObject([
      { poiid: 'T3' },
    ]);
    await clock.advance(600_000);
    expect(told()).toEqual([{ kind: 'disconnected', poiid: 'T3', whileAway: false }]);
  });

  it('does not put off a confirmation for a round of other things', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    await clock.advance(30_000);
    const asked = vendor.asked('terminal');
    // Its round ends when the confirmation is due, and before the tick that would ask.
    await clock.advance(4_850);
    await Promise.all([
      engine.recheck({ kind: 'store', account: 'shop', store: 'AMF-02' }),
      clock.advance(1_200),
    ]);
    expect(vendor.asked('terminal')).toBe(asked + 1);
  });

  it('confirms soon what a manual recheck of one terminal missed', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    const recheck = engine.recheck({ kind: 'terminal', account: 'shop', poiid: 'T3' });
    await clock.advance(6_000);
    await recheck;
    expect(statusOf(engine, 'T3')).toBe('disconnected');
  });

  it('says nothing of a blip shorter than the confirmation', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    await clock.advance(30_500);
    vendor.connect('UTR-01', 'T3');
    await clock.advance(60_000);
    expect(statusOf(engine, 'T3')).toBe('connected');
    expect(told()).toEqual([]);
  });

  it('takes a shorter interval at once', async () => {
    const engine = makeEngine();
    engine.configure({
      ...twoStores(),
      pace: { intervalMs: 3_600_000, confirmationMs: 5_000, closedIntervalMs: null },
    });
    engine.start();
    await clock.advance(1_000);
    engine.configure({
      ...twoStores(),
      pace: { intervalMs: 10_000, confirmationMs: 5_000, closedIntervalMs: null },
    });
    await clock.advance(11_500);
    expect(vendor.asked('store')).toBe(4);
  });

  it('tells of a return with the begin of the outage', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    await clock.advance(120_000);
    vendor.connect('UTR-01', 'T3');
    await clock.advance(60_000);
    const [dropped, returned] = reports.flatMap(({ events }) => events);
    expect(returned).toMatchObject({ kind: 'reconnected', outageSince: dropped?.outageSince });
  });

  it('confirms many at once with one list and a few of them, and tells them in one round', async () => {
    vendor = makeVendor(clock, { 'UTR-01': ['T1', 'T2', 'T3', 'T4', 'T5'], 'AMF-02': ['T9'] });
    const engine = makeEngine();
    await startWatching(engine);
    for (const poiid of ['T1', 'T2', 'T3', 'T4', 'T5']) vendor.drop(poiid);
    await clock.advance(40_000);
    expect(vendor.asked('terminal')).toBe(3);
    expect(reports.filter(({ events }) => events.length > 0).map(({ events }) => events.length)).toEqual([5]);
    expect(engine.overview().stores[0]?.notice).toBe('all-missing');
  });

  it('a terminal seen in another store has moved, it has not dropped', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    vendor.connect('AMF-02', 'T3');
    await clock.advance(120_000);
    expect(told()).toEqual([]);
    expect(engine.overview().stores.map(({ counts }) => counts.expected)).toEqual([2, 3]);
  });

  it('a terminal seen in another account has moved there, whether it was missed before or is missed now', async () => {
    const other = makeVendor(clock, { 'EDE-03': ['T20'] });
    const engine = makeEngine([], (question, signal) =>
      (question.account.id === 'other' ? other : vendor).source.ask(question, signal),
    );
    engine.configure({
      ...nothingWatched,
      accounts: [
        makeAccount([makeStore('UTR-01')]),
        makeAccount([makeStore('EDE-03')], { id: 'other', merchantAccount: 'Other' }),
      ],
    });
    engine.start();
    await clock.advance(200);
    // Boarded again at once, and only after it was missed.
    vendor.drop('T1', 'T2');
    other.connect('EDE-03', 'T1');
    await clock.advance(60_000);
    expect(told().map(({ kind, poiid }) => [kind, poiid])).toEqual([['disconnected', 'T2']]);
    other.connect('EDE-03', 'T2');
    await clock.advance(60_000);

    expect(told()).toHaveLength(1);
    const where = engine.overview().stores.map(({ terminals }) => terminals.map(({ poiid }) => poiid));
    expect(where).toEqual([['T3'], ['T1', 'T2', 'T20']]);
    expect(engine.overview().verdict).toBe('connected');
    engine.stop();
  });

  it('a terminal that was added with other capitals is the one that Adyen lists', async () => {
    const engine = makeEngine();
    engine.configure(makeWatchlist([makeStore('UTR-01', ['t3'])]));
    engine.start();
    await clock.advance(120_000);
    expect(engine.overview().counts).toMatchObject({ expected: 3, connected: 3 });
    expect(engine.overview().stores[0]?.terminals.map(({ poiid }) => poiid)).toEqual(['T1', 'T2', 'T3']);
    expect(told()).toEqual([]);
  });

  it('an empty list where nothing is known is nothing found, never green', async () => {
    vendor = makeVendor(clock, {});
    const engine = makeEngine();
    await startWatching(engine);
    expect(engine.overview()).toMatchObject({
      verdict: 'unknown',
      stores: [{ notice: 'nothing-found' }, { notice: 'nothing-found' }],
    });
  });

  it('a terminal that no longer is watched is nobody’s concern', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    const watchlist = twoStores();
    watchlist.accounts[0]?.stores[0]?.terminals.push({
      poiid: 'T3',
      name: '',
      watched: false,
      origin: 'settings',
    });
    engine.configure(watchlist);
    vendor.drop('T3');
    await clock.advance(120_000);
    expect(engine.overview().counts.expected).toBe(4);
    expect(told()).toEqual([]);
  });

  it('a suspect whose own request keeps failing is confirmed by the lists', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    vendor.fail(
      { kind: 'invalid-request', vendor: { status: 422, code: '', message: '', reference: '' } },
      'terminal',
    );
    await clock.advance(120_000);
    expect(told()).toEqual([{ kind: 'disconnected', poiid: 'T3', whileAway: false }]);
    expect(engine.overview().stores[0]?.failure).toBeNull();
  });
});

describe('no good answer', () => {
  it('changes no terminal, then turns all of them unknown after three missed rounds', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.fail(timeout);
    await clock.advance(31_000);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { connected: 5 } });
    await clock.advance(30_000);
    expect(engine.overview()).toMatchObject({ verdict: 'attention', counts: { connected: 5 } });
    await clock.advance(31_000);
    expect(engine.overview()).toMatchObject({ verdict: 'attention', counts: { connected: 0, unknown: 5 } });
    vendor.fail(null);
    await clock.advance(31_000);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', failure: null });
    expect(told()).toEqual([]);
  });

  it('a refused key is worth attention at once', async () => {
    vendor.fail({
      kind: 'unauthorized',
      vendor: { status: 401, code: '000', message: 'Unauthorized', reference: '' },
    });
    const engine = makeEngine();
    await startWatching(engine);
    expect(engine.overview()).toMatchObject({ verdict: 'attention', failure: { kind: 'unauthorized' } });
  });

  it('is this PC’s own where the system is sure that it has no network', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    online = false;
    vendor.fail({ kind: 'dns', host: 'adyen.test', code: 'EAI_AGAIN' });
    await clock.advance(31_000);
    expect(engine.overview()).toMatchObject({ verdict: 'offline', failure: { kind: 'offline' } });
    expect(told()).toEqual([]);
  });

  it('an outage that began before it and lasts is not told twice', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    await clock.advance(60_000);
    vendor.fail(timeout);
    await clock.advance(300_000);
    vendor.fail(null);
    await clock.advance(120_000);
    expect(told()).toEqual([{ kind: 'disconnected', poiid: 'T3', whileAway: false }]);
  });
});

describe('a manual recheck', () => {
  it('asks at once, shows that it does, confirms, and ends', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    let ended = false;
    const recheck = engine.recheck({ kind: 'all' }).then(() => (ended = true));
    expect(engine.overview().checking).toBe(true);
    await clock.advance(1_000);
    expect(ended).toBe(false);
    expect(engine.overview().checking).toBe(true);
    await clock.advance(5_000);
    await recheck;
    expect(engine.overview()).toMatchObject({ checking: false, verdict: 'disconnected' });
  });

  it('joins what is in flight instead of doubling it', async () => {
    const engine = makeEngine();
    engine.configure(twoStores());
    engine.start();
    await Promise.all([
      engine.recheck({ kind: 'all' }),
      engine.recheck({ kind: 'store', account: 'shop', store: 'UTR-01' }),
      clock.advance(1_000),
    ]);
    expect(vendor.asked('store')).toBe(2);
  });

  it('of one terminal asks for its own ID only', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    const before = vendor.questions.length;
    await Promise.all([
      engine.recheck({ kind: 'terminal', account: 'shop', poiid: 'T1' }),
      clock.advance(500),
    ]);
    expect(vendor.questions.slice(before)).toMatchObject([{ kind: 'terminal', poiid: 'T1' }]);
  });

  it('ends when the engine stops', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.drop('T3');
    const recheck = engine.recheck({ kind: 'all' });
    await clock.advance(1_000);
    engine.stop();
    await recheck;
    expect(clock.pending()).toBe(0);
  });
});

describe('after a restart', () => {
  const known = (poiid: string, record: Partial<TerminalRecord> = {}) => makeRecord({ poiid, ...record });

  it('nothing is said about what was already known', async () => {
    vendor.drop('T3');
    const down = known('T3', {
      status: 'disconnected',
      told: 'disconnected',
      outageSince: t0 - 600_000,
      since: t0 - 600_000,
    });
    const engine = makeEngine([known('T1'), known('T2'), down]);
    await startWatching(engine);
    await clock.advance(120_000);
    expect(told()).toEqual([]);
    expect(engine.overview()).toMatchObject({ verdict: 'disconnected', since: t0 - 600_000 });
  });

  it('what changed meanwhile is told as such', async () => {
    vendor.drop('T3');
    const longAgo = { evidenceAt: t0 - 86_400_000, seenAt: t0 - 86_400_000 };
    const engine = makeEngine([known('T1', { ...longAgo, told: 'disconnected' }), known('T3', longAgo)]);
    await startWatching(engine);
    await clock.advance(120_000);
    expect(told()).toEqual([
      { kind: 'reconnected', poiid: 'T1', whileAway: true },
      { kind: 'disconnected', poiid: 'T3', whileAway: true },
    ]);
    expect(reports.filter(({ events }) => events.length > 0)).toHaveLength(1);
  });

  it('what changed meanwhile in one store does not wait for the end of a planned restart in another', async () => {
    const engine = makeEngine([
      known('T1'),
      known('T3'),
      known('T8', { store: 'AMF-02' }),
      known('T9', { store: 'AMF-02' }),
    ]);
    vendor.drop('T3', 'T8');
    const restart = { at: '14:00', graceMinutes: 15, timeZone: 'UTC' };
    engine.configure(makeWatchlist([makeStore('UTR-01'), { ...makeStore('AMF-02'), restart }]));
    engine.start();
    await clock.advance(6_000);
    expect(told()).toEqual([{ kind: 'disconnected', poiid: 'T3', whileAway: true }]);
    expect(statusOf(engine, 'T8')).toBe('suspect');
  });

  it('old knowledge is not green before the first answer', () => {
    const engine = makeEngine([known('T1', { evidenceAt: t0 - 86_400_000 })]);
    engine.configure(twoStores());
    expect(engine.overview()).toMatchObject({ verdict: 'unknown', counts: { unknown: 1 } });
  });

  it('knowledge from a time that is yet to come is of no known age, and no length of time is negative', async () => {
    // As after a power cut that took the clock's battery with it.
    const later = t0 + 3_600_000;
    const at = { since: later, seenAt: later, evidenceAt: later };
    vendor.fail(timeout);
    const engine = makeEngine([
      known('T1', { ...at, connectedSince: later }),
      known('T3', { ...at, status: 'disconnected', told: 'disconnected', outageSince: later }),
    ]);
    await startWatching(engine);
    expect(engine.overview()).toMatchObject({ verdict: 'attention', counts: { unknown: 2 } });
    expect(engine.records().map(({ outageSince, seenAt }) => [outageSince, seenAt])).toEqual([
      [null, t0],
      [t0, t0],
    ]);
  });

  it('a clock that a time server has set back by seconds takes nothing from what is known', () => {
    const engine = makeEngine([known('T1', { evidenceAt: t0 + 4_000, since: t0 + 3_000 })]);
    engine.configure(twoStores());
    expect(engine.overview()).toMatchObject({ counts: { connected: 1, unknown: 0 } });
  });

  it('terminals of a store that is not configured now are kept', async () => {
    const engine = makeEngine([known('T1'), known('X1', { store: 'GONE-09' })]);
    await startWatching(engine);
    expect(engine.overview().counts.expected).toBe(5);
    expect(engine.records().map(({ poiid }) => poiid)).toContain('X1');
  });
});

describe('one check', () => {
  it('confirms what it misses and leaves no timer', async () => {
    const deps = makeEngineDeps(clock, vendor.source);
    const watchlist = makeWatchlist([makeStore('UTR-01', ['T1', 'T4']), makeStore('AMF-02')]);
    const [result] = await Promise.all([checkOnce(deps, watchlist), clock.advance(10_000)]);
    expect(result).toMatchObject({ verdict: 'disconnected', counts: { expected: 6, disconnected: 1 } });
    expect(clock.pending()).toBe(0);
  });
});

describe('one check of more than a key may ask for at once', () => {
  it('takes its time, and comes to an end', async () => {
    const accounts = Array.from({ length: 90 }, (_, at) =>
      makeAccount([makeStore('UTR-01')], { id: `shop-${at}`, merchantAccount: `Shop${at}` }),
    );
    const deps = makeEngineDeps(clock, vendor.source);
    const [result] = await Promise.all([
      checkOnce(deps, { ...nothingWatched, accounts }),
      clock.advance(30_000),
    ]);
    expect(result).toMatchObject({ verdict: 'connected', counts: { connected: 270 } });
    expect(vendor.questions).toHaveLength(90);
    expect(clock.pending()).toBe(0);
  });
});

describe('several accounts', () => {
  it('one refused account does not hide that the other is well', async () => {
    const { source } = vendor;
    const refusing: Source = {
      ask: (question) =>
        question.account.id === 'other'
          ? Promise.resolve({ ok: false, failure: { kind: 'key-missing' }, tookMs: 0 })
          : source.ask(question),
    };
    vendor = { ...vendor, source: refusing };
    const engine = makeEngine();
    engine.configure({
      ...nothingWatched,
      accounts: [
        makeAccount([makeStore('UTR-01')]),
        makeAccount([makeStore('X-1')], { id: 'other', merchantAccount: 'OtherNL' }),
      ],
      pace: { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: null },
    });
    engine.start();
    await clock.advance(200);
    expect(engine.overview().stores.map(({ verdict }) => verdict)).toEqual(['connected', 'attention']);
    expect(engine.overview().verdict).toBe('attention');
  });
});

describe('time', () => {
  const dns: Failure = { kind: 'dns', host: 'adyen.test', code: 'EAI_AGAIN' };

  it('a sleep that the system tells of: old knowledge is unknown, and the network gets its moment', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    engine.suspend();
    clock.sleep(8 * 3_600_000);
    await clock.advance(500);
    const asked = vendor.questions.length;
    vendor.fail(dns);
    engine.resume();
    expect(engine.overview()).toMatchObject({ verdict: 'unknown', counts: { unknown: 5 } });
    await clock.advance(4_000);
    expect(vendor.questions.length).toBe(asked);
    await clock.advance(8_000);
    expect(engine.overview().stores.map(({ failure }) => failure)).toEqual([null, null]);
    vendor.fail(null);
    await clock.advance(10_000);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { connected: 5 } });
    expect(told()).toEqual([]);
  });

  it('a network that still does not work after its grace is a failure', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.fail(dns);
    engine.resume();
    await clock.advance(60_000);
    expect(engine.overview().verdict).toBe('attention');
  });

  it('a sleep that nobody told of is noticed by the late tick', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    clock.sleep(3_600_000);
    vendor.fail(dns);
    await clock.advance(1_100);
    expect(engine.overview()).toMatchObject({ verdict: 'unknown', counts: { unknown: 5 } });
    vendor.fail(null);
    await clock.advance(10_000);
    expect(engine.overview().verdict).toBe('connected');
  });

  it('an answer to a question from before a sleep says nothing about now', async () => {
    const engine = makeEngine();
    engine.configure(twoStores());
    engine.start();
    await clock.advance(50);
    engine.resume();
    await clock.advance(500);
    expect(engine.overview().counts.expected).toBe(0);
    await clock.advance(10_000);
    expect(engine.overview().counts.connected).toBe(5);
  });

  it.each([-3_600_000, 3_600_000])(
    'a clock set by %i ms corrupts no duration and delays no check',
    async (byMs) => {
      const engine = makeEngine();
      await startWatching(engine);
      vendor.drop('T3');
      await clock.advance(60_000);
      const began = clock.now() - (engine.overview().since ?? 0);
      clock.set(clock.now() + byMs);
      const asked = vendor.asked('store');
      await clock.advance(36_000);
      expect(vendor.asked('store')).toBeGreaterThan(asked);
      expect(clock.now() - (engine.overview().since ?? 0)).toBe(began + 36_000);
      expect(told()).toEqual([{ kind: 'disconnected', poiid: 'T3', whileAway: false }]);
    },
  );

  it('a clock that was set back during a sleep makes nothing young', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    engine.suspend();
    clock.set(clock.now() - 7_200_000);
    vendor.fail(timeout);
    engine.resume();
    await clock.advance(5 * 60_000);

    expect(engine.overview().counts).toMatchObject({ connected: 0, unknown: 5 });
    engine.stop();
  });

  it('a clock that creeps is nobody’s business', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    for (let minute = 0; minute < 10; minute += 1) {
      clock.set(clock.now() + 900);
      await clock.advance(60_000);
    }
    expect(engine.overview().verdict).toBe('connected');
    expect(vendor.asked('store')).toBeLessThanOrEqual(2 * 22);
  });
});

describe('while the stores are closed', () => {
  // t0 lies in the night of this store, whatever the day.
  const opensAt = t0 + 4 * 3_600_000;
  const clockTime = (at: number) => new Date(at).toISOString().slice(11, 16);
  const openingHours = makeHours(`${clockTime(opensAt)}-${clockTime(opensAt + 6 * 3_600_000)}`, 'UTC');

  function startClosed(): Engine {
    const engine = makeEngine();
    engine.configure({
      ...makeWatchlist([{ ...makeStore('UTR-01'), openingHours }]),
      pace: { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: 300_000 },
    });
    engine.start();
    return engine;
  }

  it('asks seldom, lets nothing turn unknown meanwhile, and asks as ever before they open', async () => {
    const engine = startClosed();
    const verdicts = new Set<string>();
    await clock.advance(1000);
    for (let minute = 0; minute < 245; minute += 1) {
      await clock.advance(60_000);
      verdicts.add(engine.overview().verdict);
    }
    expect([...verdicts]).toEqual(['connected']);
    // Every five minutes for 230, then every half minute for 15; ticks are a second apart.
    const asked = vendor.asked('store');
    expect(asked).toBeGreaterThanOrEqual(46 + 28);
    expect(asked).toBeLessThanOrEqual(48 + 31);
  });

  it('still confirms at once what is missing', async () => {
    const engine = startClosed();
    await clock.advance(1000);
    vendor.drop('T3');
    await clock.advance(300_000 + 7_000);
    expect(statusOf(engine, 'T3')).toBe('disconnected');
  });
});

describe('a vendor that has had enough', () => {
  const limited = (retryAfterMs: number | null): Failure => ({
    kind: 'rate-limited',
    vendor: { status: 429, code: '', message: '', reference: '' },
    retryAfterMs,
  });

  it('is left alone with the whole key at once, and longer each time where it does not say how long', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.fail(limited(null));
    await clock.advance(31_000);
    const refused = vendor.questions.length;
    await clock.advance(55_000);
    expect(vendor.questions).toHaveLength(refused);
    await clock.advance(35_000);
    const again = vendor.questions.length;
    expect(again).toBeGreaterThan(refused);
    await clock.advance(80_000);
    expect(vendor.questions).toHaveLength(again);
    engine.stop();
  });

  it('cannot end the watch with a time that is never', async () => {
    const engine = makeEngine();
    await startWatching(engine);
    vendor.fail(limited(30 * 24 * 3_600_000));
    await clock.advance(31_000);
    vendor.fail(null);
    await clock.advance(16 * 60_000);
    expect(engine.overview().verdict).toBe('connected');
    engine.stop();
  });

  it.each([
    ['the account', 'account'],
    ['this API', 'role'],
  ] as const)('that refuses the key %s is not asked for each of its stores', async (_, reason) => {
    vendor = makeVendor(
      clock,
      Object.fromEntries(Array.from({ length: 50 }, (__, at) => [`S${at}`, [`T${at}`]])),
    );
    const engine = makeEngine();
    engine.configure(makeWatchlist(Array.from({ length: 50 }, (__, at) => makeStore(`S${at}`))));
    engine.start();
    await clock.advance(30 * 60_000);
    vendor.fail({ kind: 'forbidden', reason, vendor: { status: 403, code: '', message: '', reference: '' } });
    const before = vendor.questions.length;
    await clock.advance(3_600_000);
    expect(vendor.questions.length - before).toBeLessThan(60);
    engine.stop();
  });
});
