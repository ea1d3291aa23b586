import type { OpeningHours } from './opening-hours.ts';
import type { RestartWindow } from './restart-window.ts';

/**
 * What is to be watched: the user's settings, the managed file and the demo store brought together.
 * The engine knows nothing of where an entry came from beyond `origin`.
 */
export interface Watchlist {
  accounts: Account[];
  pace: Pace;
  unstable: Unstable;
  /** There should be more: what an administrator set could not be read, and must not pass for all being well. */
  incomplete: boolean;
}

export type Environment = 'test' | 'live';

/** Live regions; in `test` there is one host for all of them. */
export type Region = 'eu' | 'us' | 'au' | 'apse' | 'nea';

/** Which of the vendor's APIs is asked; `auto` leaves it to what the key may use. */
export type SourceChoice = 'auto' | 'connected-terminals' | 'cloud-device';

export type Origin = 'settings' | 'managed' | 'demo';

export interface Account {
  /** Ours, not Adyen's: names the account in settings, in the keychain and in TILLWATCH_API_KEY_<ID>. */
  id: string;
  environment: Environment;
  region: Region;
  merchantAccount: string;
  /** A base URL in place of the vendor's host; already validated by `terminal-api/endpoints`. */
  endpoint: string | null;
  source: SourceChoice;
  stores: Store[];
  origin: Origin;
}

export interface Store {
  /** The store reference ("store code") that the API takes, not Adyen's `ST…` ID. */
  reference: string;
  /** Adyen's own (`ST…`); empty where it is not known. */
  id: string;
  name: string;
  /** Terminals that somebody wrote down: expected from the start, or named, or no longer watched. */
  terminals: ListedTerminal[];
  /** Null where no restart is planned. */
  restart: RestartWindow | null;
  /** Null where nobody set any: then somebody may be there at any time. */
  openingHours: OpeningHours | null;
}

export interface ListedTerminal {
  poiid: string;
  /** Empty where nobody named it. */
  name: string;
  /** False once somebody stopped watching it: seen or not, it is nobody's concern. */
  watched: boolean;
  origin: Origin;
}

/** When a terminal counts as unstable. Lengths in ms. */
export interface Unstable {
  /** This many confirmed changes … */
  changes: number;
  /** … within this time begin it … */
  windowMs: number;
  /** … and this long without one ends it. */
  calmMs: number;
}

export interface Pace {
  /** Between two checks of the same store, in ms. */
  intervalMs: number;
  /** Between a terminal going missing and the request that confirms it, in ms. */
  confirmationMs: number;
  /** In place of the interval while all stores of an account are closed, in ms; null: no other. */
  closedIntervalMs: number | null;
}

/**
 * Only the Cloud Device API has a host there: [3] `device-api-live-nea`, while a terminal-api host for north-east Asia
 * was not found anywhere ([?] adyen-api.md §1).
 */
export function isDeviceOnly({
  environment,
  region,
  endpoint,
}: Pick<Account, 'environment' | 'region' | 'endpoint'>): boolean {
  return environment === 'live' && region === 'nea' && endpoint === null;
}

/** Whether its next answers may differ although nothing changed at the terminals. */
export function asksElsewhere(account: Account, before: Account): boolean {
  const keys = ['environment', 'region', 'merchantAccount', 'endpoint', 'source'] as const;
  return keys.some((key) => account[key] !== before[key]);
}

/** Whether other terminals are in it: every environment and merchant account has its own. */
export function isAnother(account: Account, before: Account): boolean {
  return account.environment !== before.environment || account.merchantAccount !== before.merchantAccount;
}

/** Before anything is configured. */
export const nothingWatched: Watchlist = {
  accounts: [],
  pace: { intervalMs: 30_000, confirmationMs: 5_000, closedIntervalMs: null },
  unstable: { changes: 5, windowMs: 30 * 60_000, calmMs: 10 * 60_000 },
  incomplete: false,
};
