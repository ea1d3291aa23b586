import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { StoreOverview } from '../../../main/monitor/overview-types.ts';
import type { TerminalEvent, TerminalStatus } from '../../../main/monitor/terminal.ts';
import { announce } from '../../../main/notifications/announcement.ts';
import type { Candidate } from '../../../main/notifications/candidate.ts';
import type { NotificationKind } from '../../../main/notifications/decision.ts';
import { wording, type Message } from '../../../main/notifications/wording.ts';
import { makeStore, makeTerminal, makeTerminals, minutes, twoPastTwo } from '../tray/make.ts';
import { eventsOf, makeEvent, now } from './make.ts';

const { words } = createSpeech();

function message(stores: StoreOverview[], events: TerminalEvent[]): Message {
  return told(stores.flatMap((store) => candidates(store, events)));
}

function told(all: Candidate[]): Message {
  const announcement = announce(all);
  if (!announcement) throw new Error('nothing was announced');
  return wording(announcement, { now, words, locale: 'en-GB', disconnected: 4 });
}

function candidates(store: StoreOverview, events: TerminalEvent[], kind?: NotificationKind): Candidate[] {
  const { account, reference } = store;
  return store.terminals.flatMap((terminal) =>
    events
      .filter((event) => event.store === reference && event.poiid === terminal.poiid)
      .map((event) => ({
        kind: kind ?? (event.whileAway ? 'away-summary' : event.kind),
        account,
        store: reference,
        poiid: terminal.poiid,
        changes: [{ event, store, terminal }],
        events: [event],
        settled: true,
        failing: null,
      })),
  );
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
      "All 2 terminals are disconnected, the last since 14:02. Check the store's internet connection first.",
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

  it.each([
    [
      'one, as the last',
      [1],
      'Till 2 is disconnected',
      'Utrecht Centraal, since 14:02. No terminal is connected there now. Check that it is on; if it is, restart it.',
    ],
    [
      'several, as the last',
      [1, 2],
      '3 of 3 terminals are disconnected',
      'Utrecht Centraal: Till 2 and Till 3, since 14:02. Check that they are on; if they are, restart them.',
    ],
  ])('does not blame the network of a store whose terminals drop by turns: %s', (_, dropped, title, body) => {
    const store = makeUtrecht('disconnected', 'disconnected', 'disconnected');
    const events = dropped.map((index) => makeEvent(store, store.terminals[index]));
    const told = message([store], events);
    expect({ title: told.title, body: told.body }).toEqual({ title, body });
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
    expect(told).toMatchObject({
      title,
      body,
      urgent: false,
      target: { account: 'shop', poiid: 'V400m-100' },
    });
  });
});

describe('together', () => {
  it('drops come first, also as what a click opens', () => {
    const store = makeUtrecht('connected', 'disconnected');
    expect(message([store], eventsOf(store))).toMatchObject({
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
      title: '2 terminals are disconnected',
      body: 'This happened while Tillwatch was not watching. Disconnected: Till 1 (Utrecht Centraal) and Desk 1 (Amersfoort). Connected again: Till 2 (Utrecht Centraal). Check that they are on; if they are, restart them.',
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
    expect(told).toMatchObject({
      title: 'Till 1 is connected again',
      body: 'Utrecht Centraal, it was gone for 12 min. Missed while Tillwatch was not watching. Disconnected: Till 2 (Utrecht Centraal).',
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

describe('other news', () => {
  const failing = (stores: StoreOverview[]): Candidate => ({
    kind: 'attention',
    account: 'shop',
    store: null,
    poiid: null,
    changes: [],
    events: [],
    settled: true,
    failing: {
      cause: 'unauthorized',
      failure: { kind: 'unauthorized', vendor: { status: 401, code: '', message: '', reference: '' } },
      since: twoPastTwo,
      stores,
    },
  });
  const one = makeUtrecht('disconnected', 'connected');
  const two = makeUtrecht('disconnected', 'disconnected', 'connected');
  const blind = makeUtrecht('unknown');

  it.each<[string, Candidate[], string, string]>([
    [
      'one terminal at opening',
      candidates(one, drops([one]), 'opening-summary'),
      'Till 1 is disconnected',
      'Utrecht Centraal has opened. It has been gone since 14:02. Check that it is on; if it is, restart it.',
    ],
    [
      'some terminals at opening',
      candidates(two, drops([two]), 'opening-summary'),
      '2 terminals are disconnected',
      'Utrecht Centraal has opened: Till 1 and Till 2, since 14:02. Check that they are on; if they are, restart them.',
    ],
    [
      'stores that have opened',
      [one, makeAmersfoort('disconnected')].flatMap((store) =>
        candidates(store, drops([store]), 'opening-summary'),
      ),
      '2 terminals are disconnected at 2 stores that have opened',
      'Utrecht Centraal: Till 1. Amersfoort: Desk 1.',
    ],
    [
      'a reminder',
      candidates(one, drops([one]), 'still-disconnected'),
      'Till 1 is still disconnected',
      'Utrecht Centraal, since 14:02. If a restart did not help, call whoever looks after your terminals.',
    ],
    [
      'a reminder of some',
      candidates(two, drops([two]), 'still-disconnected'),
      '2 terminals are still disconnected',
      'Utrecht Centraal: Till 1 and Till 2, since 14:02. If a restart did not help, call whoever looks after your terminals.',
    ],
    [
      'a reminder of stores',
      [one, makeAmersfoort('disconnected')].flatMap((store) =>
        candidates(store, drops([store]), 'still-disconnected'),
      ),
      '2 terminals are still disconnected at 2 stores',
      'Utrecht Centraal: Till 1. Amersfoort: Desk 1.',
    ],
    [
      'no answer for a store',
      [failing([blind])],
      'Your terminals cannot be checked',
      'Utrecht Centraal, since 14:02. Adyen does not accept the API key, so the terminals cannot be checked. They may work all the same. Open Tillwatch to see what to do.',
    ],
    [
      'no answer for stores',
      [failing([blind, makeAmersfoort('unknown')])],
      'Your terminals cannot be checked',
      '2 stores, since 14:02. Adyen does not accept the API key, so the terminals cannot be checked. They may work all the same. Open Tillwatch to see what to do.',
    ],
    [
      'no answer beside a drop',
      [...candidates(one, drops([one])), failing([makeAmersfoort('unknown')])],
      'Till 1 is disconnected',
      'Utrecht Centraal, since 14:02. Check that it is on; if it is, restart it. Amersfoort cannot be checked.',
    ],
  ])('%s', (_, all, title, body) => {
    expect(told(all)).toMatchObject({ title, body, urgent: true });
  });

  it('has buttons about the one store, or about everything', () => {
    const amersfoort = makeAmersfoort('disconnected');
    expect(message([one], drops([one])).scope).toEqual({ kind: 'store', account: 'shop', store: 'UTR-01' });
    expect(message([one, amersfoort], drops([one, amersfoort])).scope).toEqual({ kind: 'all' });
  });
});

describe('the icon', () => {
  const utrecht = makeUtrecht('disconnected', 'connected');
  const [dropped, returned] = utrecht.terminals;
  const failing = (store: StoreOverview): Candidate => ({
    kind: 'attention',
    account: store.account,
    store: null,
    poiid: null,
    changes: [],
    events: [],
    settled: true,
    failing: { cause: 'timeout', failure: { kind: 'offline' }, since: now, stores: [store] },
  });
  const drop = makeEvent(utrecht, dropped);
  const back = makeEvent(utrecht, returned);
  const all = (events: TerminalEvent[], kind?: NotificationKind) => candidates(utrecht, events, kind);

  it.each<[string, Candidate[], Message['sign']]>([
    [
      'a drop shows how many are gone, as the tray does',
      all([drop, back]),
      { kind: 'disconnected', count: 4 },
    ],
    ['at opening too', all([drop], 'opening-summary'), { kind: 'disconnected', count: 4 }],
    ['a reminder too', all([drop], 'still-disconnected'), { kind: 'disconnected', count: 4 }],
    ['what was missed too', all([{ ...drop, whileAway: true }]), { kind: 'disconnected', count: 4 }],
    ['a return is the tick', all([back]), { kind: 'connected' }],
    ['a return that was missed too', all([{ ...back, whileAway: true }]), { kind: 'connected' }],
    [
      'unstable asks for a look',
      all([makeEvent(utrecht, returned, { kind: 'unstable' })]),
      { kind: 'attention' },
    ],
    ['so does what cannot be checked', [failing(utrecht), ...all([back])], { kind: 'attention' }],
    ['but not above a drop', [failing(utrecht), ...all([drop])], { kind: 'disconnected', count: 4 }],
  ])('of %s', (_case, given, sign) => {
    expect(told(given).sign).toEqual(sign);
  });
});
