import { groupBy, partition } from 'es-toolkit';
import type { Overview, StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import type { RoundReport } from '../monitor/round.ts';
import { storeKey, terminalKey, type TerminalEvent } from '../monitor/terminal.ts';

/** What a decision may look at besides the events themselves. */
export interface Context {
  /** As it stands after the round. */
  overview: Overview;
}

/** Why somebody is not told. */
export type Reason =
  /** Nobody watches the terminal (any more). */
  'unwatched';

export type Judgement =
  { event: TerminalEvent; outcome: 'notify' } | { event: TerminalEvent; outcome: 'suppress'; reason: Reason };

export interface Decision {
  /** One for each event, in their order. */
  judgements: Judgement[];
  /** All that is to be told, as one notification; null when there is nothing to tell. */
  announcement: Announcement | null;
}

export interface Announcement {
  /** What happened under our eyes. */
  seen: Changes;
  /** What turned out to have happened while nobody was looking. */
  away: Changes;
}

export type Changes = Record<TerminalEvent['kind'], StoreChange[]>;

export interface StoreChange {
  store: StoreOverview;
  /** At least one. */
  terminals: Change[];
}

export interface Change {
  event: TerminalEvent;
  store: StoreOverview;
  terminal: TerminalOverview;
}

/** An event beside what is known of its terminal, which is nothing once it is no longer watched. */
interface Candidate {
  event: TerminalEvent;
  subject: { store: StoreOverview; terminal: TerminalOverview } | undefined;
}

/** In this order; the first that has a reason decides. */
const suppressors: ((candidate: Candidate) => Reason | null)[] = [unwatched];

/** One round gives at most one announcement, however many terminals changed in it. */
export function decide(report: RoundReport, { overview }: Context): Decision {
  const subjects = new Map(
    overview.stores.flatMap((store) =>
      store.terminals.map((terminal) => [terminalKey(store.account, terminal.poiid), { store, terminal }]),
    ),
  );
  const candidates = report.events.map((event) => ({
    event,
    subject: subjects.get(terminalKey(event.account, event.poiid)),
  }));
  const judgements = candidates.map(judge);
  const changes = candidates.flatMap(({ event, subject }, index) =>
    subject && judgements[index]?.outcome === 'notify' ? [{ event, ...subject }] : [],
  );
  return { judgements, announcement: announce(changes) };
}

function judge(candidate: Candidate): Judgement {
  const { event } = candidate;
  for (const suppressor of suppressors) {
    const reason = suppressor(candidate);
    if (reason) return { event, outcome: 'suppress', reason };
  }
  return { event, outcome: 'notify' };
}

function unwatched({ subject }: Candidate): Reason | null {
  return subject ? null : 'unwatched';
}

function announce(changes: Change[]): Announcement | null {
  if (changes.length === 0) return null;
  const [away, seen] = partition(changes, ({ event }) => event.whileAway);
  return { seen: byKind(seen), away: byKind(away) };
}

function byKind(changes: Change[]): Changes {
  const of = (kind: TerminalEvent['kind']) => byStore(changes.filter(({ event }) => event.kind === kind));
  return { disconnected: of('disconnected'), unstable: of('unstable'), reconnected: of('reconnected') };
}

function byStore(changes: Change[]): StoreChange[] {
  const groups = groupBy(changes, ({ store }) => storeKey(store.account, store.reference));
  return Object.values(groups).flatMap((terminals) => {
    const [first] = terminals;
    return first ? [{ store: first.store, terminals }] : [];
  });
}
