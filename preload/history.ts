import { z } from 'zod';
import type { IncidentCause } from '../main/history/changes.ts';
import type { Bin, DecisionRow, Outcome, Summary, TerminalLife } from '../main/history/questions.ts';
import type { Shares, Uptime } from '../main/history/uptime.ts';
import type { ConfirmedBy } from '../main/monitor/terminal.ts';
import type { NotificationKind, SuppressReason } from '../main/notifications/decision.ts';
import { id } from './account.ts';

/**
 * What the window may ask the history, and what it is told. All times are epoch ms; a period begins at `from` and
 * ends before `to`. Where nothing was watched there is no number: it must be said, not drawn as zero.
 */

const time = z.number().int().min(0);
const terminalRef = z.strictObject({ account: id, poiid: id });
const period = { from: time, to: time };

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('account'), account: id }),
  z.strictObject({ kind: z.literal('store'), account: id, store: id }),
  z.strictObject({ kind: z.literal('terminal'), account: id, poiid: id }),
]);

export const incidentCauses = [
  'terminal',
  'store',
  'unstable',
  'restart',
] as const satisfies readonly IncidentCause[];

const outcomes = ['any', 'told', 'kept-back'] as const satisfies readonly Outcome[];

const incidentFilter = z.strictObject({
  scope,
  ...period,
  /** Shorter ones are left out; of one that goes on, what it has lasted so far counts. In ms. */
  leastMs: z.number().int().min(0),
  /** Empty: any. */
  causes: z.array(z.enum(incidentCauses)).max(incidentCauses.length),
  /** Found in the names and IDs of store and terminal, in any case of letters. */
  text: z.string().max(200),
});

export const historyRequests = {
  'history.summary': z.strictObject({ scope, ...period }),
  'history.charts': z.strictObject({ scope, ...period }),
  /** Newest first. */
  'history.incidents': incidentFilter.extend({
    /** `next` of the page before; null for the first. */
    after: z.strictObject({ start: time, id: z.number().int() }).nullable(),
    limit: z.number().int().min(1).max(500),
  }),
  /** What people were told and what not, newest first. Of a terminal or store also what was about more than it. */
  'history.decisions': z.strictObject({
    scope,
    ...period,
    outcome: z.enum(outcomes),
    /** As for incidents. */
    text: z.string().max(200),
    /** `next` of the page before; null for the first. */
    after: z.strictObject({ at: time, id: z.number().int() }).nullable(),
    limit: z.number().int().min(1).max(500),
  }),
  'history.terminal': terminalRef.extend(period),
  /** For the rows in sight: the last 24 hours in 48 parts, and the last 30 days as a number. */
  'history.bars': z.strictObject({ terminals: z.array(terminalRef).max(200) }),
  /** The incidents that are listed, all of them, where the user says. */
  'history.exportCsv': incidentFilter,
  'history.saveReport': z.strictObject({ scope, ...period }),
} as const;

/** Where it was saved; null where the user did not want it after all. */
export interface ExportResult {
  saved: string | null;
}

export interface HistoryResponses {
  'history.summary': HistorySummary;
  'history.charts': HistoryCharts;
  'history.incidents': { rows: Incident[]; next: { start: number; id: number } | null };
  'history.decisions': { rows: Decision[]; next: { at: number; id: number } | null };
  'history.terminal': TerminalHistory;
  /** In the order of the request. */
  'history.bars': { bar: Shares[]; month: Uptime }[];
  'history.exportCsv': ExportResult;
  'history.saveReport': ExportResult;
}

export interface Incident {
  id: number;
  /** ID of the account; empty where it is not in the settings any more. */
  account: string;
  store: string;
  poiid: string;
  /** Names as they last were; where there was none, reference and POIID. */
  storeName: string;
  name: string;
  cause: IncidentCause;
  /** When the terminal was first missed. */
  start: number;
  /** When that was confirmed. */
  confirmedAt: number;
  /** Null where that is not known any more. */
  confirmedBy: ConfirmedBy | null;
  /** Null while it goes on, and where nobody was watching when it ended. */
  end: number | null;
  over: boolean;
  /** When it went out of sight, if it did: if it is over, it ended at some time after that. */
  lostSightAt: number | null;
  acknowledgedAt: number | null;
  /** What became of telling somebody; null where nothing was decided yet. */
  told: { at: number; kind: NotificationKind; reason: SuppressReason | null } | null;
}

/** Something that people could have been told. */
export interface Decision extends DecisionRow {
  /** Adyen's name of the account. */
  merchantAccount: string;
}

/** Accounts by their IDs; empty where one is not in the settings any more. */
export type HistorySummary = Summary;

export interface HistoryCharts {
  /** One for each day of the store's calendar, by its begin; of 23 or 25 hours where the clocks change. */
  days: ({ start: number } & Bin)[];
  /** 24, by the clock on the store's wall. */
  hours: Bin[];
}

/** Of the timeline the last week. */
export interface TerminalHistory extends TerminalLife {
  /** The last ones of the period, newest first, at most 5. */
  incidents: Incident[];
}
