import { beforeEach, describe, expect, it } from 'vitest';
import { checkOnce } from '../../../main/monitor/check-once.ts';
import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import { confirmMany } from '../../../main/monitor/mass-absence.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import type { Answer, Question } from '../../../main/monitor/source.ts';
import type { Watchlist } from '../../../main/monitor/watchlist.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { makeEngineDeps, makeRecord, makeStore, makeWatchlist, t0 } from './make.ts';
import { makeVendor, type Vendor } from './vendor.ts';

const timeout: Failure = { kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 };
const failed: Answer = { ok: false, failure: timeout, tookMs: 0 };
const list = (...connected: string[]): Answer => ({ ok: true, connected, tookMs: 0 });

describe('a list that is to confirm that many are missing', () => {
  interface Case {
    /** T1 to T3 unless it is given. */
    missing?: string[];
    first: Answer;
    own: Record<string, Answer | null>;
    again?: Answer | null;
    expected: { confirms: boolean; sampled: string[]; contradicted: string[]; list: Answer };
  }
  const agreed = { confirms: true, contradicted: [], list: list() };
  const unsure = { confirms: false, contradicted: [], list: list() };

  it.each<[string, Case]>([
    [
      'is believed once none of a few is found either',
      {
        first: list(),
        own: { T1: list(), T2: list(), T3: list() },
        expected: { ...agreed, sampled: ['T1', 'T2', 'T3'] },
      },
    ],
    [
      'is believed though all but one of these requests fail',
      {
        first: list(),
        own: { T1: failed, T2: list(), T3: failed },
        expected: { ...agreed, sampled: ['T1', 'T2', 'T3'] },
      },
    ],
    [
      'is not borne out by one that really is away',
      {
        first: list(),
        own: { T1: list(), T2: list('T2') },
        again: list(),
        expected: { ...unsure, sampled: ['T1', 'T2'], contradicted: ['T1', 'T2', 'T3'] },
      },
    ],
    [
      'is believed with as few as the budget allows for',
      { first: list(), own: { T1: list() }, expected: { ...agreed, sampled: ['T1'] } },
    ],
    [
      'has nobody to prove where it holds them all',
      {
        first: list('T1', 't2', 'T3'),
        own: {},
        expected: { ...unsure, list: list('T1', 't2', 'T3'), sampled: [] },
      },
    ],
    [
      'has nobody to prove where it is none',
      { first: failed, own: {}, expected: { ...unsure, list: failed, sampled: [] } },
    ],
    [
      'proves nothing where the own request fails',
      { first: list(), own: { T1: failed }, expected: { ...unsure, sampled: ['T1'] } },
    ],
    [
      'proves nothing where the budget allows for no own request',
      { first: list(), own: { T1: null }, expected: { ...unsure, sampled: [] } },
    ],
    [
      'is contradicted where the next one lacks who was found, too',
      {
        first: list(),
        own: { T1: list('T1') },
        again: list(),
        expected: { ...unsure, sampled: ['T1'], contradicted: ['T1', 'T2', 'T3'] },
      },
    ],
    [
      'is contradicted about those whom the next one lacks, no others',
      {
        first: list(),
        own: { T1: list('t1') },
        again: list('T3'),
        expected: { ...unsure, list: list('T3'), sampled: ['T1'], contradicted: ['T1', 'T2'] },
      },
    ],
    [
      'is contradicted where the budget allows for no other',
      {
        first: list(),
        own: { T1: list('T1') },
        again: null,
        expected: { ...unsure, sampled: ['T1'], contradicted: ['T1', 'T2', 'T3'] },
      },
    ],
    [
      'was right where the next one holds who was found: the others count',
      {
        first: list(),
        own: { T1: list('T1'), T2: list() },
        again: list('T1'),
        expected: { ...agreed, list: list('T1'), sampled: ['T1', 'T2'] },
      },
    ],
    [
      'was right where the next one holds all who were found: others have to agree',
      {
        missing: ['T1', 'T2', 'T3', 'T4'],
        first: list(),
        own: { T1: list('T1'), T2: list('T2'), T3: list('T3'), T4: list() },
        again: list('T1', 'T2', 'T3'),
        expected: { ...agreed, list: list('T1', 'T2', 'T3'), sampled: ['T1', 'T2', 'T3', 'T4'] },
      },
    ],
    [
      'proves nothing where the others are found as well',
      {
        missing: ['T1', 'T2', 'T3', 'T4'],
        first: list(),
        own: { T1: list('T1'), T2: list('T2'), T3: list('T3'), T4: list('T4') },
        again: list('T1', 'T2', 'T3'),
        expected: { ...unsure, list: list('T1', 'T2', 'T3'), sampled: ['T1', 'T2', 'T3', 'T4'] },
      },
    ],
    [
      'is contradicted where the next one holds some of those who were found, but not all',
      {
        first: list(),
        own: { T1: list('T1'), T2: list('T2') },
        again: list('T1'),
        expected: { ...unsure, list: list('T1'), sampled: ['T1', 'T2'], contradicted: ['T2', 'T3'] },
      },
    ],
    [
      'is a failure where the next one fails',
      {
        first: list(),
        own: { T1: list('T1') },
        again: failed,
        expected: { ...unsure, list: failed, sampled: ['T1'] },
      },
    ],
  ])('%s', async (_, { missing = ['T1', 'T2', 'T3'], first, own, again = null, expected }) => {
    const suspects = missing.map((poiid) => makeRecord({ poiid, status: 'suspect' }));
    const outcome = await confirmMany(first, {
      askList: () => Promise.resolve(again),
      askFor: (poiid) => Promise.resolve(own[poiid] ?? null),
      missingFrom: (answer) =>
        suspects.filter(
          ({ poiid }) => answer.ok && !answer.connected.some((one) => one.toUpperCase() === poiid),
        ),
      pick: (from, count) => from.slice(0, count),
    });
    expect({
      list: outcome.list,
      confirms: outcome.confirms,
      sampled: outcome.samples.map(({ poiid }) => poiid),
      contradicted: outcome.contradicted.map(({ poiid }) => poiid),
    }).toEqual(expected);
  });
});

const stores = Array.from('ABCDEFGHIJ');
const twelve = Array.from({ length: 12 }, (_, at) => `T${at}`);

let clock: VirtualClock;
let vendor: Vendor;
let reports: RoundReport[];
/** In place of the vendor's own answer, where there is one. */
let instead: (question: Question) => Answer | undefined;
/** An answer is ready, and on its way. */
let answered: (question: Question) => void;

beforeEach(() => {
  clock = createVirtualClock(t0);
  vendor = makeVendor(clock, { A: twelve });
  reports = [];
  instead = () => undefined;
  answered = () => {};
});

const deps = () =>
  makeEngineDeps(clock, {
    async ask(question) {
      const real = await vendor.source.ask(question);
      answered(question);
      return instead(question) ?? real;
    },
  });

async function watch(watchlist: Watchlist = makeWatchlist([makeStore('A')])): Promise<Engine> {
  const engine = createEngine({ ...deps(), onChange: () => {}, onRound: (report) => reports.push(report) });
  engine.configure(watchlist);
  engine.start();
  await clock.advance(20_000);
  return engine;
}

const emptyLists = ({ kind }: Question) => (kind === 'terminal' ? undefined : list());
const told = () => reports.flatMap(({ events }) => events).map(({ kind, poiid }) => `${kind} ${poiid}`);
const away = (poiids: readonly string[]) => poiids.map((poiid) => `disconnected ${poiid}`);
const statuses = (engine: Engine) =>
  new Set(engine.overview().stores.flatMap(({ terminals }) => terminals.map(({ status }) => status)));

describe('many missing at once', () => {
  it('are told in time and in one round, and how that was confirmed is known', async () => {
    const engine = await watch();
    const before = vendor.questions.length;
    vendor.drop(...twelve);
    await clock.advance(17_000);
    expect(told()).toEqual(away(twelve));
    expect(reports.filter(({ events }) => events.length > 0)).toHaveLength(1);
    // The regular list, the one that confirms, and three of them.
    const own = ['terminal', 'terminal', 'terminal'];
    expect(vendor.questions.slice(before).map(({ kind }) => kind)).toEqual(['store', 'store', ...own]);
    expect(engine.confirmedBy('shop', 'T5')).toBe('list-and-sample');
  });

  it('are told in time though one of them comes back while it is asked for', async () => {
    await watch();
    vendor.drop(...twelve);
    answered = ({ kind }) => {
      // Both lists that lack it have come by then.
      if (kind === 'store' && vendor.asked('store') === 3) vendor.connect('A', 'T0');
    };
    await clock.advance(17_000);
    expect(told()).toEqual(away(twelve.slice(1)));
    expect(vendor.asked('terminal')).toBe(3);
  });

  it('are told by lists in a row where no own request is answered', async () => {
    const engine = await watch();
    vendor.fail(timeout, 'terminal');
    vendor.drop(...twelve);
    await clock.advance(60_000);
    expect(told()).toEqual([]);
    await clock.advance(35_000);
    expect(told()).toEqual(away(twelve));
    expect(engine.confirmedBy('shop', 'T5')).toBe('lists-in-row');
  });

  it('are told no sooner than the confirmation that somebody wants to wait for', async () => {
    const pace = { intervalMs: 10_000, confirmationMs: 60_000, closedIntervalMs: null };
    await watch(makeWatchlist([makeStore('A')], { pace }));
    vendor.drop(...twelve);
    await clock.advance(60_000);
    expect(told()).toEqual([]);
    await clock.advance(12_000);
    expect(told()).toEqual(away(twelve));
  });
});

describe('a list that is short by mistake', () => {
  it('after a while without answers is not borne out by who was away before', async () => {
    await watch();
    vendor.drop('T0');
    await clock.advance(40_000);
    vendor.fail(timeout);
    await clock.advance(150_000);
    vendor.fail(null);
    instead = ({ kind }) => (kind === 'terminal' ? undefined : list(...twelve.slice(5)));
    await clock.advance(60_000);
    expect(told()).toEqual(['disconnected T0']);
  });
});

describe('a list that is empty by mistake', () => {
  it('is not borne out by one that really is away', async () => {
    await watch();
    instead = emptyLists;
    vendor.drop('T0');
    await clock.advance(60_000);
    expect(told()).toEqual(['disconnected T0']);
  });

  it('makes no terminal disconnected, each is asked for by its own ID, and once it holds them none is', async () => {
    const engine = await watch();
    instead = emptyLists;
    await clock.advance(20_000);
    expect(statuses(engine)).toEqual(new Set(['connected']));
    await clock.advance(600_000);
    expect(told()).toEqual([]);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { connected: 12 } });

    instead = () => undefined;
    await clock.advance(60_000);
    const before = vendor.asked('terminal');
    await clock.advance(300_000);
    expect(vendor.asked('terminal')).toBe(before);
    expect(told()).toEqual([]);
  });

  it('does not hide who really is away, even from the start', async () => {
    const engine = await watch();
    instead = emptyLists;
    vendor.drop('T7');
    await clock.advance(20_000);
    expect(told()).toEqual(['disconnected T7']);
    expect(engine.confirmedBy('shop', 'T7')).toBe('own-request');
    vendor.drop('T8');
    await clock.advance(37_000);
    vendor.connect('A', 'T7');
    await clock.advance(37_000);
    expect(told()).toEqual(['disconnected T7', 'disconnected T8', 'reconnected T7']);
  });

  it('does not hide that all of them go away for real', async () => {
    await watch();
    instead = emptyLists;
    await clock.advance(60_000);
    vendor.drop(...twelve);
    await clock.advance(37_000);
    expect(told().toSorted()).toEqual(away(twelve).toSorted());
  });

  it('does not mislead one check', async () => {
    instead = emptyLists;
    const watchlist = makeWatchlist([makeStore('A', twelve)]);
    vendor.drop('T7');
    const [result] = await Promise.all([checkOnce(deps(), watchlist), clock.advance(10_000)]);
    expect(result).toMatchObject({ verdict: 'disconnected', counts: { connected: 11, disconnected: 1 } });
  });

  it('of a whole account with more terminals than can be asked for one by one leaves them unknown at worst', async () => {
    const inStore = (store: string) => Array.from({ length: 30 }, (_, at) => `${store}-${at}`);
    vendor = makeVendor(clock, Object.fromEntries(stores.map((store) => [store, inStore(store)])));
    const engine = await watch(makeWatchlist(stores.map((store) => makeStore(store))));
    await clock.advance(50_000);
    const before = vendor.questions.length;
    instead = emptyLists;
    await clock.advance(27_000);
    // The regular list, and the two around the own requests of three; then as many as the budget allows for at once.
    expect(vendor.questions.slice(before, before + 6).map(({ kind }) => kind)).toEqual([
      'account',
      'account',
      'terminal',
      'terminal',
      'terminal',
      'account',
    ]);
    await clock.advance(573_000);
    expect(told()).toEqual([]);
    expect([...statuses(engine)].toSorted()).toEqual(['connected', 'unknown']);
    expect(vendor.questions.length - before).toBeLessThanOrEqual(60 + 10 * 120);
    // What is right again is noticed at once.
    instead = () => undefined;
    await clock.advance(45_000);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { connected: 300 } });
    expect(told()).toEqual([]);
  });
});
