import type { Failure } from './failure.ts';
import type { TerminalStatus } from './terminal.ts';
import type { Origin } from './watchlist.ts';

/**
 * The state of a store or of everything, worst first:
 * - `disconnected`: a terminal is confirmed not connected;
 * - `offline`: this PC has no network, so nothing can be known;
 * - `attention`: Adyen gives no usable answer, or something needs a setting;
 * - `unknown`: no answer yet, or nothing found to watch;
 * - `connected`: every expected terminal is, on fresh evidence.
 */
export type Verdict = 'disconnected' | 'offline' | 'attention' | 'unknown' | 'connected';

/** Everything that tray, window and command line show. Derived, never stored. */
export interface Overview {
  verdict: Verdict;
  /** True until a store is configured. */
  unconfigured: boolean;
  demo: boolean;
  counts: Counts;
  /** A manual recheck or the first check of all is under way; the regular round does not show. */
  checking: boolean;
  /** Last good answer from any store; null before the first. */
  checkedAt: number | null;
  /** When the next request is due; null while checking or with nothing to check. */
  nextAt: number | null;
  /** Begin of the current verdict where it has one: the oldest outage, or the first failed request. */
  since: number | null;
  /** The failure behind `offline` or `attention`. */
  failure: Failure | null;
  stores: StoreOverview[];
}

export interface Counts {
  expected: number;
  /** Includes a `suspect` that was connected: not confirmed is not disconnected. */
  connected: number;
  disconnected: number;
  unknown: number;
}

export interface StoreOverview {
  account: string;
  merchantAccount: string;
  reference: string;
  name: string;
  origin: Origin;
  verdict: Verdict;
  counts: Counts;
  checking: boolean;
  checkedAt: number | null;
  nextAt: number | null;
  /** Why the last request failed; null when it did not. */
  failure: Failure | null;
  failingSince: number | null;
  /** `nothing-found`: a good answer, but no terminal is known here; `all-missing`: every expected one is confirmed missing. */
  notice: 'nothing-found' | 'all-missing' | null;
  /** Made when they are first looked at, so look before anything else happens. */
  terminals: TerminalOverview[];
}

export interface TerminalOverview {
  poiid: string;
  /** The name somebody gave it, else its POIID. */
  name: string;
  status: TerminalStatus;
  since: number | null;
  /** Being asked for right now. */
  checking: boolean;
  /** It drops and returns so often that its state says little. */
  unstable: boolean;
  /** Expected, but never once seen connected. */
  neverSeen: boolean;
  /** Why the last request for its own ID failed; null when it did not. */
  failure: Failure | null;
  seenAt: number | null;
  checkedAt: number | null;
}
