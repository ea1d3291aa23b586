export const filters = ['all', 'disconnected', 'unknown'] as const;
export type StatusFilter = (typeof filters)[number];

/** What the page shows: terminals by state, or those that somebody stopped watching. */
export type Shown = StatusFilter | 'unwatched';

/** How the stores are ordered: what needs somebody first, by their names, or most terminals missing first. */
export const sorts = ['trouble', 'name', 'missing'] as const;
export type StoreSort = (typeof sorts)[number];

/** How somebody left the list. */
export interface Listing {
  shown: Shown;
  sort: StoreSort;
  /** Stores whose terminals are hidden, by `storeKey`. */
  folded: readonly string[];
}

export const usualListing: Listing = { shown: 'all', sort: 'trouble', folded: [] };

/** As it was kept; what of it is unusable is as usual. */
export function readListing(kept: unknown): Listing {
  const { shown, sort, folded } = fieldsOf(kept);
  return {
    shown: [...filters, 'unwatched' as const].find((one) => one === shown) ?? usualListing.shown,
    sort: sorts.find((one) => one === sort) ?? usualListing.sort,
    folded: Array.isArray(folded)
      ? folded.filter((key): key is string => typeof key === 'string')
      : usualListing.folded,
  };
}

function fieldsOf(kept: unknown): Partial<Record<keyof Listing, unknown>> {
  return typeof kept === 'object' && kept !== null ? kept : {};
}
