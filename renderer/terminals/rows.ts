import type { Overview, StoreOverview, TerminalOverview, TerminalStatus } from '../model.ts';

export type StatusFilter = 'all' | 'disconnected' | 'unknown';

/** The list as it is drawn, one entry a line. `last` closes the frame of its store. */
export type Row =
  | { kind: 'store'; key: string; store: StoreOverview; last: boolean }
  | { kind: 'note'; key: string; store: StoreOverview; last: boolean }
  | { kind: 'terminal'; key: string; store: StoreOverview; terminal: TerminalOverview; last: boolean };

/** What needs somebody comes first; among equals the order stays. */
const urgency: Record<TerminalStatus, number> = { disconnected: 0, unknown: 1, suspect: 2, connected: 3 };

/**
 * Stores with those of their terminals that match. A store that matches by its own name shows all of
 * them; a store in which nothing matches is left out.
 */
export function rowsOf(overview: Overview, search: string, filter: StatusFilter): Row[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  const everything = filter === 'all' && search.trim() === '';
  return overview.stores.flatMap((store) => {
    const found = store.terminals
      .filter(({ status }) => filter === 'all' || status === filter)
      .filter((terminal) => matches(words, store, terminal))
      .toSorted((one, other) => urgency[one.status] - urgency[other.status]);
    if (found.length === 0 && !everything) return [];
    return framed(store, found, hasNote(store, overview));
  });
}

/** A note is worth its place only where the banner does not say the same already. */
export function hasNote(store: StoreOverview, overview: Overview): boolean {
  if (store.failure !== null) return store.failure.kind !== overview.failure?.kind;
  return store.notice !== null;
}

function framed(store: StoreOverview, terminals: TerminalOverview[], note: boolean): Row[] {
  const key = `${store.account}/${store.reference}`;
  const rows: Row[] = [{ kind: 'store', key, store, last: false }];
  if (note) rows.push({ kind: 'note', key: `${key}?`, store, last: false });
  for (const terminal of terminals) {
    rows.push({ kind: 'terminal', key: `${store.account}/${terminal.poiid}`, store, terminal, last: false });
  }
  const end = rows.at(-1);
  if (end !== undefined) end.last = true;
  return rows;
}

/** Short words must begin one, or "Till 4" would find every V400m. */
const shortest = 3;

function matches(words: string[], store: StoreOverview, terminal: TerminalOverview): boolean {
  const text = ` ${terminal.name} ${terminal.poiid} ${store.name} ${store.reference}`.toLowerCase();
  return words.every((word) => text.includes(word.length < shortest ? ` ${word}` : word));
}
