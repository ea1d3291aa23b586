import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import { nothingWatched } from '../../../main/monitor/watchlist.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import type { Question, Source } from '../../../main/monitor/source.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { makeAccount, makeEngineDeps, makeRecord, makeStore, t0 } from './make.ts';
import { makeVendor, type Vendor } from './vendor.ts';

const references = Array.from({ length: 6 }, (_, index) => `S-${index + 1}`);
const inStore = (reference: string) =>
  ['A', 'B', 'C', 'D', 'E'].map((terminal) => `${reference}-${terminal}`);
const remembered = references.flatMap((store) => inStore(store).map((poiid) => makeRecord({ store, poiid })));
const unknownStore: Failure = {
  kind: 'forbidden',
  reason: 'store',
  vendor: { status: 403, code: '910', message: '', reference: '' },
};

let clock: VirtualClock;
let vendor: Vendor;
let reports: RoundReport[];
/** Stores that the account's list lacks, whatever is connected in them. */
let left: string[];
/** Why a store is refused its own list. */
let refusals: Map<string, Failure>;

beforeEach(() => {
  clock = createVirtualClock(t0);
  vendor = makeVendor(clock, Object.fromEntries(references.map((one) => [one, inStore(one)])));
  reports = [];
  left = [];
  refusals = new Map();
});

function startEngine(known: TerminalRecord[]): Engine {
  const source: Source = {
    async ask(question) {
      const answer = await vendor.source.ask(question);
      const failure = question.kind === 'store' ? refusals.get(question.store) : undefined;
      if (failure) return { ok: false, failure, tookMs: 0 };
      if (question.kind !== 'account' || !answer.ok) return answer;
      const isListed = (poiid: string) => !left.some((reference) => poiid.startsWith(`${reference}-`));
      return { ...answer, connected: answer.connected.filter(isListed) };
    },
  };
  const engine = createEngine({
    ...makeEngineDeps(clock, source),
    remembered: known,
    onChange: () => {},
    onRound: (report) => reports.push(report),
  });
  const stores = references.map((reference) => makeStore(reference));
  engine.configure({ ...nothingWatched, accounts: [makeAccount(stores)] });
  engine.start();
  return engine;
}

const told = () => reports.flatMap(({ events }) => events).map(({ kind, poiid }) => `${kind} ${poiid}`);
const lists = (asked: readonly Question[], store: string) =>
  asked.filter((question) => question.kind === 'store' && question.store === store).length;

describe('a store that the list of its account lacks', () => {
  it.each([
    ['from the start', remembered],
    ['while its terminals are still to be found', []],
  ])('%s is asked by itself every round, and nothing is told of it', async (_, known) => {
    left = ['S-2'];
    const engine = startEngine(known);
    await clock.advance(120_000);
    const before = vendor.questions.length;
    await clock.advance(300_000);
    expect(told()).toEqual([]);
    expect(engine.overview()).toMatchObject({
      verdict: 'connected',
      counts: { expected: 30, connected: 30 },
    });
    expect(lists(vendor.questions.slice(before), 'S-2')).toBeGreaterThanOrEqual(10);
    expect(vendor.questions.length - before).toBeLessThanOrEqual(22);
  });

  it('is watched all the same', async () => {
    left = ['S-2'];
    startEngine(remembered);
    await clock.advance(120_000);
    vendor.drop('S-2-A');
    await clock.advance(37_000);
    expect(told()).toEqual(['disconnected S-2-A']);
  });

  it('from one day on has not lost its terminals', async () => {
    const engine = startEngine(remembered);
    await clock.advance(120_000);
    left = ['S-2'];
    await clock.advance(600_000);
    expect(told()).toEqual([]);
    expect(engine.overview().verdict).toBe('connected');
    left = [];
    await clock.advance(60_000);
    const before = vendor.questions.length;
    await clock.advance(300_000);
    expect(vendor.questions.length - before).toBeLessThanOrEqual(11);
  });

  it('is confirmed by itself in time, although one list of the account confirms many others first', async () => {
    const many = ['S-3', 'S-4', 'S-5'].flatMap((reference) => inStore(reference).slice(0, 3));
    vendor.drop(...inStore('S-2'), ...many);
    startEngine(remembered);
    await clock.advance(10_000);
    const gone = [...inStore('S-2'), ...many].map((poiid) => `disconnected ${poiid}`);
    expect(told().toSorted()).toEqual(gone);
  });

  it('that really is dark is told of in time', async () => {
    startEngine(remembered);
    await clock.advance(120_000);
    vendor.drop(...inStore('S-2'));
    await clock.advance(37_000);
    expect(told()).toEqual(inStore('S-2').map((poiid) => `disconnected ${poiid}`));
    expect(vendor.asked('store')).toBe(1);
  });
});

describe('learning which terminals are whose', () => {
  it('goes on after an outage of the vendor that it began in', async () => {
    vendor.fail({ kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 });
    const engine = startEngine([]);
    await clock.advance(300_000);
    vendor.fail(null);
    await clock.advance(120_000);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { expected: 30 } });
  });

  it('does not take a store for empty before its own list has come', async () => {
    vendor.fail({ kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 }, 'store');
    const engine = startEngine([]);
    await clock.advance(40_000);
    expect(engine.overview().stores[0]).toMatchObject({ notice: null, checkedAt: null, verdict: 'unknown' });
  });

  it('says why a store is refused, and goes on sweeping the others', async () => {
    refusals.set('S-1', unknownStore);
    const engine = startEngine([]);
    await clock.advance(60_000);
    expect(engine.overview().stores[0]).toMatchObject({ verdict: 'attention', failure: unknownStore });
    const before = vendor.questions.length;
    await clock.advance(7 * 20 * 31_000);
    for (const reference of references) {
      expect(lists(vendor.questions.slice(before), reference)).toBeGreaterThan(0);
    }
    expect(engine.overview().stores[0]).toMatchObject({ verdict: 'attention', failure: unknownStore });
  });

  it('tries again once the key has changed', async () => {
    refusals.set('S-1', unknownStore);
    const engine = startEngine([]);
    await clock.advance(60_000);
    refusals.clear();
    engine.expedite('shop');
    await clock.advance(5_000);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { expected: 30 } });
  });
});

it('a sweep that fails takes nothing from a store that the account’s list covers', async () => {
  const engine = startEngine(remembered);
  vendor.fail({ kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 }, 'store');
  await clock.advance(7 * 20 * 31_000);
  expect(vendor.asked('store')).toBeGreaterThan(5);
  expect(engine.overview().stores.map(({ failure }) => failure)).toEqual(references.map(() => null));
});

it('accounts that share a key share its budget fairly, and nothing grows old for it', async () => {
  const accounts = Array.from({ length: 150 }, (_, at) =>
    makeAccount([makeStore('S-1')], { id: `shop-${at}`, merchantAccount: `Shop${at}` }),
  );
  const asked = new Map<string, number>();
  const engine = createEngine({
    ...makeEngineDeps(clock, {
      ask(question) {
        asked.set(question.account.id, (asked.get(question.account.id) ?? 0) + 1);
        return vendor.source.ask(question);
      },
    }),
    onChange: () => {},
    onRound: () => {},
  });
  engine.configure({ ...nothingWatched, accounts });
  engine.start();
  await clock.advance(900_000);
  expect([...asked.values()].reduce((sum, count) => sum + count)).toBeLessThanOrEqual(60 + 15 * 120);
  expect(asked.size).toBe(150);
  expect(Math.max(...asked.values()) - Math.min(...asked.values())).toBeLessThanOrEqual(2);
  expect(engine.overview().counts).toMatchObject({ connected: 750, unknown: 0 });
  engine.stop();
});
