import { longestRestMs } from '../../../main/monitor/ticks.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../main/monitor/engine.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { Answer, Question, Source } from '../../../main/monitor/source.ts';
import type { TerminalEvent, TerminalRecord, TerminalStatus } from '../../../main/monitor/terminal.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeEngineDeps, makeStore, makeWatchlist, t0 } from './make.ts';

const vendorError = { status: 0, code: '', message: '', reference: '' };
const failures: Failure[] = [
  { kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 },
  { kind: 'dns', host: 'adyen.test', code: 'EAI_AGAIN' },
  { kind: 'server-error', vendor: vendorError, retryAfterMs: null },
  { kind: 'rate-limited', vendor: vendorError, retryAfterMs: 40_000 },
  { kind: 'forbidden', reason: 'other', vendor: vendorError },
  { kind: 'unreadable', reason: 'not-json' },
];
const kinds = ['account', 'store', 'terminal'] as const;
const scopes = ['all', 'store', 'terminal'] as const;

const terminal = fc.nat({ max: 7 });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 200_000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('drop' as const), terminal }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('connect' as const), terminal }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), terminal, store: fc.nat({ max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      kind: fc.constantFrom(...kinds),
      failure: fc.constantFrom(null, ...failures),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mix up' as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('heal' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sleep' as const),
      ms: fc.integer({ min: 1_000, max: 7_200_000 }),
      told: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set the clock' as const),
      ms: fc.integer({ min: -7_200_000, max: 7_200_000 }).filter((ms) => Math.abs(ms) > 10_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('recheck' as const),
      scope: fc.constantFrom(...scopes),
      terminal,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The real engine against a vendor whose every word is noted; checks after every step what must hold at any time. */
async function play(storeCount: number, steps: readonly Step[]): Promise<void> {
  const clock = createVirtualClock(t0);
  const references = Array.from({ length: storeCount }, (_, at) => `S-${at}`);
  const storeOf = Array.from({ length: 8 }, (_, at) => `S-${at % storeCount}`);
  const placesOf = storeOf.map((store) => new Set([store]));
  const poiids = storeOf.map((_, at) => `V400m-${at}`);
  const connected = new Set(poiids);
  const failing = new Map<Question['kind'], Failure>();
  let mixedUp = false;
  let sleptMs = 0;
  const realNow = () => clock.elapsed() + sleptMs;

  const requests: number[] = [];
  const wrong: string[] = [];
  /** Good answers in a row that lacked a terminal. */
  const absences = new Map<string, number>();
  /** Terminals that two good answers in a row have lacked since they were last told as connected. */
  const twiceAbsent = new Set<string>();
  const saidAt = new Map<string, number>();
  const events: TerminalEvent[] = [];
  let remembered: TerminalRecord[] = [];

  function list(question: Question): string[] {
    return poiids.filter((poiid, at) => {
      if (!connected.has(poiid)) return false;
      if (question.kind === 'account') return true;
      return question.kind === 'store' ? question.store === storeOf[at] : question.poiid === poiid;
    });
  }

  /** A list says something of whoever is in its store, or was: the engine may not know yet that it moved. */
  function isAbout(question: Question, at: number): boolean {
    if (question.kind === 'account') return true;
    return question.kind === 'store'
      ? placesOf[at]?.has(question.store) === true
      : question.poiid === poiids[at];
  }

  function answer(question: Question): Answer {
    const failure = failing.get(question.kind);
    if (failure) return { ok: false, failure, tookMs: 0 };
    if (mixedUp && question.kind === 'terminal') {
      return { ok: false, failure: { kind: 'unreadable', reason: 'wrong-shape' }, tookMs: 0 };
    }
    const there = mixedUp ? [] : list(question);
    for (const [at, poiid] of poiids.entries()) {
      if (!isAbout(question, at)) continue;
      const missed = there.includes(poiid) ? 0 : (absences.get(poiid) ?? 0) + 1;
      absences.set(poiid, missed);
      if (missed > 1) twiceAbsent.add(poiid);
      saidAt.set(poiid, realNow());
    }
    return { ok: true, connected: mixedUp ? ['P400-1'] : there, tookMs: 0 };
  }

  function start(): Engine {
    const mine = new Set<string>();
    const source: Source = {
      ask(question, signal) {
        const key =
          question.kind === 'account'
            ? 'account'
            : question.kind === 'store'
              ? `store ${question.store}`
              : `terminal ${question.poiid}`;
        if (mine.has(key)) wrong.push(`${key} is asked twice at a time`);
        mine.add(key);
        requests.push(clock.elapsed());
        return new Promise((resolve) => {
          clock.after(300, () => {
            mine.delete(key);
            if (!signal?.aborted) resolve(answer(question));
          });
        });
      },
    };
    const engine = createEngine({
      ...makeEngineDeps(clock, source),
      random: () => 0.5,
      remembered,
      onChange: () => {},
      onRound(report) {
        remembered = engine.records();
        for (const event of report.events) {
          if (!poiids.includes(event.poiid)) continue;
          const isSudden = event.kind === 'disconnected' && !twiceAbsent.has(event.poiid);
          if (isSudden) wrong.push(`${event.poiid} is told on one absence`);
          if (event.kind === 'reconnected') twiceAbsent.delete(event.poiid);
          events.push(event);
        }
      },
    });
    engine.configure(makeWatchlist(references.map((reference) => makeStore(reference))));
    engine.start();
    return engine;
  }

  let engine = start();
  const statuses = () =>
    new Map(
      engine
        .overview()
        .stores.flatMap(({ terminals }) => terminals.map(({ poiid, status }) => [poiid, status] as const)),
    );

  async function wait(ms: number): Promise<void> {
    const blind = !mixedUp && kinds.every((kind) => failing.has(kind));
    await clock.advance(1_000);
    const before = statuses();
    await clock.advance(ms);
    if (!blind) return;
    for (const [poiid, status] of statuses()) {
      const was: TerminalStatus | undefined = before.get(poiid);
      if (status !== was) expect(status).toBe('unknown');
    }
  }

  for (const taken of steps) {
    const poiid = 'terminal' in taken ? (poiids[taken.terminal] ?? '') : '';
    switch (taken.do) {
      case 'wait':
        await wait(taken.ms);
        break;
      case 'drop':
        connected.delete(poiid);
        break;
      case 'connect':
        connected.add(poiid);
        break;
      case 'move':
        storeOf[taken.terminal] = `S-${taken.store % storeCount}`;
        placesOf[taken.terminal]?.add(`S-${taken.store % storeCount}`);
        break;
      case 'fail':
        if (taken.failure) failing.set(taken.kind, taken.failure);
        else failing.delete(taken.kind);
        break;
      case 'mix up':
        mixedUp = taken.on;
        break;
      case 'heal':
        failing.clear();
        mixedUp = false;
        break;
      case 'sleep':
        if (taken.told) engine.suspend();
        clock.sleep(taken.ms);
        sleptMs += taken.ms;
        if (taken.told) engine.resume();
        break;
      case 'set the clock':
        clock.set(clock.now() + taken.ms);
        break;
      case 'recheck':
        void engine.recheck(
          taken.scope === 'all'
            ? { kind: 'all' }
            : taken.scope === 'store'
              ? { kind: 'store', account: 'shop', store: storeOf[taken.terminal] ?? '' }
              : { kind: 'terminal', account: 'shop', poiid },
        );
        break;
      case 'restart':
        engine.stop();
        engine = start();
        break;
    }
    await clock.advance(longestRestMs + 1);
    for (const [known, status] of statuses()) {
      if (!poiids.includes(known) || status === 'unknown' || status === 'disconnected') continue;
      // Three rounds with their jitter, and the tick that notices.
      expect(realNow() - (saidAt.get(known) ?? -Infinity)).toBeLessThanOrEqual(3 * 30_000 + 3_000);
    }
  }
  engine.stop();

  expect(wrong).toEqual([]);
  for (const known of poiids) {
    const told = events.filter((event) => event.poiid === known && event.kind !== 'unstable');
    told.forEach(({ kind }, at) => expect(kind).toBe(at % 2 === 0 ? 'disconnected' : 'reconnected'));
  }
  requests.forEach((from, first) => {
    const within = requests.slice(first).filter((at) => at - from <= 60_000).length;
    expect(within).toBeLessThanOrEqual(60 + 120);
  });
}

it.each([
  ['asked store by store', 2],
  ['asked as a whole', 5],
])(
  'whatever happens to an account that is %s: nothing is told on one absence or twice, no failure changes a state, nothing old is green, no target is asked twice at a time, no budget is exceeded',
  async (_, storeCount) => {
    const anything = fc.asyncProperty(fc.array(step, { maxLength: 40 }), (steps) => play(storeCount, steps));
    await expect(fc.assert(anything, { numRuns: 60 })).resolves.toBeUndefined();
  },
  60_000,
);
