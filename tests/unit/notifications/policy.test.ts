import { omit } from 'es-toolkit';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { StoreOverview, TerminalOverview } from '../../../main/monitor/overview-types.ts';
import type { Snooze } from '../../../main/monitor/quiet.ts';
import type { TerminalEvent } from '../../../main/monitor/terminal.ts';
import {
  notificationKinds,
  suppressReasons,
  type NotificationDecision,
  type NotificationKind,
  type SuppressReason,
} from '../../../main/notifications/decision.ts';
import { noMemory } from '../../../main/notifications/memory.ts';
import { decide } from '../../../main/notifications/policy.ts';
import type { Situation } from '../../../main/notifications/situation.ts';
import { cap } from '../../../main/notifications/suppressors.ts';
import { defaultRules } from '../../../main/settings/notifications.ts';
import { makeHours } from '../monitor/make.ts';
import { makeOverview, makeStore, makeTerminals, minutes } from '../tray/make.ts';
import { eventsOf, makeEvent, makeReport, makeSituation, now, toldDown } from './make.ts';

const oneDown = makeStore({ terminals: makeTerminals(['disconnected', 'connected']) });
const allDown = makeStore({ terminals: makeTerminals(['disconnected', 'disconnected']) });
const allUp = makeStore({ terminals: makeTerminals(['connected', 'connected']) });
const swinging = makeStore({ terminals: makeTerminals(['connected'], { unstable: true }) });
const refused = makeStore({
  verdict: 'attention',
  failure: { kind: 'unauthorized', vendor: { status: 401, code: '', message: '', reference: '' } },
  failingSince: now,
});
const serverError: Failure = {
  kind: 'server-error',
  vendor: { status: 503, code: '', message: '', reference: '' },
  retryAfterMs: null,
};
const office = makeHours('09:00-18:00');
const evening = makeHours('20:00-22:00');

const asManyAsMayBe = Array.from({ length: cap.notifications }, () => now - 1);

/** In each of these it is told, since nothing speaks against it. */
const scenes: Record<NotificationKind, Situation> = {
  'store-offline': makeSituation([allDown], eventsOf(allDown)),
  disconnected: makeSituation([oneDown], [makeEvent(oneDown, oneDown.terminals[0])]),
  'opening-summary': makeSituation([oneDown], [], {
    hoursOf: () => office,
    // Before it opened today.
    memory: { ...noMemory, lookedAt: now - minutes(6 * 60) },
  }),
  attention: makeSituation([refused]),
  'still-disconnected': makeSituation([oneDown], [], {
    rules: { ...defaultRules(), stillDisconnected: true, stillAfterMinutes: 10 },
    memory: { ...noMemory, down: toldDown(oneDown, oneDown.terminals.slice(0, 1)) },
  }),
  unstable: makeSituation([swinging], eventsOf(swinging, { kind: 'unstable' })),
  'away-summary': makeSituation([oneDown], [makeEvent(oneDown, oneDown.terminals[0], { whileAway: true })]),
  reconnected: makeSituation([allUp], [makeEvent(allUp, allUp.terminals[0])], {
    memory: { ...noMemory, down: toldDown(allUp) },
  }),
};

/** What speaks against it, laid over any of them. */
const objections: Record<SuppressReason, (scene: Situation) => Situation> = {
  unwatched: (scene) => withStores(scene, (store) => recounted(store, [])),
  'drop-not-told': (scene) => withMemory(scene, { down: [] }),
  'already-told': (scene) =>
    withMemory(scene, {
      down: scene.overview.stores.flatMap((store) => toldDown(store)),
      causes: [{ account: 'shop', cause: 'unauthorized', stores: ['AMF-02'], reason: null }],
    }),
  'switched-off': (scene) => {
    const off = { disconnected: false, reconnected: false, stillDisconnected: false };
    return { ...scene, rules: { ...scene.rules, ...off } };
  },
  acknowledged: (scene) => {
    const acknowledged = scene.overview.stores.flatMap((store) => toldDown(store));
    return { ...scene, quiet: { snoozes: [], acknowledged } };
  },
  snoozed: (scene) => snoozed(scene, { kind: 'all' }),
  'store-snoozed': (scene) => snoozed(scene, { kind: 'store', account: 'shop', store: 'UTR-01' }),
  'terminal-snoozed': (scene) => {
    const terminals = scene.overview.stores.flatMap(({ terminals }) => terminals);
    const snoozes = terminals.map(({ poiid }): Snooze => ({
      scope: { kind: 'terminal', account: 'shop', poiid },
      until: null,
      lengthMs: null,
    }));
    return { ...scene, quiet: { snoozes, acknowledged: [] } };
  },
  'outside-hours': (scene) => ({ ...scene, hoursOf: () => evening }),
  'not-settled': (scene) =>
    withStores(scene, (store) => {
      const [first, ...others] = store.terminals;
      if (!first || store.failure) return store;
      // Of an opening the first terminal stays down: what is not sure is another one.
      const terminals = scene.hoursOf('shop', 'UTR-01')
        ? [first, ...others.map((other) => ({ ...other, status: 'suspect' as const }))]
        : store.terminals.map((one) => ({ ...one, status: 'unknown' as const, unstable: false }));
      return recounted(store, terminals);
    }),
  'do-not-disturb': (scene) => ({ ...scene, doNotDisturb: true }),
  'not-shown': (scene) => ({ ...scene, notShown: true }),
  'too-many': (scene) => withMemory(scene, { sentAt: asManyAsMayBe, attentionAt: asManyAsMayBe }),
};

/**
 * - `told`: this reason has nothing to do with it;
 * - `held`: told as soon as it does not apply any more;
 * - `never`: not told then either;
 * - `gone`: it is not even a question.
 */
type Fate = 'told' | 'held' | 'never' | 'gone';

// prettier-ignore
const table: Record<SuppressReason, Record<NotificationKind, Fate>> = {
  //                  store-offline            disconnected            opening-summary            attention            still-disconnected            unstable            away-summary            reconnected
  'unwatched':      { 'store-offline': 'never', disconnected: 'never', 'opening-summary': 'gone', attention: 'told', 'still-disconnected': 'gone', unstable: 'never', 'away-summary': 'never', reconnected: 'never' },
  'drop-not-told':  { 'store-offline': 'told', disconnected: 'told', 'opening-summary': 'told', attention: 'told', 'still-disconnected': 'gone', unstable: 'told', 'away-summary': 'told', reconnected: 'never' },
  'already-told':   { 'store-offline': 'never', disconnected: 'never', 'opening-summary': 'told', attention: 'never', 'still-disconnected': 'told', unstable: 'told', 'away-summary': 'never', reconnected: 'told' },
  'switched-off':   { 'store-offline': 'never', disconnected: 'never', 'opening-summary': 'never', attention: 'told', 'still-disconnected': 'held', unstable: 'never', 'away-summary': 'never', reconnected: 'never' },
  'acknowledged':   { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'never', attention: 'told', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'told' },
  'snoozed':        { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'held', attention: 'held', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'held' },
  'store-snoozed':  { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'held', attention: 'held', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'held' },
  'terminal-snoozed': { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'held', attention: 'told', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'held' },
  'outside-hours':  { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'gone', attention: 'held', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'held' },
  'not-settled':    { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'held', attention: 'told', 'still-disconnected': 'gone', unstable: 'never', 'away-summary': 'held', reconnected: 'held' },
  'do-not-disturb': { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'held', attention: 'held', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'held' },
  'not-shown':      { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'held', attention: 'held', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'held' },
  'too-many':       { 'store-offline': 'held', disconnected: 'held', 'opening-summary': 'held', attention: 'held', 'still-disconnected': 'held', unstable: 'held', 'away-summary': 'held', reconnected: 'held' },
};

describe.each(notificationKinds)('%s', (kind) => {
  const scene = scenes[kind];

  it('is told where nothing speaks against it, and once', () => {
    const first = decide(scene);
    expect(first.decisions).toMatchObject([{ kind, outcome: 'notify', reason: null, round: 7, at: now }]);
    expect(first.announcement).not.toBeNull();
    expect(decide(later(scene, first.memory))).toMatchObject({ decisions: [], announcement: null });
  });

  it.each(suppressReasons.map((reason) => [reason, table[reason][kind]] as const))(
    'and %s: %s',
    (reason, fate) => {
      const during = decide(objections[reason](scene));
      const afterwards = decide(later(scene, { ...during.memory, sentAt: [], attentionAt: [] }));
      expect(during.announcement !== null).toBe(fate === 'told');
      if (fate === 'held' || fate === 'never') {
        expect(during.decisions[0]).toMatchObject({ outcome: 'suppress', reason });
      }
      if (fate === 'gone') expect(during.decisions).toEqual([]);
      if (fate === 'held') expect(afterwards.decisions).toMatchObject([{ kind, outcome: 'notify' }]);
      if (fate === 'told' || fate === 'never') expect(afterwards.announcement).toBeNull();
    },
  );
});

describe('what is held back', () => {
  const held = decide(objections.snoozed(scenes.disconnected)).memory;

  it('is decided once, not every round anew, and again when its reason changes', () => {
    const again = decide(objections.snoozed(later(scenes.disconnected, held)));
    expect(again.decisions).toEqual([]);
    const closed = decide(objections['outside-hours'](later(scenes.disconnected, again.memory)));
    expect(closed.decisions).toMatchObject([{ reason: 'outside-hours' }]);
  });

  it('is forgotten when it has ended meanwhile: neither the drop nor the return is told', () => {
    const back = makeSituation([allUp], [makeEvent(allUp, allUp.terminals[0])], { memory: held });
    const result = decide(back);
    expect(result.decisions).toMatchObject([{ kind: 'reconnected', reason: 'drop-not-told' }]);
    expect(result.memory.held).toEqual([]);
    expect(decide(later(back, result.memory)).announcement).toBeNull();
  });

  it('is not told of what was told, has returned and dropped again meanwhile', () => {
    const told = decide(scenes.disconnected).memory;
    const returned = decide(
      objections.snoozed(makeSituation([allUp], [makeEvent(allUp, allUp.terminals[0])], { memory: told })),
    );
    const dropped = decide(
      objections.snoozed(
        later(
          { ...scenes.disconnected, report: scenes.disconnected.report },
          returned.memory,
          scenes.disconnected.report.events,
        ),
      ),
    );
    expect(dropped.decisions).toMatchObject([{ kind: 'disconnected', reason: 'already-told' }]);
    expect(decide(later(scenes.disconnected, dropped.memory)).announcement).toBeNull();
  });

  it('of many becomes one notification', () => {
    const all = decide(objections['too-many'](scenes['store-offline'])).memory;
    const { announcement } = decide(later(scenes['store-offline'], { ...all, sentAt: [] }));
    expect(announcement?.seen.disconnected).toMatchObject([{ terminals: [{}, {}] }]);
  });
});

describe('a cause for attention', () => {
  const told = decide(scenes.attention).memory;

  it('is told anew when it changes', () => {
    const forbidden = makeStore({
      ...refused,
      failure: {
        kind: 'forbidden',
        reason: 'role',
        vendor: { status: 403, code: '', message: '', reference: '' },
      },
    });
    expect(decide(makeSituation([forbidden], [], { memory: told })).announcement).not.toBeNull();
  });

  it('is told anew when it has cleared and comes again', () => {
    const { memory } = decide(makeSituation([allUp], [], { memory: told }));
    expect(decide(later(scenes.attention, memory)).announcement).not.toBeNull();
  });

  it('is not told before it has lasted, where it may pass by itself', () => {
    const failing = (since: number) =>
      makeStore({
        verdict: 'attention',
        failure: { kind: 'dns', host: 'x', code: 'ENOTFOUND' },
        failingSince: since,
      });
    expect(decide(makeSituation([failing(now - minutes(4))])).announcement).toBeNull();
    expect(decide(makeSituation([failing(now - minutes(5))])).announcement).not.toBeNull();
  });

  it('is told once in an outage, in whatever ways its requests fail', () => {
    const ways: Failure[] = [
      { kind: 'dns', host: 'x', code: 'ENOTFOUND' },
      { kind: 'timeout', host: 'x', stage: 'connect', seconds: 5 },
      { kind: 'tcp', host: 'x', code: 'ECONNREFUSED' },
    ];
    expect(rounds(240, (at) => [failingFor(ways[at % ways.length])]).map(outcomeOf)).toEqual(['notify']);
  });

  it('is told once each where they take turns', () => {
    const ways: Failure[] = [serverError, { kind: 'unreadable', reason: 'not-json' }];
    expect(rounds(240, (at) => [failingFor(ways[at % ways.length])]).map(outcomeOf)).toEqual([
      'notify',
      'notify',
    ]);
  });

  it('is held back once each where they take turns while everything is snoozed', () => {
    const ways: Failure[] = [serverError, { kind: 'unreadable', reason: 'not-json' }];
    const quiet: Situation['quiet'] = {
      snoozes: [{ scope: { kind: 'all' }, until: null, lengthMs: null }],
      acknowledged: [],
    };
    const decisions = rounds(240, (at) => [failingFor(ways[at % ways.length])], { quiet });
    expect(decisions.map(outcomeOf)).toEqual(['snoozed', 'snoozed']);
  });

  it('does not hide another one of the same account, in whatever order the stores are', () => {
    const elsewhere = { reference: 'AMF-02', name: 'Amersfoort' };
    const decisions = rounds(20, (at) => [
      refused,
      at < 10 ? makeStore(elsewhere) : failingFor(serverError, elsewhere),
    ]);
    expect(decisions.map(outcomeOf)).toEqual(['notify', 'notify']);
  });

  it('is cured by itself, while another one of the account goes on', () => {
    const elsewhere = { reference: 'AMF-02', name: 'Amersfoort' };
    const decisions = rounds(30, (at) => [
      refused,
      at >= 10 && at < 20 ? makeStore(elsewhere) : failingFor(serverError, elsewhere),
    ]);
    expect(decisions.map(outcomeOf)).toEqual(['notify', 'notify', 'notify']);
  });

  it('that reaches another store is not told again, and that is decided once', () => {
    const other = { ...refused, reference: 'AMF-02', name: 'Amersfoort' };
    const decisions = rounds(20, (at) => (at < 10 ? [refused] : [refused, makeStore(other)]));
    expect(decisions.map(outcomeOf)).toEqual(['notify', 'already-told']);
  });

  it('is known over a restart, until the account has been asked', () => {
    const unasked = makeStore({ checkedAt: null });
    const { memory } = decide(makeSituation([unasked], [], { memory: told }));
    expect(decide(later(scenes.attention, memory)).decisions).toEqual([]);
  });

  it('does not use up what terminals may say', () => {
    const { memory } = decide(withMemory(scenes.attention, { attentionAt: asManyAsMayBe.slice(1) }));
    expect(memory.attentionAt).toHaveLength(cap.notifications);
    expect(memory.sentAt).toEqual([]);
    expect(decide(withMemory(scenes.disconnected, memory)).decisions).toMatchObject([{ outcome: 'notify' }]);
  });

  it('is none where this PC has no network', () => {
    const offline = makeStore({ verdict: 'offline', failure: { kind: 'offline' }, failingSince: 0 });
    expect(decide(makeSituation([offline])).announcement).toBeNull();
  });

  it('is one for all stores of an account', () => {
    const stores = [refused, makeStore({ ...refused, reference: 'AMF-02', name: 'Amersfoort' })];
    const { decisions, announcement } = decide(makeSituation(stores));
    expect(decisions).toHaveLength(1);
    expect(announcement?.failing[0]?.stores).toHaveLength(2);
  });
});

describe('a store is offline', () => {
  const [first, second] = allDown.terminals;
  const before = { at: now - minutes(30), outageSince: now - minutes(30) };

  it.each([
    ['where all dropped in this round', noMemory, eventsOf(allDown), ['store-offline']],
    [
      'where all dropped in one round and were held back since',
      { ...noMemory, held: eventsOf(allDown, before) },
      [],
      ['store-offline'],
    ],
    [
      'not where the last one drops and people know of the others',
      { ...noMemory, down: toldDown(allDown, allDown.terminals.slice(0, 1)) },
      [makeEvent(allDown, second)],
      ['disconnected'],
    ],
    ['not where the others were never news', noMemory, [makeEvent(allDown, second)], ['disconnected']],
    [
      'not where one was held back when the last one dropped',
      { ...noMemory, held: [makeEvent(allDown, first, before)] },
      [makeEvent(allDown, second)],
      ['disconnected', 'disconnected'],
    ],
  ])('%s', (_, memory, events, kinds) => {
    const { decisions } = decide(makeSituation([allDown], events, { memory }));
    expect(decisions.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('one round', () => {
  const amersfoort = makeStore({
    reference: 'AMF-02',
    name: 'Amersfoort',
    terminals: makeTerminals(['disconnected'], { poiid: 'P400Plus-1' }),
  });

  it('has nothing to announce where nothing has happened', () => {
    expect(decide(makeSituation([allUp]))).toMatchObject({ decisions: [], announcement: null });
  });

  it('does not take a terminal of another account for the watched one', () => {
    const event = makeEvent(oneDown, oneDown.terminals[0], { account: 'other' });
    expect(decide(makeSituation([oneDown], [event])).decisions).toMatchObject([{ reason: 'unwatched' }]);
  });

  it('announces everything at once, by what happened and by store', () => {
    const events = [...eventsOf(oneDown), ...eventsOf(amersfoort, { whileAway: true })];
    const memory = { ...noMemory, down: toldDown(oneDown, oneDown.terminals.slice(1)) };
    const { announcement } = decide(makeSituation([oneDown, amersfoort], events, { memory }));
    expect(announcement).toMatchObject({
      seen: {
        disconnected: [{ store: { name: 'Utrecht Centraal' }, terminals: [{}] }],
        reconnected: [{ store: { name: 'Utrecht Centraal' }, terminals: [{}] }],
      },
      away: { disconnected: [{ store: { name: 'Amersfoort' } }], reconnected: [] },
    });
  });

  it('tells a terminal that moved as one of the store where it is now', () => {
    const moved = makeEvent(amersfoort, amersfoort.terminals[0], { store: oneDown.reference });
    const { decisions } = decide(makeSituation([oneDown, amersfoort], [moved]));
    expect(decisions).toMatchObject([{ store: 'AMF-02', outcome: 'notify' }]);
  });

  it('tells of a store only the terminals that are not acknowledged', () => {
    const [first] = allDown.terminals;
    const quiet = { snoozes: [], acknowledged: [{ account: 'shop', poiid: first?.poiid ?? '' }] };
    const scene = makeSituation([allDown], [], {
      ...scenes['opening-summary'],
      overview: makeOverview([allDown]),
      quiet,
    });
    expect(decide(scene).announcement?.seen.opening).toMatchObject([
      { terminals: [{ terminal: { name: 'Till 2' } }] },
    ]);
  });
});

/** As many rounds, half a minute apart, each with what the one before it remembers. */
function rounds(count: number, stores: (at: number) => StoreOverview[], given: Partial<Situation> = {}) {
  let { memory } = makeSituation([]);
  return Array.from({ length: count }, (_, at) => {
    const scene = makeSituation(stores(at), [], {
      ...given,
      memory,
      report: makeReport([], { endedAt: now + at * 30_000 }),
    });
    const result = decide(scene);
    memory = result.memory;
    return result.decisions;
  }).flat();
}

function outcomeOf({ outcome, reason }: NotificationDecision): string {
  return reason ?? outcome;
}

/** Since long ago, so that it is not expected to pass by itself. */
function failingFor(failure: Failure | undefined, given: Partial<StoreOverview> = {}): StoreOverview {
  return makeStore({
    verdict: 'attention',
    failure: failure ?? null,
    failingSince: now - minutes(10),
    ...given,
  });
}

/** Counted and judged anew. */
function recounted(store: StoreOverview, terminals: TerminalOverview[]) {
  return makeStore({ ...omit(store, ['counts', 'verdict']), terminals });
}

function withStores(scene: Situation, change: (store: StoreOverview) => StoreOverview): Situation {
  return { ...scene, overview: makeOverview(scene.overview.stores.map(change)) };
}

function withMemory(scene: Situation, memory: Partial<Situation['memory']>): Situation {
  return { ...scene, memory: { ...scene.memory, ...memory } };
}

function snoozed(scene: Situation, scope: Situation['quiet']['snoozes'][number]['scope']): Situation {
  return { ...scene, quiet: { snoozes: [{ scope, until: null, lengthMs: null }], acknowledged: [] } };
}

/** The round after, with nothing new in it unless given. */
function later(scene: Situation, memory: Situation['memory'], events: TerminalEvent[] = []): Situation {
  return { ...scene, memory, report: { ...scene.report, events } };
}
