import { nothingWatched } from '../../../main/monitor/watchlist.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBudgets } from '../../../main/monitor/budget.ts';
import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import type { Account } from '../../../main/monitor/watchlist.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { makeAccount, makeEngineDeps, makeRecord, makeStore, t0 } from './make.ts';
import { makeVendor, type Vendor } from './vendor.ts';

const pace = { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: null };
const refused: Failure = {
  kind: 'forbidden',
  reason: 'other',
  vendor: { status: 403, code: '', message: '', reference: '' },
};
const tooLarge: Failure = { kind: 'unreadable', reason: 'too-large' };

const references = Array.from({ length: 6 }, (_, index) => `S-${index + 1}`);
const inStore = (reference: string) => [`${reference}-A`, `${reference}-B`];

let clock: VirtualClock;
let vendor: Vendor;
let reports: RoundReport[];

beforeEach(() => {
  clock = createVirtualClock(t0);
  vendor = makeVendor(clock, Object.fromEntries(references.map((one) => [one, inStore(one)])));
  reports = [];
});

function makeEngine(accounts: Account[], remembered: TerminalRecord[] = [], from: Vendor = vendor): Engine {
  const engine = createEngine({
    ...makeEngineDeps(clock, from.source),
    budgets: createBudgets((account) => account, clock),
    remembered,
    onChange: () => {},
    onRound: (report) => reports.push(report),
  });
  engine.configure({ ...nothingWatched, accounts, pace });
  engine.start();
  return engine;
}

const sixStores = () => [makeAccount(references.map((reference) => makeStore(reference)))];
const told = () => reports.flatMap(({ events }) => events).map(({ kind, poiid }) => `${kind} ${poiid}`);

describe('an account with many stores', () => {
  it('is asked with one list a round, once it is known which terminals are whose', async () => {
    const engine = makeEngine(sixStores());
    await clock.advance(60_000);
    expect(vendor.asked('store')).toBe(6);
    expect(engine.overview()).toMatchObject({
      verdict: 'connected',
      counts: { expected: 12, connected: 12 },
    });
    const before = vendor.questions.length;
    await clock.advance(300_000);
    expect(vendor.questions.slice(before).filter(({ kind }) => kind === 'account')).toHaveLength(10);
    expect(vendor.questions.length - before).toBeLessThanOrEqual(11);
  });

  it('needs no list of a store whose terminals are remembered', async () => {
    const remembered = references.flatMap((store) =>
      inStore(store).map((poiid) => makeRecord({ store, poiid })),
    );
    makeEngine(sixStores(), remembered);
    await clock.advance(60_000);
    expect(vendor.asked('store')).toBe(0);
  });

  it('confirms few drops by their own IDs and many by one more list and a few of them', async () => {
    makeEngine(sixStores());
    await clock.advance(60_000);
    vendor.drop('S-1-A', 'S-2-A');
    await clock.advance(40_000);
    expect(vendor.asked('terminal')).toBe(2);
    expect(told()).toEqual(['disconnected S-1-A', 'disconnected S-2-A']);
    vendor.drop(...references.flatMap(inStore));
    await clock.advance(40_000);
    expect(vendor.asked('terminal')).toBe(5);
    expect(reports.filter(({ events }) => events.length > 0).map(({ events }) => events.length)).toEqual([
      2, 10,
    ]);
  });

  it('looks for the store of a terminal that turns up', async () => {
    const engine = makeEngine(sixStores());
    await clock.advance(60_000);
    vendor.connect('S-4', 'S-4-NEW');
    await clock.advance(60_000);
    expect(engine.overview().stores[3]?.counts.expected).toBe(3);
  });

  it('looks once for the store of a terminal that belongs to none of them', async () => {
    makeEngine(sixStores());
    await clock.advance(60_000);
    vendor.connect('ELSEWHERE', 'X-1');
    await clock.advance(60_000);
    expect(vendor.asked('store')).toBe(12);
    await clock.advance(240_000);
    expect(vendor.asked('store')).toBe(12);
  });

  it('notices in its sweeps that a terminal has moved', async () => {
    const engine = makeEngine(sixStores());
    await clock.advance(60_000);
    vendor.drop('S-1-A');
    vendor.connect('S-2', 'S-1-A');
    await clock.advance(6 * 20 * 31_000);
    expect(engine.overview().stores.map(({ counts }) => counts.expected)).toEqual([1, 3, 2, 2, 2, 2]);
    expect(told()).toEqual([]);
  });

  it.each([
    ['refused', refused],
    ['too large', tooLarge],
  ])('whose own list is %s is asked store by store, and nobody hears of it', async (_, failure) => {
    vendor.fail(failure, 'account');
    const engine = makeEngine(sixStores());
    await clock.advance(120_000);
    expect(vendor.asked('account')).toBe(1);
    expect(engine.overview()).toMatchObject({
      verdict: 'connected',
      failure: null,
      counts: { connected: 12 },
    });
    vendor.fail(null);
    await clock.advance(6.1 * 3_600_000);
    expect(vendor.asked('account')).toBeGreaterThan(1);
  });

  it('that does not answer makes all of its stores fail', async () => {
    const engine = makeEngine(sixStores());
    await clock.advance(60_000);
    vendor.fail({ kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 });
    await clock.advance(120_000);
    expect(engine.overview()).toMatchObject({ verdict: 'attention', counts: { unknown: 12 } });
    vendor.fail(null);
    await clock.advance(35_000);
    expect(engine.overview().verdict).toBe('connected');
  });
});

describe('the cost of watching when all is well', () => {
  const hour = 3_600_000;

  it('is at most 1.1 requests a round for a thousand stores of one account', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => `S-${index}`);
    const large = makeVendor(clock, Object.fromEntries(many.map((one) => [one, inStore(one)])));
    const remembered = many.flatMap((store) => inStore(store).map((poiid) => makeRecord({ store, poiid })));
    const engine = makeEngine([makeAccount(many.map((one) => makeStore(one)))], remembered, large);
    await clock.advance(hour);
    expect(engine.overview().counts).toMatchObject({ expected: 2000, connected: 2000 });
    expect(large.questions.length / (hour / pace.intervalMs)).toBeLessThanOrEqual(1.1);
    engine.stop();
  });

  it('is at most 55 requests a round for fifty accounts of twenty stores', async () => {
    const accounts = Array.from({ length: 50 }, (_, account) =>
      makeAccount(
        Array.from({ length: 20 }, (_, store) => makeStore(`A${account}-${store}`)),
        { id: `account-${account}` },
      ),
    );
    const vendors = new Map(
      accounts.map(({ id, stores }) => [
        id,
        makeVendor(clock, Object.fromEntries(stores.map(({ reference }) => [reference, inStore(reference)]))),
      ]),
    );
    const large: Vendor = {
      ...vendor,
      source: { ask: (question) => (vendors.get(question.account.id) ?? vendor).source.ask(question) },
    };
    const remembered = accounts.flatMap(({ id, stores }) =>
      stores.flatMap(({ reference }) =>
        inStore(reference).map((poiid) => makeRecord({ account: id, store: reference, poiid })),
      ),
    );
    const engine = makeEngine(accounts, remembered, large);
    await clock.advance(hour);
    expect(engine.overview().counts).toMatchObject({ expected: 2000, connected: 2000 });
    const requests = [...vendors.values()].reduce((sum, { questions }) => sum + questions.length, 0);
    expect(requests / (hour / pace.intervalMs)).toBeLessThanOrEqual(55);
    engine.stop();
  });
});

describe('the budget of a key', () => {
  it('is never exceeded, whatever the settings ask for, and every store has its turn', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `S-${index}`);
    const large = makeVendor(clock, Object.fromEntries(many.map((one) => [one, inStore(one)])));
    large.fail(refused, 'account');
    const engine = makeEngine([makeAccount(many.map((one) => makeStore(one)))], [], large);
    await clock.advance(600_000);
    expect(large.questions.length).toBeLessThanOrEqual(60 + 10 * 120);
    // Rounds take as long as the budget makes them; what is known does not grow old for that.
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { connected: 1000 } });
    engine.stop();
  });
});
