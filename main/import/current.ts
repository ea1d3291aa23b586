import type { Environment, Region, SourceChoice } from '../monitor/watchlist.ts';

/** What is configured of one account, as far as an import concerns it. */
export interface Current {
  merchantAccount: string;
  environment: Environment;
  region: Region;
  source: SourceChoice;
  stores: CurrentStore[];
  /** Also those that nobody wrote down, but that were seen connected. */
  terminals: CurrentTerminal[];
}

export interface CurrentStore {
  reference: string;
  /** Adyen's own (`ST…`); empty where it is not known. */
  id: string;
  /** The reference itself where nobody named it. */
  name: string;
  /** The name that the last import put there; null where none did. */
  importedName: string | null;
  /** Null where none is planned for this store, whatever Adyen says. */
  restart: CurrentRestart | null;
}

/** The daily restart of a store's terminals. */
export interface CurrentRestart {
  /** `HH:mm` by the store's own clock. */
  at: string;
  /** False while it is the usual one. */
  written: boolean;
  /** As for a name. */
  importedAt: string | null;
}

export interface CurrentTerminal {
  poiid: string;
  /** Reference of its store. */
  store: string;
  /** Empty where nobody named it. */
  name: string;
  /** As for a store. */
  importedName: string | null;
  watched: boolean;
}
