import type { AddedTerminal } from '../../preload/contract.ts';
import { foldPoiid, readPoiid, samePoiid, splitPoiids } from '../monitor/poiid.ts';
import type { Watchlist } from '../monitor/watchlist.ts';
import { done, wrong, type Edit } from './edit.ts';
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
  let { terminals } = settings;
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
      terminals = put(terminals, { account, store, poiid }, { watched: true });
      added.push({ poiid, outcome: read.odd ? 'odd' : read.repaired ? 'repaired' : 'added' });
    }
  }
  return done({ ...settings, terminals }, { added });
}

/** An empty name goes back to the POIID. */
export function renameTerminal(
  settings: Settings,
  known: readonly KnownTerminal[],
  { account, poiid, name }: TerminalRef & { name: string },
): Edit<null> {
  const tidy = name.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  if (tidy.length > longestText) {
    return wrong('out-of-range', 'name', { least: 0, most: longestText, context: 'characters' });
  }
  return change(settings, known, { account, poiid }, { name: tidy });
}

export function watchTerminal(
  settings: Settings,
  known: readonly KnownTerminal[],
  { account, poiid, watched }: TerminalRef & { watched: boolean },
): Edit<null> {
  return change(settings, known, { account, poiid }, { watched });
}

function change(
  settings: Settings,
  known: readonly KnownTerminal[],
  ref: TerminalRef,
  to: Partial<Pick<TerminalSettings, 'name' | 'watched'>>,
): Edit<null> {
  const terminal = [...settings.terminals, ...known].find((other) => same(other, ref));
  if (!terminal) return wrong('not-found', 'poiid');
  const { account, store, poiid } = terminal;
  return done({ ...settings, terminals: put(settings.terminals, { account, store, poiid }, to) }, null);
}

function put(
  terminals: readonly TerminalSettings[],
  terminal: KnownTerminal,
  to: Partial<Pick<TerminalSettings, 'name' | 'watched'>>,
): TerminalSettings[] {
  return terminals.some((other) => same(other, terminal))
    ? terminals.map((other) => (same(other, terminal) ? { ...other, store: terminal.store, ...to } : other))
    : [...terminals, { ...terminal, name: '', watched: true, ...to }];
}

function same(one: TerminalRef, other: TerminalRef): boolean {
  return one.account === other.account && samePoiid(one.poiid, other.poiid);
}
