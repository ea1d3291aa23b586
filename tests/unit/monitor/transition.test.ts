import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation, TerminalRecord, TerminalStatus } from '../../../main/monitor/terminal.ts';
import { observe, unseen, type EvidencePolicy } from '../../../main/monitor/transition.ts';
import { makeRecord, t0 } from './make.ts';

const policy: EvidencePolicy = { staleAfterMs: 90_000, listsThatConfirm: 3, listsSpanMs: 60_000 };

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

// Previous state, observation → next state, event if last told connected, event if last told disconnected.
const table: [
  TerminalStatus,
  Observation,
  TerminalStatus,
  'disconnected' | null,
  'reconnected' | 'disconnected' | null,
][] = [
  ['connected', 'present', 'connected', null, 'reconnected'],
  ['connected', 'absent', 'suspect', null, null],
  ['connected', 'absent-confirmed', 'suspect', null, null],
  ['connected', 'silence', 'connected', null, null],
  ['suspect', 'present', 'connected', null, 'reconnected'],
  ['suspect', 'absent', 'suspect', null, null],
  ['suspect', 'absent-confirmed', 'disconnected', 'disconnected', null],
  ['suspect', 'silence', 'suspect', null, null],
  ['disconnected', 'present', 'connected', null, 'reconnected'],
  ['disconnected', 'absent', 'disconnected', null, null],
  ['disconnected', 'absent-confirmed', 'disconnected', null, null],
  ['disconnected', 'silence', 'disconnected', null, null],
  ['unknown', 'present', 'connected', null, 'reconnected'],
  ['unknown', 'absent', 'suspect', null, null],
  ['unknown', 'absent-confirmed', 'suspect', null, null],
  ['unknown', 'silence', 'unknown', null, null],
];

describe('what an observation makes of a terminal', () => {
  it('is stated for every pair of state and observation', () => {
    const pairs = new Set(table.map(([status, observation]) => `${status} ${observation}`));
    expect(pairs.size).toBe(statuses.length * observations.length);
  });

  it.each(table)('%s, %s → %s', (status, observation, next, ifToldConnected, ifToldDisconnected) => {
    for (const told of ['connected', null] as const) {
      const { record, event } = observe(inState(status, told), observation, t0, policy);
      expect(record.status).toBe(next);
      expect(event?.kind ?? null).toBe(ifToldConnected);
    }
    const { record, event } = observe(inState(status, 'disconnected'), observation, t0, policy);
    expect(record.status).toBe(next);
    expect(event?.kind ?? null).toBe(ifToldDisconnected);
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

describe('whatever is observed in whatever order', () => {
  const step = fc.record({
    observation: fc.constantFrom(...observations),
    after: fc.integer({ min: 0, max: 200_000 }),
  });

  it('tells alternately of drops and returns, beginning with a drop', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let record = unseen('shop', 'UTR-01', 'V400m-324688179', t0);
        let now = t0;
        const told: string[] = [];
        for (const { observation, after } of steps) {
          now += after;
          const next = observe(record, observation, now, policy);
          record = next.record;
          if (next.event) told.push(next.event.kind);
        }
        told.forEach((kind, index) => expect(kind).toBe(index % 2 === 0 ? 'disconnected' : 'reconnected'));
      }),
    );
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
