import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { StoreOverview } from '../../../main/monitor/overview-types.ts';
import type { TerminalEvent, TerminalStatus } from '../../../main/monitor/terminal.ts';
import { decide } from '../../../main/notifications/policy.ts';
import { wording, type Message } from '../../../main/notifications/wording.ts';
import { makeOverview, makeStore, makeTerminal, makeTerminals, minutes, twoPastTwo } from '../tray/make.ts';
import { eventsOf, makeEvent, makeReport } from './make.ts';

const { words } = createSpeech();

function message(stores: StoreOverview[], events: TerminalEvent[]): Message {
  const report = makeReport(events);
  const { announcement } = decide(report, { overview: makeOverview(stores) });
  if (!announcement) throw new Error('nothing was announced');
  return wording(announcement, report.endedAt, words, 'en-GB');
}

/** Everything that is disconnected in the stores just dropped. */
function drops(stores: StoreOverview[]): TerminalEvent[] {
  return stores.flatMap((store) => eventsOf(store)).filter(({ kind }) => kind === 'disconnected');
}

function makeUtrecht(...statuses: TerminalStatus[]): StoreOverview {
  return makeStore({ terminals: makeTerminals(statuses) });
}

function makeAmersfoort(...statuses: TerminalStatus[]): StoreOverview {
  const terminals = statuses.map((status, index) =>
    makeTerminal({ poiid: `P400Plus-${index}`, name: `Desk ${index + 1}`, status }),
  );
  return makeStore({ reference: 'AMF-02', name: 'Amersfoort', terminals });
}

describe('disconnected', () => {
  it.each<[string, StoreOverview[], string, string]>([
    [
      'one',
      [makeUtrecht('disconnected', 'connected')],
      'Till 1 is disconnected',
      'Utrecht Centraal, since 14:02. Check that it is on; if it is, restart it.',
    ],
    [
      'the only one of a store',
      [makeUtrecht('disconnected')],
      'Till 1 is disconnected',
      'Utrecht Centraal, since 14:02. Check that it is on; if it is, restart it.',
    ],
    [
      'several of one store',
      [makeUtrecht('disconnected', 'disconnected', 'connected')],
      '2 of 3 terminals are disconnected',
      'Utrecht Centraal: Till 1 and Till 2, since 14:02. Check that they are on; if they are, restart them.',
    ],
    [
      'many of one store',
      [makeUtrecht(...Array<TerminalStatus>(17).fill('disconnected'), 'connected')],
      '17 of 18 terminals are disconnected',
      'Utrecht Centraal: Till 1, Till 2, Till 3, and 14 more, since 14:02. Check that they are on; if they are, restart them.',
    ],
    [
      'a whole store',
      [makeUtrecht('disconnected', 'disconnected')],
      'No terminal is connected at Utrecht Centraal',
      "All 2 terminals are disconnected, the last since 14:02. Look at the store's internet connection first.",
    ],
    [
      'terminals of several stores',
      [makeUtrecht('disconnected', 'connected'), makeAmersfoort('disconnected', 'disconnected')],
      '3 terminals are disconnected at 2 stores',
      'Utrecht Centraal: Till 1. Amersfoort: all 2 terminals.',
    ],
  ])('%s', (_case, stores, title, body) => {
    const told = message(stores, drops(stores));
    expect({ title: told.title, body: told.body }).toEqual({ title, body });
    expect(told.urgent).toBe(true);
    expect(told.target).toEqual({ account: 'shop', poiid: 'V400m-100' });
  });

  it('counts stores beyond the third', () => {
    const stores = Array.from({ length: 5 }, (_, index) =>
      makeStore({
        reference: `${index}`,
        name: `Store ${index}`,
        terminals: [makeTerminal({ poiid: `A-${index}`, status: 'disconnected' })],
      }),
    );
    const { title, body } = message(stores, drops(stores));
    expect(title).toBe('5 terminals are disconnected at 5 stores');
    expect(body).toBe('Store 0: Till 1. Store 1: Till 1. Store 2: Till 1. And 2 more stores.');
  });

  it('calls a store that lost its last terminal by what it is now', () => {
    const store = makeUtrecht('disconnected', 'disconnected');
    expect(message([store], [makeEvent(store, store.terminals[1])]).title).toBe(
      'No terminal is connected at Utrecht Centraal',
    );
  });
});

describe('connected again', () => {
  it.each<[string, StoreOverview[], string, string]>([
    [
      'one',
      [makeUtrecht('connected')],
      'Till 1 is connected again',
      'Utrecht Centraal, it was gone for 12 min.',
    ],
    [
      'several of one store',
      [makeUtrecht('connected', 'connected')],
      '2 terminals are connected again',
      'Utrecht Centraal: Till 1 and Till 2. The longest was gone for 12 min.',
    ],
    [
      'terminals of several stores',
      [makeUtrecht('connected'), makeAmersfoort('connected')],
      '2 terminals are connected again at 2 stores',
      'Utrecht Centraal: Till 1. Amersfoort: Desk 1.',
    ],
  ])('%s', (_case, stores, title, body) => {
    const told = message(
      stores,
      stores.flatMap((store) => eventsOf(store)),
    );
    expect(told).toEqual({ title, body, urgent: false, target: { account: 'shop', poiid: 'V400m-100' } });
  });
});

describe('together', () => {
  it('drops come first, also as what a click opens', () => {
    const store = makeUtrecht('connected', 'disconnected');
    expect(message([store], eventsOf(store))).toEqual({
      title: 'Till 2 is disconnected',
      body: 'Utrecht Centraal, since 14:02. Check that it is on; if it is, restart it. Connected again: Till 1 (Utrecht Centraal).',
      urgent: true,
      target: { account: 'shop', poiid: 'V400m-101' },
    });
  });

  it('what happened while nobody looked is one summary', () => {
    const stores = [makeUtrecht('disconnected', 'connected'), makeAmersfoort('disconnected')];
    const told = message(
      stores,
      stores.flatMap((store) => eventsOf(store, { whileAway: true })),
    );
    expect(told).toMatchObject({
      title: 'While Tillwatch was not watching',
      body: 'Disconnected: Till 1 (Utrecht Centraal) and Desk 1 (Amersfoort). Connected again: Till 2 (Utrecht Centraal).',
      urgent: true,
    });
  });

  it('what happened while nobody looked comes after what was seen', () => {
    const store = makeUtrecht('connected', 'disconnected');
    const [recovered, dropped] = store.terminals;
    const told = message(
      [store],
      [makeEvent(store, dropped, { whileAway: true }), makeEvent(store, recovered)],
    );
    expect(told).toEqual({
      title: 'Till 1 is connected again',
      body: 'Utrecht Centraal, it was gone for 12 min. While Tillwatch was not watching: Disconnected: Till 2 (Utrecht Centraal).',
      urgent: true,
      target: { account: 'shop', poiid: 'V400m-101' },
    });
  });
});

it('an outage that began on another day says which', () => {
  const store = makeUtrecht('disconnected');
  const event = makeEvent(store, store.terminals[0], { outageSince: twoPastTwo - minutes(24 * 60) });
  expect(message([store], [event]).body).toMatch(/^Utrecht Centraal, since 23 Nov 2026, 14:02\./);
});

it('a long name does not crowd out what to do', () => {
  const store = makeStore({
    name: 'Utrecht '.repeat(20),
    terminals: [makeTerminal({ name: 'Till '.repeat(30), status: 'disconnected' })],
  });
  expect(message([store], drops([store])).body).toMatch(/restart it\.$/);
});

it('never takes more than 256 bytes nor cuts a character in two', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  const terminal = fc.record({
    name,
    status: fc.constantFrom<TerminalStatus>('connected', 'disconnected'),
    whileAway: fc.boolean(),
  });
  const stores = fc.array(
    fc.record({ name, terminals: fc.array(terminal, { minLength: 1, maxLength: 8 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(stores, (given) => {
      const made = given.map((store, index) => {
        const terminals = store.terminals.map(({ name, status }, at) =>
          makeTerminal({ poiid: `A-${index}-${at}`, name, status }),
        );
        return makeStore({ name: store.name, reference: `${index}`, terminals });
      });
      const events = made.flatMap((store, index) =>
        eventsOf(store).map((event, at) => ({
          ...event,
          whileAway: given[index]?.terminals[at]?.whileAway ?? false,
        })),
      );
      const { title, body } = message(made, events);
      expect(Buffer.byteLength(title + body)).toBeLessThanOrEqual(256);
      expect(title + body).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});
