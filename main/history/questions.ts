import type { NotificationKind, SuppressReason } from '../notifications/decision.ts';
import type { ConfirmedBy } from '../monitor/terminal.ts';
import type { IncidentCause } from './changes.ts';
import type { Shares, Span, Uptime } from './uptime.ts';

/** Accounts by the history's own names. Times in epoch ms; a period ends before `to`. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'account'; account: string }
  | { kind: 'store'; account: string; store: string }
  | { kind: 'terminal'; account: string; poiid: string };

export interface Period {
  from: number;
  to: number;
}

export interface IncidentFilter extends Period {
  scope: Scope;
  /** In ms; of one that goes on, what it has lasted by `to`. */
  leastMs: number;
  /** Empty: any. */
  causes: IncidentCause[];
  text: string;
  /** The last of the page before. */
  after: { start: number; id: number } | null;
  limit: number;
}

/** Of a scope and a period, all of them, from the newest on. */
export const everyIncident = {
  leastMs: 0,
  causes: [],
  text: '',
  after: null,
} satisfies Partial<IncidentFilter>;

export interface IncidentRow {
  id: number;
  account: string;
  store: string;
  storeName: string;
  poiid: string;
  name: string;
  cause: IncidentCause;
  start: number;
  confirmed: number;
  confirmedBy: ConfirmedBy | null;
  end: number | null;
  lost: number | null;
  over: number;
  acknowledged: number | null;
  told: number | null;
  toldKind: NotificationKind | null;
  toldReason: SuppressReason | null;
}

export interface DecisionFilter extends Period {
  scope: Scope;
  outcome: Outcome;
  text: string;
  /** The last of the page before. */
  after: { at: number; id: number } | null;
  limit: number;
}

/** Which of what could have been told. */
export type Outcome = 'any' | 'told' | 'kept-back';

export interface DecisionRow {
  id: number;
  at: number;
  kind: NotificationKind;
  account: string;
  /** Null where it is about the whole account. */
  store: string | null;
  storeName: string | null;
  /** Null where it is about the whole store or account. */
  poiid: string | null;
  name: string | null;
  /** Why nobody was told; null where somebody was. */
  reason: SuppressReason | null;
}

export interface Drops {
  incidents: number;
  /** Mean lengths in ms, of watched time; null where there were too few incidents to tell. */
  betweenDropsMs: number | null;
  toRecoverMs: number | null;
}

export interface Summary extends Drops {
  uptime: Uptime;
  /** Of the incidents, those of a whole store. */
  storeWide: number;
  /** Worst first. */
  stores: { account: string; store: string; storeName: string; uptime: Uptime; incidents: number }[];
  worst: { account: string; poiid: string; name: string; storeName: string; incidents: number } | null;
  /** When the oldest record was made: before that nothing is known. Null while there is none. */
  recordedSince: number | null;
}

/** One for each stretch between two edges. */
export interface Bin {
  incidents: number;
  storeWide: number;
  shares: Shares;
}

export interface TerminalLife {
  /** In order; what lies between two of them was not watched. */
  timeline: Span[];
  uptime: { day: Uptime; week: Uptime; month: Uptime; quarter: Uptime };
  /** Of the period. */
  drops: Drops;
}

/** What the history can be asked, and what it answers. */
export interface Questions {
  summary(scope: Scope, period: Period): Summary;
  /** @param edges in order; the first begins the period, the last ends it */
  bins(scope: Scope, edges: number[]): Bin[];
  /** Newest first. */
  incidents(filter: IncidentFilter): IncidentRow[];
  /** Newest first. Of a terminal or store also what was about more than it. */
  decisions(filter: DecisionFilter): DecisionRow[];
  terminal(account: string, poiid: string, period: Period): TerminalLife;
  /** The day before `now` in so many parts, and the month before it. In the order of the question. */
  bars(
    terminals: { account: string; poiid: string }[],
    now: number,
    parts: number,
  ): { bar: Shares[]; month: Uptime }[];
}
