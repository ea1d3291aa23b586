import { groupBy, partition } from 'es-toolkit';
import { isOpen, nextOpening } from '../monitor/opening-hours.ts';
import type { StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import { placeOf, storeKey, terminalKey, type TerminalEvent } from '../monitor/terminal.ts';
import { failingAccounts } from './attention.ts';
import type { Candidate, Change } from './candidate.ts';
import type { Memory } from './memory.ts';
import { isStoreOffline } from './store-offline.ts';
import { createLookup, type Situation, type Subject } from './situation.ts';

export interface Gathered {
  candidates: Candidate[];
  /** As `Memory` has them, with those of now and without those that have nothing to tell. */
  openings: Memory['openings'];
}

const minuteMs = 60_000;

/** Everything that could be told after this round: what has happened, what was held back, and what follows from either. */
export function gather(situation: Situation): Gathered {
  const { report, memory } = situation;
  const lookup = createLookup(situation.overview);
  const withSubject = (event: TerminalEvent) => ({ event, subject: lookup(event) });
  const pending = pendingEvents(memory.held, report.events).map(withSubject);

  const openings = pendingOpenings(situation);
  const opening = new Set(openings.map(placeOf));
  const [summedUp, single] = partition(
    pending,
    ({ event, subject }) =>
      event.kind === 'disconnected' && subject !== undefined && opening.has(keyOf(subject.store)),
  );
  return {
    openings,
    candidates: [
      ...openings.flatMap((one) => openingSummary(one, summedUp, situation)),
      ...changes(single, memory),
      ...reminders(situation, lookup),
      ...failingAccounts(situation),
    ],
  };
}

/** In the order of their happening. What has been undone since is not there any more. */
function pendingEvents(held: TerminalEvent[], events: TerminalEvent[]): TerminalEvent[] {
  const pending = new Map<string, TerminalEvent>();
  for (const event of [...held, ...events]) {
    const key = (kind: TerminalEvent['kind']) => `${kind}/${terminalKey(event.account, event.poiid)}`;
    if (event.kind !== 'unstable') {
      pending.delete(key(event.kind === 'reconnected' ? 'disconnected' : 'reconnected'));
    }
    if (event.kind === 'reconnected') pending.delete(key('unstable'));
    pending.set(key(event.kind), event);
  }
  return [...pending.values()];
}

interface Pending {
  event: TerminalEvent;
  subject: Subject | undefined;
}

function changes(pending: Pending[], { down }: Memory): Candidate[] {
  const told = new Set(down.map(({ account, poiid }) => terminalKey(account, poiid)));
  const isNewDrop = ({ event, subject }: Pending) =>
    event.kind === 'disconnected' &&
    !event.whileAway &&
    subject !== undefined &&
    !subject.terminal.unstable &&
    !told.has(terminalKey(event.account, event.poiid));
  const [drops, others] = partition(pending, isNewDrop);
  const stores = Object.values(groupBy(drops, ({ subject }) => (subject ? keyOf(subject.store) : '')));
  return [...stores.flatMap(storeDrops), ...others.map(terminalChange)];
}

function storeDrops(drops: Pending[]): Candidate[] {
  const store = drops[0]?.subject?.store;
  const events = drops.map(({ event }) => event);
  if (!store || !isStoreOffline(store, events)) return drops.map(terminalChange);
  return [
    {
      kind: 'store-offline',
      account: store.account,
      store: store.reference,
      poiid: null,
      changes: drops.flatMap(changeOf),
      events,
      settled: true,
      failing: null,
    },
  ];
}

function terminalChange(pending: Pending): Candidate {
  const { event, subject } = pending;
  return {
    kind: event.whileAway ? 'away-summary' : event.kind,
    account: event.account,
    store: subject?.store.reference ?? event.store,
    poiid: event.poiid,
    changes: changeOf(pending),
    events: [event],
    settled: subject !== undefined && isTrue(event, subject.terminal),
    failing: null,
  };
}

function isTrue({ kind }: TerminalEvent, { status, unstable }: TerminalOverview): boolean {
  switch (kind) {
    case 'disconnected':
      return status === 'disconnected' && !unstable;
    case 'reconnected':
      return status === 'connected' || status === 'suspect';
    case 'unstable':
      return unstable;
  }
}

function changeOf({ event, subject }: Pending): Change[] {
  return subject ? [{ event, ...subject }] : [];
}

function reminders(
  { memory, rules, report }: Situation,
  lookup: ReturnType<typeof createLookup>,
): Candidate[] {
  const due = memory.down.filter(
    ({ toldAt, reminded }) => !reminded && report.endedAt - toldAt >= rules.stillAfterMinutes * minuteMs,
  );
  return due.flatMap((told): Candidate[] => {
    const subject = lookup(told);
    if (subject?.terminal.status !== 'disconnected') return [];
    const { account, reference: store } = subject.store;
    const { poiid } = subject.terminal;
    const changes = [nowDown(subject, report.endedAt)];
    const settled = !subject.terminal.unstable;
    return [
      { kind: 'still-disconnected', account, store, poiid, changes, events: [], settled, failing: null },
    ];
  });
}

/** Stores that are open and were not at some time since the last look, or have not been summed up since. */
function pendingOpenings({ overview, hoursOf, rules, memory, report }: Situation): Memory['openings'] {
  if (!rules.onlyInOpeningHours) return [];
  const before = new Map(memory.openings.map((one) => [placeOf(one), one]));
  return overview.stores.flatMap((store) => {
    const { account, reference } = store;
    const hours = hoursOf(account, reference);
    if (hours === null || !isOpen(hours, report.endedAt)) return [];
    const opened = memory.lookedAt === null ? null : nextOpening(hours, memory.lookedAt);
    const noticed =
      opened !== null && opened <= report.endedAt ? { account, store: reference, at: opened } : null;
    const pending = noticed ?? before.get(storeKey(account, reference));
    const over = pending && isFresh(store, pending.at) && store.counts.disconnected === 0;
    return pending && !over ? [pending] : [];
  });
}

function openingSummary(
  { account, store: reference, at }: Memory['openings'][number],
  pending: Pending[],
  { overview, quiet, report }: Situation,
): Candidate[] {
  const store = overview.stores.find((one) => one.account === account && one.reference === reference);
  if (!store || store.counts.disconnected === 0) return [];
  const own = new Map(
    pending
      .filter(({ subject }) => subject && keyOf(subject.store) === keyOf(store))
      .map(({ event }) => [terminalKey(event.account, event.poiid), event]),
  );
  const acknowledged = new Set(quiet.acknowledged.map((one) => terminalKey(one.account, one.poiid)));
  const all = store.terminals
    .filter(({ status }) => status === 'disconnected')
    .map((terminal): Change => {
      const event = own.get(terminalKey(account, terminal.poiid));
      return event ? { event, store, terminal } : nowDown({ store, terminal }, report.endedAt);
    });
  const news = all.filter(({ terminal }) => !acknowledged.has(terminalKey(account, terminal.poiid)));
  return [
    {
      kind: 'opening-summary',
      account,
      store: reference,
      poiid: null,
      changes: news.length > 0 ? news : all,
      events: [...own.values()],
      settled: isFresh(store, at),
      failing: null,
    },
  ];
}

/** It was looked at since then, and nothing in it is waiting to be confirmed. */
function isFresh({ checkedAt, terminals }: StoreOverview, since: number): boolean {
  return checkedAt !== null && checkedAt >= since && !terminals.some(({ status }) => status === 'suspect');
}

function nowDown({ store, terminal }: Subject, at: number): Change {
  const { account, reference } = store;
  const { poiid, since, neverSeen } = terminal;
  const event: TerminalEvent = {
    kind: 'disconnected',
    account,
    store: reference,
    poiid,
    at,
    outageSince: since ?? at,
    whileAway: false,
    neverSeen,
  };
  return { event, store, terminal };
}

function keyOf({ account, reference }: StoreOverview): string {
  return storeKey(account, reference);
}
