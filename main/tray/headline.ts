import { duration } from '../../assets/locales/duration.ts';
import { failureWords } from '../../assets/locales/failure.ts';
import { shorten } from '../../assets/locales/shorten.ts';
import type { Failure } from '../monitor/failure.ts';
import type { Overview, StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import { snoozeOf, type Snooze } from '../monitor/quiet.ts';
import type { IconSubject, Telling } from './view-types.ts';

/** Names come from people and can be as long as they like; a menu cannot. */
const nameLength = 48;

/** One sentence, without a full stop: what is wrong and since when; first of all that nobody is told of it. */
export function headline(overview: Overview, telling: Telling): string {
  const { words, moment, icon } = telling;
  const snooze = snoozeInForce(telling);
  const what = state(overview, telling);
  // One of several icons has to say which one it is.
  const facts = icon.kind === 'all' ? { what } : { what, name: icon.name, context: 'named' };
  if (snooze === null) return words('tray:headline.plain', facts);
  if (snooze.until === null) return words('tray:headline.snoozedUntilRecovery', facts);
  return words('tray:headline.snoozedUntil', { ...facts, at: moment(snooze.until) });
}

/** Of everything, or of the store that the icon stands for. */
export function snoozeInForce({ quiet, icon }: Pick<Telling, 'quiet' | 'icon'>): Snooze | null {
  const all = snoozeOf(quiet, { kind: 'all' });
  return all ?? (icon.kind === 'store' ? snoozeOf(quiet, icon) : null);
}

function state(overview: Overview, telling: Telling): string {
  const { words } = telling;
  if (overview.unconfigured) return words('tray:headline.unconfigured');
  switch (overview.verdict) {
    case 'disconnected':
      return disconnected(overview, telling);
    case 'offline':
    case 'attention':
      return failing(overview.failure, overview.since, telling) ?? words('tray:headline.attention');
    case 'unknown':
      return unknown(overview, telling);
    case 'connected':
      return words('tray:headline.connected', { count: overview.counts.expected });
  }
}

/** The failure for the store's people, as part of a longer line. */
export function failing(failure: Failure | null, since: number | null, telling: Telling): string | null {
  if (failure === null) return null;
  const why = failureWords(failure, telling.words).store.replace(/\.$/, '');
  if (since === null) return why;
  return telling.words('tray:headline.failingSince', { why, at: telling.moment(since) });
}

export interface Outage {
  store: StoreOverview;
  terminal: TerminalOverview;
}

/** Every disconnected terminal, the longest outage first. */
export function outages(overview: Overview): Outage[] {
  return overview.stores
    .filter(({ counts }) => counts.disconnected > 0)
    .flatMap((store) => store.terminals.map((terminal) => ({ store, terminal })))
    .filter(({ terminal }) => terminal.status === 'disconnected')
    .toSorted((one, other) => (one.terminal.since ?? 0) - (other.terminal.since ?? 0));
}

export function nameOf({ name }: { name: string }): string {
  return shorten(name, nameLength);
}

function disconnected(overview: Overview, { words, now, icon }: Telling): string {
  const { counts, since } = overview;
  const lasted = duration(now - (since ?? now), words);
  const [first, second] = outages(overview);
  if (first && !second) {
    return words('tray:headline.disconnectedOne', {
      terminal: nameOf(first.terminal),
      store: nameOf(first.store),
      duration: lasted,
      ...here(icon),
    });
  }
  return words('tray:headline.disconnectedMany', {
    count: counts.disconnected,
    total: counts.expected,
    duration: lasted,
  });
}

/** What an icon of one store says needs not name it again. */
export function here({ kind }: IconSubject): { context?: 'here' } {
  return kind === 'store' ? { context: 'here' } : {};
}

function unknown({ checkedAt, counts, stores }: Overview, { words, icon }: Telling): string {
  if (checkedAt === null) return words('tray:headline.waiting');
  if (counts.unknown > 0) {
    return words('tray:headline.unknown', { count: counts.unknown, total: counts.expected });
  }
  const empty = stores.filter(({ notice }) => notice === 'nothing-found');
  const [only] = empty;
  if (!only) return words('tray:headline.waiting');
  return words('tray:headline.nothingFound', { count: empty.length, store: nameOf(only), ...here(icon) });
}
