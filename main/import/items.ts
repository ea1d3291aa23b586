import type { Region } from '../monitor/watchlist.ts';

/** One thing that an import would do. */
export type ImportItem = {
  /** The same for the same thing, however often it is previewed. */
  id: string;
  /** It would replace what the user wrote, so it is done only on demand. */
  conflict: boolean;
} & (
  | { kind: 'region'; from: Region; to: Region }
  /** `restart`: when all of its terminals restart, as `HH:mm`; null where they differ or nobody said. */
  | { kind: 'add-store'; reference: string; storeId: string; name: string; restart: string | null }
  | { kind: 'name-store'; reference: string; from: string; to: string }
  /** Adyen's own ID, which the Cloud Device API asks with. */
  | { kind: 'store-id'; reference: string; from: string; to: string }
  | { kind: 'restart'; reference: string; from: string; to: string }
  | { kind: 'add-terminal'; poiid: string; store: string; name: string }
  | { kind: 'name-terminal'; poiid: string; store: string; from: string; to: string }
  | { kind: 'move-terminal'; poiid: string; name: string; from: string; to: string }
);

export type ItemKind = ImportItem['kind'];

/** What an import would change, and what it would not. Lists are in Adyen's order. */
export interface Preview {
  items: ImportItem[];
  /** Those that are configured, or would be, under the name that they have now or would get. */
  stores: { reference: string; name: string; isNew: boolean }[];
  /** Already there, and just so. */
  present: { poiid: string; store: string; name: string; watched: boolean }[];
  /** Listed, but nothing comes of them. */
  skippedStores: { id: string; name: string; why: 'closed' | 'inactive' | 'no-reference' }[];
  skippedTerminals: { poiid: string; why: 'not-boarded' | 'no-store' | 'other-account' | 'unusable' }[];
  /** Where the terminals are; more than one, and no single choice is right. */
  regions: Region[];
}
