import type { Region } from '../monitor/watchlist.ts';

/** A store as the Management API lists it. */
export interface FetchedStore {
  /** Adyen's own, `ST…`. */
  id: string;
  /** The store reference; empty where it has none. */
  reference: string;
  /** Its description; empty where nobody wrote one. */
  name: string;
  status: 'active' | 'inactive' | 'closed' | 'unknown';
}

/** A terminal as the Management API lists it. Whether it is connected is not part of that. */
export interface FetchedTerminal {
  poiid: string;
  status: 'boarded' | 'deployed' | 'inventory' | 'reassignmentInProgress' | 'unknown';
  /** Null where it is assigned to the company only. */
  merchantAccount: string | null;
  /** Adyen's ID of the store; null where it is assigned to no store. */
  storeId: string | null;
  /** `HH:mm` in the terminal's time zone. */
  restartTime: string | null;
  /** As its own Cloud Device API endpoint tells. */
  region: Region | null;
}

/** From a terminal's settings, which cost a request each. */
export interface FetchedSettings {
  /** Empty where nobody named it. */
  deviceName: string;
  /** 0 to 23 in the terminal's time zone. */
  restartHour: number | null;
}

/** What an API key is. */
export interface Credential {
  username: string;
  company: string;
  active: boolean;
  roles: string[];
  /** Where the key may be used from; empty: anywhere. */
  allowedIpAddresses: string[];
}
