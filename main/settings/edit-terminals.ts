import type { AddedTerminal } from '../../preload/contract.ts';
import { foldPoiid, readPoiid, splitPoiids } from '../monitor/poiid.ts';
import { terminalKey } from '../monitor/terminal.ts';
import type { Watchlist } from '../monitor/watchlist.ts';
import { done, oneLine, wrong, type Edit } from './edit.ts';
import { longestText, type Settings, type TerminalSettings } from './schema.ts';

/** A terminal that the engine or the watchlist knows, with the store where it is. */
export interface KnownTerminal {
  account: string;
  store: string;
  poiid: string;
}

interface TerminalRef {
  account: string;
  poiid: string;
}

/** One outcome for each POIID of the text, in its order; what stands there twice counts once. */
export function addTerminals(
  settings: Settings,
  watchlist: Watchlist,
  known: readonly KnownTerminal[],
  { account, store, text }: { account: string; store: string; text: string },
): Edit<{ added: AddedTerminal[] }> {
  const stores = watchlist.accounts.find(({ id }) => id === account)?.stores;
  if (!stores?.some(({ reference }) => reference === store)) return wrong('not-found', 'store');

  const listed = stores.flatMap(({ terminals }) => terminals);
  const unwatched = new Set(
    [...listed, ...settings.terminals.filter((entry) => entry.account === account)]
      .filter(({ watched }) => !watched)
      .map(({ poiid }) => foldPoiid(poiid)),
  );
  const watched = new Set(
    [...listed, ...known.filter((terminal) => terminal.account === account)]
      .map(({ poiid }) => foldPoiid(poiid))
      .filter((poiid) => !unwatched.has(poiid)),
  );
  const pasted = new Set<string>();
  const added: AddedTerminal[] = [];
  const terminals = byKey(settings.terminals);
  for (const part of splitPoiids(text)) {
    const read = readPoiid(part);
    const poiid = read.usable ? read.poiid : read.shown;
    const folded = foldPoiid(poiid);
    if (pasted.has(folded)) continue;
    pasted.add(folded);
    if (!read.usable) {
      added.push({ poiid, outcome: 'unusable' });
    } else if (watched.has(folded)) {
      added.push({ poiid, outcome: 'already' });
    } else {
      put(terminals, { account, store, poiid }, { watched: true });
      added.push({ poiid, outcome: read.odd ? 'odd' : read.repaired ? 'repaired' : 'added' });
    }
  }
  return done({ ...settings, terminals: [...terminals.values()] }, { added });
}

/** An empty name goes back to the POIID. */
export function renameTerminal(
  settings: Settings,
  known: readonly KnownTerminal[],
  { account, poiid, name }: TerminalRef & { name: string },
): Edit<null> {
  const tidy = oneLine(name);
  if (tidy.length > longestText) {
    return wrong('out-of-range', 'name', { least: 0, most: longestText, context: 'characters' });
  }
  return change(settings, known, { account, poiid }, { name: tidy });
}

/** What Adyen lists counts for more than this: it holds for terminals that are not connected. */
export function moveTerminal(
  settings: Settings,
  watchlist: Watchlist,
  known: readonly KnownTerminal[],
  { account, poiid, store }: KnownTerminal,
): Edit<null> {
  const stores = watchlist.accounts.find(({ id }) => id === account)?.stores;
  if (!stores?.some(({ reference }) => reference === store)) return wrong('not-found', 'store');
  return change(settings, known, { account, poiid }, { store });
}

export function watchTerminal(
  settings: Settings,
  known: readonly KnownTerminal[],
  { account, poiid, watched }: TerminalRef & { watched: boolean },
): Edit<null> {
  return change(settings, known, { account, poiid }, { watched });
}

function change(settings: Settings, known: readonly KnownTerminal[], ref: TerminalRef, to: Said): Edit<null> {
  const terminals = byKey(settings.terminals);
  const terminal = terminals.get(keyOf(ref)) ?? known.find((other) => keyOf(other) === keyOf(ref));
  if (!terminal) return wrong('not-found', 'poiid');
  put(terminals, terminal, to);
  return done({ ...settings, terminals: [...terminals.values()] }, null);
}

type Said = Partial<Pick<TerminalSettings, 'store' | 'name' | 'watched'>>;

/** What was said before stays, except for the place. */
function put(terminals: Map<string, TerminalSettings>, terminal: KnownTerminal, to: Said): void {
  const { account, store, poiid } = terminal;
  const before = terminals.get(keyOf(terminal)) ?? { account, poiid, name: '', watched: true };
  terminals.set(keyOf(terminal), { ...before, store, ...to });
}

function byKey(terminals: readonly TerminalSettings[]): Map<string, TerminalSettings> {
  return new Map(terminals.map((terminal) => [keyOf(terminal), terminal]));
}

function keyOf({ account, poiid }: TerminalRef): string {
  return terminalKey(account, poiid);
}
