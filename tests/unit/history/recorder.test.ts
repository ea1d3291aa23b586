import { describe, expect, it } from 'vitest';
import type { Change, OpenIncident } from '../../../main/history/changes.ts';
import { createRecorder, type RecorderDeps } from '../../../main/history/recorder.ts';
import type { Overview, TerminalOverview } from '../../../main/monitor/overview-types.ts';
import { createEngine } from '../../../main/monitor/engine.ts';
import type { NotificationDecision } from '../../../main/notifications/decision.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeEngineDeps, makeStore, makeWatchlist } from '../monitor/make.ts';
import { makeVendor } from '../monitor/vendor.ts';
import { alwaysNew, makeOverview, makeStoreOverview, makeTerminalOverview } from './make.ts';

const second = 1000;
const minute = 60 * second;
/** On a day without a change of clocks, at noon. */
const t0 = Date.UTC(2026, 10, 24, 12);

type Terminals = Record<string, Partial<TerminalOverview>>;

const watching = (terminals: Terminals, reference = 'UTR-01'): Overview =>
  makeOverview([
    makeStoreOverview(
      reference,
      Object.entries(terminals).map(([poiid, about]) => makeTerminalOverview(poiid, about)),
    ),
  ]);

function startRecorder(deps: Partial<RecorderDeps> = {}) {
  const recorder = createRecorder({
    open: [],
    accountOf: (id) => `test/${id}`,
    confirmedBy: () => 'own-request',
    restartOf: () => null,
    isAcknowledged: () => false,
    knowledgeOf: alwaysNew(),
    ...deps,
  });
  let now = t0;
  return {
    ...recorder,
    /** Time passes, and this is what is known then. */
    after(ms: number, terminals: (now: number) => Terminals, reference?: string): Change[] {
      now += ms;
      return recorder.look(watching(terminals(now), reference), now);
    },
  };
}

const connected = (at: number, since = t0) => ({ status: 'connected', since, checkedAt: at }) as const;
const missed = (at: number, since = at) => ({ status: 'suspect', since, checkedAt: at }) as const;
const gone = (at: number, since: number) => ({ status: 'disconnected', since, checkedAt: at }) as const;
const unheard = (at: number, since: number) => ({ status: 'unknown', since, checkedAt: at }) as const;

const names = (changes: Change[]) => changes.map(({ kind }) => kind);

describe('a look', () => {
  it('names what it finds once, and records what is known of it', () => {
    const { after } = startRecorder();
    expect(after(0, (now) => ({ A: connected(now) }))).toEqual([
      { kind: 'place', place: 0, account: 'test/shop', store: 'UTR-01', name: 'UTR-01' },
      { kind: 'terminal', terminal: 0, account: 'test/shop', poiid: 'A', name: 'A' },
      { kind: 'begin', terminal: 0, place: 0, up: true, from: t0 },
      { kind: 'seen', places: [0], at: t0 },
    ]);
    expect(after(30 * second, (now) => ({ A: connected(now) }))).toEqual([
      { kind: 'seen', places: [0], at: t0 + 30 * second },
    ]);
  });

  it('records nothing where nothing is new', () => {
    const { after } = startRecorder();
    after(0, () => ({ A: connected(t0) }));
    expect(after(100, () => ({ A: connected(t0) }))).toEqual([]);
  });

  it('says of a store only what holds for all of it', () => {
    const { after } = startRecorder();
    after(0, (now) => ({ A: connected(now), B: connected(now) }));
    expect(after(30 * second, (now) => ({ A: connected(now), B: connected(t0) }))).toEqual([]);
  });

  it('does not record a terminal that was never once seen', () => {
    const { after } = startRecorder();
    expect(names(after(0, (now) => ({ A: { ...gone(now, now), neverSeen: true } })))).toEqual([
      'place',
      'terminal',
    ]);
  });

  it('does not record what has no name in the history', () => {
    const { after } = startRecorder({ accountOf: () => null });
    expect(after(0, (now) => ({ A: connected(now) }))).toEqual([]);
  });

  it('ends what is not watched any more when it was last sure', () => {
    const { after } = startRecorder();
    after(0, (now) => ({ A: connected(now), B: connected(now) }));
    after(30 * second, (now) => ({ A: connected(now), B: connected(now) }));
    expect(after(30 * second, (now) => ({ B: connected(now) }))).toEqual([
      { kind: 'seen', places: [0], at: t0 + minute },
      { kind: 'end', terminal: 0, at: t0 + 30 * second },
    ]);
    expect(names(after(30 * second, (now) => ({ B: connected(now) })))).toEqual(['seen']);
  });

  it('follows a terminal into another store', () => {
    const { after } = startRecorder();
    after(0, (now) => ({ A: connected(now) }));
    expect(after(30 * second, (now) => ({ A: connected(now) }), 'AMS-02')).toMatchObject([
      { kind: 'place', place: 1 },
      { kind: 'end', terminal: 0, at: t0 },
      { kind: 'begin', terminal: 0, place: 1, from: t0 + 30 * second },
      { kind: 'seen', places: [1] },
    ]);
  });

  it('records a new name', () => {
    const { after } = startRecorder();
    after(0, () => ({ A: connected(t0) }));
    expect(after(100, () => ({ A: { ...connected(t0), name: 'Till 1' } }))).toEqual([
      { kind: 'terminal', terminal: 0, account: 'test/shop', poiid: 'A', name: 'Till 1' },
    ]);
  });

  it('takes back what was recorded for a time that is yet to come, once the clock is set back', () => {
    const { after } = startRecorder();
    after(0, (now) => ({ A: connected(now) }));
    expect(after(-60 * minute, () => ({ A: connected(t0) }))).toEqual([
      { kind: 'end', terminal: 0, at: t0 },
      { kind: 'rewind', now: t0 - 60 * minute },
      { kind: 'begin', terminal: 0, place: 0, up: true, from: t0 - 60 * minute },
      { kind: 'seen', places: [0], at: t0 - 60 * minute },
    ]);
  });
});

describe('an incident', () => {
  /** Missed after half a minute, for sure 5 s later. */
  function drop(deps: Partial<RecorderDeps> = {}) {
    const recorder = startRecorder(deps);
    recorder.after(0, (now) => ({ A: connected(now) }));
    const start = t0 + 30 * second;
    recorder.after(30 * second, (now) => ({ A: missed(now) }));
    const changes = recorder.after(5 * second, (now) => ({ A: gone(now, start) }));
    return { recorder, start, changes };
  }

  it('begins with what was missed, once that is sure', () => {
    const { changes, start } = drop();
    const confirmed = start + 5 * second;
    expect(changes).toEqual([
      { kind: 'begin', terminal: 0, place: 0, up: false, from: start },
      {
        kind: 'incident',
        terminal: 0,
        place: 0,
        cause: 'terminal',
        start,
        confirmed,
        confirmedBy: 'own-request',
        end: null,
      },
      { kind: 'seen', places: [0], at: confirmed },
    ]);
  });

  it('is none where the terminal was back before it was sure', () => {
    const { after } = startRecorder();
    after(0, (now) => ({ A: connected(now) }));
    after(30 * second, (now) => ({ A: missed(now) }));
    expect(names(after(5 * second, (now) => ({ A: connected(now) })))).toEqual(['resume', 'seen']);
  });

  it('ends with the first answer that has the terminal', () => {
    const { recorder, start } = drop();
    const changes = recorder.after(2 * minute, (now) => ({ A: connected(now, now) }));
    const end = start + 5 * second + 2 * minute;
    expect(changes).toContainEqual({ kind: 'over', terminal: 0, at: end });
    expect(changes).toContainEqual({ kind: 'begin', terminal: 0, place: 0, up: true, from: end });
  });

  it('out of sight goes on where the same outage is confirmed again', () => {
    const { recorder, start } = drop();
    const seen = start + 5 * second;
    expect(recorder.after(5 * minute, () => ({ A: unheard(seen, seen) }))).toEqual([
      { kind: 'end', terminal: 0, at: seen },
      { kind: 'lost', terminal: 0, at: seen },
    ]);
    recorder.after(minute, (now) => ({ A: missed(now, start) }));
    expect(names(recorder.after(5 * second, (now) => ({ A: gone(now, start) })))).toEqual([
      'begin',
      'goes-on',
      'seen',
    ]);
  });

  it('out of sight ended at some time where the terminal is back', () => {
    const { recorder, start } = drop();
    recorder.after(5 * minute, () => ({ A: unheard(start + 5 * second, start) }));
    const changes = recorder.after(minute, (now) => ({ A: connected(now, now) }));
    expect(changes).toContainEqual({ kind: 'over', terminal: 0, at: null });
  });

  it('out of sight is another one where the terminal has been back meanwhile', () => {
    const { recorder, start } = drop();
    recorder.after(5 * minute, () => ({ A: unheard(start + 5 * second, start) }));
    recorder.after(minute, (now) => ({ A: missed(now) }));
    const changes = recorder.after(5 * second, (now) => ({ A: gone(now, now - 5 * second) }));
    expect(names(changes)).toEqual(['begin', 'over', 'incident', 'seen']);
    expect(changes).toContainEqual({ kind: 'over', terminal: 0, at: null });
  });

  it.each<[string, Partial<OpenIncident>, string[]]>([
    ['goes on', {}, ['goes-on']],
    ['is over, and another one has begun', { start: t0 - 60 * minute }, ['over', 'incident']],
  ])('of the last run %s', (_, about, expected) => {
    const open: OpenIncident = {
      account: 'test/shop',
      poiid: 'a',
      start: t0 - 5 * second,
      cause: 'terminal',
      acknowledged: false,
      told: null,
      ...about,
    };
    const { after } = startRecorder({ open: [open] });
    after(0, (now) => ({ A: missed(now, t0 - 5 * second) }));
    const changes = names(after(5 * second, (now) => ({ A: gone(now, t0 - 5 * second) })));
    expect(changes.filter((kind) => kind !== 'begin' && kind !== 'seen')).toEqual(expected);
  });

  it('is the store’s where all of it dropped together', () => {
    const { after } = startRecorder();
    after(0, (now) => ({ A: connected(now), B: connected(now) }));
    const start = t0 + 30 * second;
    after(30 * second, (now) => ({ A: missed(now), B: missed(now) }));
    const changes = after(5 * second, (now) => ({ A: gone(now, start), B: gone(now, start) }));
    expect(changes.filter(({ kind }) => kind === 'cause')).toEqual([
      { kind: 'cause', terminal: 0, cause: 'store' },
      { kind: 'cause', terminal: 1, cause: 'store' },
    ]);
  });

  it('is each terminal’s own where the last one dropped an hour after the others', () => {
    const { after } = startRecorder();
    after(0, (now) => ({ A: connected(now), B: connected(now) }));
    after(30 * second, (now) => ({ A: gone(now, now), B: connected(now) }));
    const changes = after(60 * minute, (now) => ({ A: gone(now, t0 + 30 * second), B: gone(now, now) }));
    expect(names(changes)).not.toContain('cause');
  });

  it('of an unstable terminal says so', () => {
    const { recorder, start } = drop();
    const changes = recorder.after(30 * second, (now) => ({ A: { ...gone(now, start), unstable: true } }));
    expect(changes).toContainEqual({ kind: 'cause', terminal: 0, cause: 'unstable' });
  });

  it('is acknowledged once', () => {
    let known = false;
    const { recorder, start } = drop({ isAcknowledged: () => known });
    known = true;
    const look = () => recorder.after(minute, (now) => ({ A: gone(now, start) }));
    expect(names(look())).toEqual(['acknowledged', 'seen']);
    expect(names(look())).toEqual(['seen']);
  });

  describe('and what people were told of it', () => {
    const decision = (about: Partial<NotificationDecision>): NotificationDecision => ({
      at: t0,
      round: 1,
      kind: 'disconnected',
      account: 'shop',
      store: 'UTR-01',
      poiid: 'A',
      outcome: about.reason ? 'suppress' : 'notify',
      reason: null,
      ...about,
    });
    const decided = (about: Partial<NotificationDecision>) => {
      const { at, kind, reason, store, poiid } = decision(about);
      return { kind: 'decided', decided: { at, kind, reason, account: 'test/shop', store, poiid } };
    };
    const told = (about: Partial<NotificationDecision>) => {
      const { at, kind, reason } = decision(about);
      return [decided(about), { kind: 'told', terminal: 0, told: { at, kind, reason } }];
    };

    it('why they were not, and that they were in the end', () => {
      const { recorder } = drop();
      const kept = { reason: 'outside-hours' } as const;
      expect(recorder.decided([decision(kept)])).toEqual(told(kept));
      const summary = { kind: 'opening-summary', poiid: null } as const;
      expect(recorder.decided([decision(summary)])).toEqual(told(summary));
    });

    it('is not undone by what they were not told later', () => {
      const { recorder } = drop();
      recorder.decided([decision({})]);
      const later = { kind: 'still-disconnected', reason: 'switched-off' } as const;
      expect(recorder.decided([decision(later)])).toEqual([decided(later)]);
    });

    it.each<[string, Partial<NotificationDecision>]>([
      ['a return', { kind: 'reconnected' }],
      ['an account that gives no answers', { kind: 'attention', poiid: null, store: null }],
      ['another terminal', { poiid: 'B' }],
      ['another store', { poiid: null, store: 'AMS-02' }],
    ])('is nothing to do with %s, which is recorded by itself', (_, about) => {
      const { recorder } = drop();
      expect(recorder.decided([decision(about)])).toEqual([decided(about)]);
    });

    it('leaves out an account that is not on record', () => {
      const { recorder } = drop({ accountOf: (id) => (id === 'shop' ? 'test/shop' : null) });
      expect(recorder.decided([decision({ account: 'other' })])).toEqual([]);
    });
  });

  it('of a planned restart is recorded whole, and goes neither as up nor as down', () => {
    const restart = { at: '12:00', graceMinutes: 15, timeZone: 'UTC' };
    const { after } = startRecorder({ restartOf: () => restart });
    after(0, (now) => ({ A: connected(now) }));
    const start = t0 + 30 * second;
    after(30 * second, (now) => ({ A: missed(now) }));
    after(5 * second, (now) => ({ A: missed(now, start) }));
    const changes = after(2 * minute, (now) => ({ A: connected(now) }));
    const end = start + 5 * second + 2 * minute;
    expect(changes).toMatchObject([
      { kind: 'begin', up: true, from: end },
      { kind: 'incident', cause: 'restart', start, end },
      { kind: 'seen' },
    ]);
  });
});

it('terminals of which nothing is new are not looked at', async () => {
  const clock = createVirtualClock(t0);
  const { source } = makeVendor(clock, { A: ['T1', 'T2'] });
  const engine = createEngine({
    ...makeEngineDeps(clock, source),
    onChange: () => {},
    onRound: () => {},
  });
  engine.configure(makeWatchlist([makeStore('A')]));
  engine.start();
  await clock.advance(61_000);
  const recorder = createRecorder({
    open: [],
    accountOf: (id) => id,
    confirmedBy: () => null,
    restartOf: () => null,
    isAcknowledged: () => false,
    knowledgeOf: engine.knowledgeOf,
  });
  let looks = 0;
  const look = () => {
    const overview = engine.overview();
    const stores = overview.stores.map((one) => ({
      ...one,
      get terminals() {
        looks += 1;
        return engine.overview().stores[0]?.terminals ?? [];
      },
    }));
    return recorder.look({ ...overview, stores }, clock.now());
  };
  expect(look().map(({ kind }) => kind)).toEqual(['place', 'terminal', 'begin', 'terminal', 'begin', 'seen']);
  const once = looks;
  await clock.advance(30_000);
  expect(look().map(({ kind }) => kind)).toEqual(['seen']);
  expect(looks).toBe(once);
});
