import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Observation,
  TerminalEventKind,
  TerminalRecord,
  TerminalStatus,
} from '../../../main/monitor/terminal.ts';
import {
  confirmed,
  isSteady,
  observe,
  unseen,
  type EvidencePolicy,
} from '../../../main/monitor/transition.ts';
import { makeRecord, t0 } from './make.ts';

const policy: EvidencePolicy = {
  staleAfterMs: 90_000,
  listsThatConfirm: 3,
  listsSpanMs: 60_000,
  answersThatRestore: 2,
  restarting: false,
  flapping: { changes: 5, windowMs: 1_800_000, calmMs: 600_000 },
};

const statuses: TerminalStatus[] = ['connected', 'suspect', 'disconnected', 'unknown'];
const observations: Observation[] = ['present', 'absent', 'absent-confirmed', 'silence'];
type Told = TerminalRecord['told'];

/** A record as it really comes about in each state. */
function inState(status: TerminalStatus, told: Told): TerminalRecord {
  switch (status) {
    case 'connected':
      return makeRecord({ told });
    case 'suspect':
      return makeRecord({ status, told, since: t0 - 5_000, outageSince: t0 - 5_000, misses: 1 });
    case 'disconnected':
      return makeRecord({
        status,
        told,
        since: t0 - 60_000,
        outageSince: t0 - 60_000,
        connectedSince: null,
        misses: 2,
      });
    case 'unknown':
      return makeRecord({
        status,
        told,
        since: t0 - 60_000,
        connectedSince: null,
        outageSince: told === 'disconnected' ? t0 - 600_000 : null,
      });
  }
}

// Previous state, observation → next state.
const table: [TerminalStatus, Observation, TerminalStatus][] = [
  ['connected', 'present', 'connected'],
  ['connected', 'absent', 'suspect'],
  ['connected', 'absent-confirmed', 'suspect'],
  ['connected', 'silence', 'connected'],
  ['suspect', 'present', 'connected'],
  ['suspect', 'absent', 'suspect'],
  ['suspect', 'absent-confirmed', 'disconnected'],
  ['suspect', 'silence', 'suspect'],
  ['disconnected', 'present', 'connected'],
  ['disconnected', 'absent', 'disconnected'],
  ['disconnected', 'absent-confirmed', 'disconnected'],
  ['disconnected', 'silence', 'disconnected'],
  ['unknown', 'present', 'connected'],
  ['unknown', 'absent', 'suspect'],
  ['unknown', 'absent-confirmed', 'suspect'],
  ['unknown', 'silence', 'unknown'],
];

// State now, last told → event.
const telling: [TerminalStatus, Told, TerminalEventKind | null][] = [
  ['connected', null, null],
  ['connected', 'connected', null],
  ['connected', 'disconnected', 'reconnected'],
  ['suspect', null, null],
  ['suspect', 'connected', null],
  ['suspect', 'disconnected', null],
  ['disconnected', null, 'disconnected'],
  ['disconnected', 'connected', 'disconnected'],
  ['disconnected', 'disconnected', null],
];

describe('what an observation makes of a terminal', () => {
  it('is stated for every pair of state and observation', () => {
    const pairs = new Set(table.map(([status, observation]) => `${status} ${observation}`));
    expect(pairs.size).toBe(statuses.length * observations.length);
  });

  it('is stated in the same words above the function', () => {
    const source = readFileSync(new URL('../../../main/monitor/transition.ts', import.meta.url), 'utf8');
    const rows = [...source.matchAll(/^ \* \| (.*) \|$/gm)].map(([, row = '']) =>
      row.split('|').map((cell) => cell.replaceAll(/[¹²³]/g, '').trim()),
    );
    const [heading = [], ...lines] = rows;
    const stated = lines.flatMap(([status, ...cells]) =>
      cells.map((next, at) => [status, heading[at + 1], next]),
    );
    // Silence changes something only once knowledge is old: tested below.
    const fresh = stated.map(([status, what, next]) => [
      status,
      what,
      next === 'unknown once stale' ? status : next,
    ]);
    expect(fresh).toEqual(table);
  });

  it.each(table)('%s, %s → %s, whatever was told', (status, observation, next) => {
    for (const told of [null, 'connected', 'disconnected'] as const) {
      expect(observe(inState(status, told), observation, t0, policy).record.status).toBe(next);
    }
  });

  it.each(telling)('%s, last told %s → %s, however it came about', (status, told, kind) => {
    const ways = table.filter(([, observation, next]) => next === status && observation !== 'silence');
    expect(ways.length).toBeGreaterThan(0);
    for (const [before, observation] of ways) {
      const { record, event } = observe(inState(before, told), observation, t0, policy);
      expect(event?.kind ?? null).toBe(kind);
      expect(record.told).toBe(status === 'suspect' ? told : status);
    }
  });

  it.each(statuses)('%s tells nothing by silence', (status) => {
    expect(observe(inState(status, 'connected'), 'silence', t0 + 1e9, policy).event).toBeNull();
  });

  it.each(statuses)(
    '%s turns unknown when knowledge is older than three rounds, and not before',
    (status) => {
      const record = inState(status, 'connected');
      const evidenceAt = record.evidenceAt ?? 0;
      expect(observe(record, 'silence', evidenceAt + 90_000, policy).record.status).toBe(status);
      const stale = observe(record, 'silence', evidenceAt + 90_001, policy);
      expect(stale.record.status).toBe('unknown');
      expect(stale.event).toBeNull();
    },
  );
});

describe('times', () => {
  it('a blip does not restart the count of a connection', () => {
    const before = makeRecord();
    const { record: suspect } = observe(before, 'absent', t0, policy);
    const { record: after } = observe(suspect, 'present', t0 + 5_000, policy);
    expect(after.since).toBe(before.since);
    expect(after.outageSince).toBeNull();
  });

  it('an outage counts from the first answer without the terminal', () => {
    const { record: suspect } = observe(makeRecord(), 'absent', t0, policy);
    const { record, event } = observe(suspect, 'absent-confirmed', t0 + 5_000, policy);
    expect(record.since).toBe(t0);
    expect(event).toMatchObject({ at: t0 + 5_000, outageSince: t0 });
  });

  it('an outage that we lost sight of still counts from its begin', () => {
    const down = inState('disconnected', 'disconnected');
    const { record: lost } = observe(down, 'silence', t0 + 600_000, policy);
    const { event } = observe(lost, 'present', t0 + 700_000, policy);
    expect(event).toMatchObject({ kind: 'reconnected', outageSince: t0 - 60_000 });
  });

  it('a connection that nobody watched for a while counts anew', () => {
    const { record: lost } = observe(makeRecord(), 'silence', t0 + 600_000, policy);
    const { record } = observe(lost, 'present', t0 + 700_000, policy);
    expect(record.since).toBe(t0 + 700_000);
  });
});

describe('a suspect whose own request never answers', () => {
  it('is confirmed by the third list in a row without it, over two intervals', () => {
    let { record } = observe(makeRecord(), 'absent', t0, policy);
    ({ record } = observe(record, 'absent', t0 + 30_000, policy));
    expect(record.status).toBe('suspect');
    const third = observe(record, 'absent', t0 + 60_000, policy);
    expect(third.record.status).toBe('disconnected');
    expect(third.event?.kind).toBe('disconnected');
  });

  it('is not confirmed by three lists in a hurry', () => {
    let { record } = observe(makeRecord(), 'absent', t0, policy);
    for (const ms of [1_000, 2_000, 3_000]) ({ record } = observe(record, 'absent', t0 + ms, policy));
    expect(record.status).toBe('suspect');
  });
});

describe('a planned restart', () => {
  const restarting = { ...policy, restarting: true };

  it('holds a drop, and the terminal that is back in time was never away', () => {
    const { record: missed } = observe(makeRecord(), 'absent', t0, restarting);
    const { record, event } = observe(missed, 'absent-confirmed', t0 + 5_000, restarting);
    expect(record.status).toBe('suspect');
    expect(event).toBeNull();
    expect(observe(record, 'present', t0 + 90_000, restarting).event).toBeNull();
  });

  it('that is over lets the drop be told, from its real begin', () => {
    let { record } = observe(makeRecord(), 'absent', t0, restarting);
    ({ record } = observe(record, 'absent', t0 + 30_000, restarting));
    ({ record } = observe(record, 'absent', t0 + 60_000, restarting));
    expect(record.status).toBe('suspect');
    const { event } = observe(record, 'absent', t0 + 900_000, policy);
    expect(event).toMatchObject({ kind: 'disconnected', outageSince: t0 });
  });
});

describe('an unstable terminal', () => {
  /** Drops and returns in turn, a minute for each, beginning with a drop. */
  function swing(times: number, from = makeRecord(), start = t0) {
    let record = from;
    let now = start;
    const events: TerminalEventKind[] = [];
    const step = (observation: Observation) => {
      const outcome = observe(record, observation, now, policy);
      record = outcome.record;
      if (outcome.event) events.push(outcome.event.kind);
    };
    for (let turn = 0; turn < times; turn += 1) {
      now += 60_000;
      if (record.status === 'disconnected') {
        step('present');
        if (record.flapping) step('present');
      } else {
        step('absent');
        step('absent-confirmed');
      }
    }
    return { record, events, now };
  }

  it('is told once, in place of its third drop, and then no more', () => {
    const { record, events } = swing(20);
    expect(events).toEqual(['disconnected', 'reconnected', 'disconnected', 'reconnected', 'unstable']);
    expect(record.flapping).toBe(true);
  });

  it('comes back with the second good answer in a row only', () => {
    const { record, now } = swing(5);
    expect(record.status).toBe('disconnected');
    const once = observe(record, 'present', now + 1_000, policy).record;
    expect(once.status).toBe('disconnected');
    expect(observe(once, 'present', now + 31_000, policy).record.status).toBe('connected');
    const missedAgain = observe(once, 'absent', now + 31_000, policy).record;
    expect(observe(missedAgain, 'present', now + 61_000, policy).record.status).toBe('disconnected');
  });

  it('that settles as it was last told ends in silence', () => {
    const { record, now } = swing(6);
    const { record: calm, event } = observe(record, 'present', now + 600_000, policy);
    expect(event).toBeNull();
    expect(calm).toMatchObject({ status: 'connected', flapping: false, swings: [] });
  });

  it('that settles otherwise than last told says so', () => {
    const { record, now } = swing(5);
    const { record: calm, event } = observe(record, 'absent', now + 600_000, policy);
    expect(event?.kind).toBe('disconnected');
    expect(calm.flapping).toBe(false);
  });

  it('that is seen again just as it settles is not told as disconnected', () => {
    const { record, now } = swing(5);
    const seen = observe(record, 'present', now + 600_000, policy);
    expect(seen.event).toBeNull();
    const back = observe(seen.record, 'present', now + 630_000, policy);
    expect(back.event).toBeNull();
    expect(back.record.status).toBe('connected');
  });

  it('is only one whose changes are close together', () => {
    let { record, now } = swing(0);
    for (let day = 0; day < 10; day += 1) {
      ({ record, now } = swing(2, record, now + 1_800_000));
      expect(record.flapping).toBe(false);
    }
  });

  it('is not made of changes of long ago by a setting of fewer', () => {
    const { record, now } = swing(4);
    const fewer = { ...policy, flapping: { ...policy.flapping, changes: 3 } };
    const seen = observe(record, 'present', now + 86_400_000, fewer);
    expect(seen.event).toBeNull();
    expect(seen.record.flapping).toBe(false);
  });

  it('is not made by changes that nobody watched', () => {
    let record = makeRecord();
    for (let hour = 1; hour < 20; hour += 1) {
      const now = t0 + hour * 3_600_000;
      const what = hour % 2 ? 'present' : 'absent-confirmed';
      for (const observation of ['silence', what, what] as const) {
        record = observe(record, observation, now, policy).record;
      }
    }
    expect(record.flapping).toBe(false);
  });
});

it('a terminal that has dropped before is steady again as soon as it is back: it costs no more than any other', () => {
  const seen = (['absent', 'absent-confirmed', 'present'] as const).reduce(
    (record, observation, index) => observe(record, observation, t0 + index * 30_000, policy).record,
    makeRecord(),
  );
  expect(seen.swings).toHaveLength(2);
  expect(isSteady(seen)).toBe(true);
});

describe('whatever is observed in whatever order', () => {
  const step = fc.record({
    observation: fc.constantFrom(...observations),
    after: fc.integer({ min: 0, max: 200_000 }),
  });

  it('tells alternately of drops and returns, beginning with a drop, whatever instability comes between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let record = unseen('shop', 'UTR-01', 'V400m-324688179', t0);
        let now = t0;
        const told: string[] = [];
        for (const { observation, after } of steps) {
          now += after;
          const next = observe(record, observation, now, policy);
          record = next.record;
          if (next.event && next.event.kind !== 'unstable') told.push(next.event.kind);
        }
        told.forEach((kind, index) => expect(kind).toBe(index % 2 === 0 ? 'disconnected' : 'reconnected'));
      }),
    );
  });

  it('a steady terminal that is present is confirmed and nothing else', () => {
    let steady = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let record = unseen('shop', 'UTR-01', 'V400m-324688179', t0);
        let now = t0;
        for (const { observation, after } of steps) {
          now += after;
          if (isSteady(record)) {
            steady += 1;
            const seen = observe(record, 'present', now, policy);
            expect(seen).toEqual({ record: confirmed(record, now, 1), event: null });
            const twice = observe(seen.record, 'present', now + after, policy).record;
            expect(twice).toEqual(confirmed(record, now + after, 2));
          }
          record = observe(record, observation, now, policy).record;
        }
      }),
    );
    expect(steady).toBeGreaterThan(0);
  });

  it('never calls a terminal disconnected on a single absence', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let record = unseen('shop', 'UTR-01', 'V400m-324688179', t0);
        let now = t0;
        for (const { observation, after } of steps) {
          now += after;
          const before = record;
          record = observe(before, observation, now, policy).record;
          if (record.status === 'disconnected') {
            expect(['suspect', 'disconnected']).toContain(before.status);
          }
        }
      }),
    );
  });
});
