import { foldPoiid, looksLikePoiid } from './poiid.ts';

export type TerminalStatus = 'connected' | 'suspect' | 'disconnected' | 'unknown';

/**
 * What we know of one terminal. Kept over restarts. All times are wall-clock epoch milliseconds.
 */
export interface TerminalRecord {
  account: string;
  /** Reference of the store where it was last seen, or where it was added. */
  store: string;
  poiid: string;
  /**
   * An installation of the vendor's SDK, as far as can be told: its ID is none of a terminal, and only answers that
   * speak of installations too have ever held it. Any other says nothing about it.
   */
  installation: boolean;
  status: TerminalStatus;
  /** When the status began, as people are told it. */
  since: number;
  /** Start of the unbroken connection; kept while suspect, so that a blip does not restart the count. */
  connectedSince: number | null;
  /** When it was first missed; kept until it is seen again, also through `unknown`. */
  outageSince: number | null;
  /** When a list or its own request last showed it connected. */
  seenAt: number | null;
  /** When a good answer last said anything about it. */
  evidenceAt: number | null;
  /** Good answers in a row that lacked it. */
  misses: number;
  /** Good answers in a row that held it. */
  hits: number;
  /** When its last confirmed drops and returns were; as many as it takes to call it unstable. */
  swings: number[];
  /** It drops and returns so often that only its instability is told. */
  flapping: boolean;
  /** What the user was last told. */
  told: 'connected' | 'disconnected' | null;
}

/** What one good answer, or the lack of one, says about one terminal. */
export type Observation =
  | 'present'
  /** Missing from a list that should have held it, or from the first request for its own ID. */
  | 'absent'
  /** Missing from what was asked to confirm a suspicion: its own request, or a list that a sample agrees with. */
  | 'absent-confirmed'
  /** No good answer: a failure, or nobody asked. */
  | 'silence';

/** What made us sure that a terminal is disconnected. */
export type ConfirmedBy =
  | 'own-request'
  /** Many were missing at once: a list that was asked for to confirm, and the own requests of a few that it lacked. */
  | 'list-and-sample'
  /** That list alone, as it was once; only a history of then has it. */
  | 'list'
  /** Its own request kept failing, and enough lists in a row lacked it. */
  | 'lists-in-row';

export type TerminalEventKind = 'disconnected' | 'reconnected' | 'unstable';

export interface TerminalEvent {
  kind: TerminalEventKind;
  account: string;
  store: string;
  poiid: string;
  /** When we became sure. */
  at: number;
  /** Start of the outage that began, or that ended; of the last one, where it is unstable. */
  outageSince: number;
  /** It changed while Tillwatch was not running or could not look. */
  whileAway: boolean;
  /** It was never once seen connected: rather a wrong ID or a terminal still in its box than an outage. */
  neverSeen: boolean;
}

/** Whether it still counts as an installation when it is seen, in an answer that speaks of these too or not. */
export function isInstallation(record: TerminalRecord, poiid: string, installations: boolean): boolean {
  return installations && (record.seenAt === null || record.installation) && !looksLikePoiid(poiid);
}

/**
 * Terminals are unique within a merchant account; a terminal that changes store keeps its record. So does one
 * that somebody added with other capitals than Adyen uses, or it would be missed for ever beside itself.
 */
export function terminalKey(account: string, poiid: string): string {
  return `${account}/${foldPoiid(poiid)}`;
}

export function storeKey(account: string, reference: string): string {
  return `${account}/${reference}`;
}

/** The same of anything that is about a store. */
export function placeOf({ account, store }: { account: string; store: string }): string {
  return storeKey(account, store);
}
