import type { Region } from '../monitor/watchlist.ts';

/** What the settings hold of one account, as far as an import concerns it. */
export interface Current {
  merchantAccount: string;
  environment: 'test' | 'live';
  region: Region;
  stores: CurrentStore[];
  terminals: CurrentTerminal[];
}

export interface CurrentStore {
  reference: string;
  /** The reference itself where nobody named it. */
  name: string;
  /** The name that the last import put there; null where none did. */
  importedName: string | null;
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
  /** `HH:mm` in the terminal's time zone; null where nobody said. */
  restartTime: string | null;
  /** As for a name. */
  importedRestartTime: string | null;
}
