/** What there can be to tell, worst first. */
export const notificationKinds = [
  /** Every terminal of a store dropped in the same round: one word for all of them. */
  'store-offline',
  'disconnected',
  /** What is down as a store opens. */
  'opening-summary',
  /** Adyen gives no usable answer, or something needs a setting. */
  'attention',
  /** Told once, and it has lasted. */
  'still-disconnected',
  'unstable',
  /** It changed while Tillwatch was not running or could not look. */
  'away-summary',
  'reconnected',
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/** Why somebody is not told, in the order in which they are looked for: the first that applies decides. */
export const suppressReasons = [
  /** Nobody watches the terminal (any more). */
  'unwatched',
  /** It is back, but nobody was told that it was gone. */
  'drop-not-told',
  /** The last thing that people were told of it is still true, or the cause that they were told has reached more. */
  'already-told',
  /** Nobody wants to hear of this kind. */
  'switched-off',
  /** Somebody said *I know*. */
  'acknowledged',
  /** Everything is snoozed. */
  'snoozed',
  'store-snoozed',
  'terminal-snoozed',
  /** The store is closed, or has just opened and was not looked at since. */
  'outside-hours',
  /** It is not known any more whether this is true, or it keeps changing. */
  'not-settled',
  /** Somebody has told the system so. */
  'do-not-disturb',
  /** The system did not show it. */
  'not-shown',
  /** There were so many lately that the next one will be a summary. */
  'too-many',
] as const;

export type SuppressReason = (typeof suppressReasons)[number];

/** One thing that somebody could have been told, and what became of it. For the log and the history. */
export interface NotificationDecision {
  /** Epoch ms. */
  at: number;
  /** Number of the round that led to it, within this run. */
  round: number;
  kind: NotificationKind;
  account: string;
  /** Reference of the store; null where it is about the whole account. */
  store: string | null;
  /** Null where it is about the whole store or account. */
  poiid: string | null;
  outcome: 'notify' | 'suppress';
  /** Null where it is told. */
  reason: SuppressReason | null;
}

/** Takes decisions as they are made: each once, and again only when its reason changes. */
export type RecordDecisions = (decisions: readonly NotificationDecision[]) => void;
