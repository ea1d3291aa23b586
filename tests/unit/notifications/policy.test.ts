import { describe, expect, it } from 'vitest';
import type { TerminalEvent, TerminalEventKind } from '../../../main/monitor/terminal.ts';
import { decide } from '../../../main/notifications/policy.ts';
import { makeOverview, makeStore, makeTerminals } from '../tray/make.ts';
import { eventsOf, makeEvent, makeReport } from './make.ts';

const utrecht = makeStore({ terminals: makeTerminals(['disconnected', 'disconnected', 'connected']) });
const amersfoort = makeStore({
  reference: 'AMF-02',
  name: 'Amersfoort',
  terminals: makeTerminals(['disconnected'], { poiid: 'P400Plus-1' }),
});
const overview = makeOverview([utrecht, amersfoort]);

function decideOn(...events: TerminalEvent[]) {
  return decide(makeReport(events), { overview });
}

const kinds: TerminalEventKind[] = ['disconnected', 'reconnected'];
const table = kinds.flatMap((kind) => [false, true].map((whileAway) => ({ kind, whileAway })));

describe.each(table)('$kind, while away: $whileAway', (given) => {
  it('is told of a watched terminal', () => {
    const event = makeEvent(utrecht, utrecht.terminals[0], given);
    expect(decideOn(event).judgements).toEqual([{ event, outcome: 'notify' }]);
  });

  it('is not told of a terminal that nobody watches', () => {
    const event = makeEvent(utrecht, undefined, given);
    expect(decideOn(event)).toEqual({
      judgements: [{ event, outcome: 'suppress', reason: 'unwatched' }],
      announcement: null,
    });
  });
});

it('has nothing to announce of a quiet round', () => {
  expect(decideOn()).toEqual({ judgements: [], announcement: null });
});

it('does not take a terminal of another account for the watched one', () => {
  const event = makeEvent(utrecht, utrecht.terminals[0], { account: 'other' });
  expect(decideOn(event).judgements).toMatchObject([{ outcome: 'suppress' }]);
});

it('announces all of a round at once, by what happened and by store', () => {
  const events = [...eventsOf(utrecht), ...eventsOf(amersfoort, { whileAway: true })];
  const { judgements, announcement } = decideOn(...events);
  expect(judgements.map(({ event }) => event)).toEqual(events);
  const [first, second, third] = eventsOf(utrecht);
  expect(announcement).toMatchObject({
    seen: {
      disconnected: [
        { store: { name: 'Utrecht Centraal' }, terminals: [{ event: first }, { event: second }] },
      ],
      reconnected: [{ store: { name: 'Utrecht Centraal' }, terminals: [{ event: third }] }],
    },
    away: { disconnected: [{ store: { name: 'Amersfoort' } }], reconnected: [] },
  });
});

it('tells a terminal that moved as one of the store where it is now', () => {
  const moved = makeEvent(amersfoort, amersfoort.terminals[0], { store: utrecht.reference });
  expect(decideOn(moved).announcement?.seen.disconnected).toMatchObject([{ store: { name: 'Amersfoort' } }]);
});

it('leaves the unwatched out of what is announced', () => {
  const { announcement } = decideOn(makeEvent(utrecht, undefined), makeEvent(utrecht, utrecht.terminals[1]));
  expect(announcement?.seen.disconnected[0]?.terminals.map(({ terminal }) => terminal.name)).toEqual([
    'Till 2',
  ]);
});
