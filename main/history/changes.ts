import type { ConfirmedBy } from '../monitor/terminal.ts';
import type { NotificationDecision, NotificationKind, SuppressReason } from '../notifications/decision.ts';

/** What an incident is taken for: the terminal alone, its whole store, one drop after the other, or a planned restart. */
export type IncidentCause = 'terminal' | 'store' | 'unstable' | 'restart';

/** What became of telling somebody. */
export interface Told {
  at: number;
  kind: NotificationKind;
  /** Null where somebody was told. */
  reason: SuppressReason | null;
}

/** What became of telling somebody, of an incident or of anything else. */
export interface Decided extends Told, Pick<NotificationDecision, 'store' | 'poiid'> {
  /** As the history calls it. */
  account: string;
}

/**
 * What is to be recorded. Terminals and places go by numbers that whoever records gives them, good until the file is
 * opened anew, so that the round of a thousand stores is a thousand numbers. Times in epoch ms.
 */
export type Change =
  | { kind: 'terminal'; terminal: number; account: string; poiid: string; name: string }
  | { kind: 'place'; place: number; account: string; store: string; name: string }
  /** It is known to be up, or down, from here on. */
  | { kind: 'begin'; terminal: number; place: number; up: boolean; from: number }
  /** Until then that was known. */
  | { kind: 'end'; terminal: number; at: number }
  /** The end was a false alarm. */
  | { kind: 'resume'; terminal: number }
  /** Whatever goes on in these places went on until then. */
  | { kind: 'seen'; places: number[]; at: number }
  | ({ kind: 'incident' } & NewIncident)
  /** One that had gone out of sight turned out to go on. */
  | { kind: 'goes-on'; terminal: number }
  | { kind: 'lost'; terminal: number; at: number }
  /** Null: nobody was watching when it ended. */
  | { kind: 'over'; terminal: number; at: number | null }
  | { kind: 'cause'; terminal: number; cause: IncidentCause }
  | { kind: 'acknowledged'; terminal: number; at: number }
  | { kind: 'told'; terminal: number; told: Told }
  | { kind: 'decided'; decided: Decided }
  /** The clock was set back: what was recorded for a time that is yet to come is not true. */
  | { kind: 'rewind'; now: number };

export interface NewIncident {
  terminal: number;
  place: number;
  cause: IncidentCause;
  start: number;
  confirmed: number;
  confirmedBy: ConfirmedBy | null;
  /** Null: it goes on. */
  end: number | null;
}

/** An incident that was not over when the file was closed. */
export interface OpenIncident {
  account: string;
  poiid: string;
  start: number;
  cause: IncidentCause;
  acknowledged: boolean;
  /** Whether somebody was told, or why not; null where nothing was decided. */
  told: 'told' | 'kept-back' | null;
}
