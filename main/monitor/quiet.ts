import { isEqual } from 'es-toolkit';
import { storeKey, terminalKey } from './terminal.ts';
import type { Overview } from './overview-types.ts';

/** What somebody wants to hear nothing of for a while. Checking goes on, and icon and window keep showing the truth. */
export interface Quiet {
  /** At most one for everything, one for each store, and one for each terminal. */
  snoozes: Snooze[];
  /** Terminals of which somebody said *I know*, until they are connected again. */
  acknowledged: TerminalRef[];
}

export interface Snooze {
  scope: SnoozeScope;
  /** Epoch ms; null: until everything in it is connected. */
  until: number | null;
  /** How long it was to last; null where it lasts until something happens, be it that a time of day has come. */
  lengthMs: number | null;
}

export type SnoozeScope =
  | { kind: 'all' }
  | { kind: 'store'; account: string; store: string }
  | { kind: 'terminal'; account: string; poiid: string };

export interface TerminalRef {
  account: string;
  poiid: string;
}

/** A quarter of an hour, an hour, until it opens, until all of it is connected. */
export type SnoozeLength = 'quarter' | 'hour' | 'opening' | 'recovery';

export const noQuiet: Quiet = { snoozes: [], acknowledged: [] };

const minuteMs = 60_000;

/**
 * In place of the snooze that this scope has.
 * @param opening when the scope opens next, epoch ms; null where that is not known, and then `opening` changes nothing
 */
export function snooze(
  quiet: Quiet,
  scope: SnoozeScope,
  length: SnoozeLength,
  now: number,
  opening: number | null,
): Quiet {
  if (length === 'opening' && opening === null) return quiet;
  const lengthMs = { quarter: 15 * minuteMs, hour: 60 * minuteMs, opening: null, recovery: null }[length];
  const moment = length === 'opening' ? opening : null;
  const until = lengthMs === null ? moment : now + lengthMs;
  const rest = endSnooze(quiet, scope);
  return { ...rest, snoozes: [...rest.snoozes, { scope, until, lengthMs }] };
}

/** The clock was set by so many ms: what was to last for a while lasts as long as it would have. */
export function quietAfterClockSet(quiet: Quiet, byMs: number): Quiet {
  const moved = (one: Snooze): Snooze =>
    one.until === null || one.lengthMs === null ? one : { ...one, until: one.until + byMs };
  return quiet.snoozes.some(({ lengthMs }) => lengthMs !== null)
    ? { ...quiet, snoozes: quiet.snoozes.map(moved) }
    : quiet;
}

/** A clock that was set back while nobody looked makes no snooze longer than it was to be. */
function withoutExcess(snoozed: Snooze, now: number): Snooze {
  const { until, lengthMs } = snoozed;
  if (until === null || lengthMs === null || until - now <= lengthMs) return snoozed;
  return { ...snoozed, until: now + lengthMs };
}

export function endSnooze(quiet: Quiet, scope: SnoozeScope): Quiet {
  return { ...quiet, snoozes: quiet.snoozes.filter((one) => !isSame(one.scope, scope)) };
}

export function acknowledge(quiet: Quiet, { account, poiid }: TerminalRef, on: boolean): Quiet {
  const key = terminalKey(account, poiid);
  const others = quiet.acknowledged.filter((one) => terminalKey(one.account, one.poiid) !== key);
  return { ...quiet, acknowledged: on ? [...others, { account, poiid }] : others };
}

/**
 * Without what is over: a time that has passed, a terminal that is connected; nor longer than it was to be. The same
 * object where nothing is.
 * What cannot be seen now, for want of an answer or of its store, has not recovered.
 */
export function withoutEnded(quiet: Quiet, overview: Overview, now: number): Quiet {
  const { snoozes, acknowledged } = quiet;
  if (snoozes.length + acknowledged.length === 0) return quiet;
  const stays = ({ scope, until }: Snooze) => (until === null ? !isWell(overview, scope) : now < until);
  const connected = new Set(
    overview.stores.flatMap(({ account, terminals }) =>
      terminals
        .filter(({ status }) => status === 'connected')
        .map(({ poiid }) => terminalKey(account, poiid)),
    ),
  );
  const next = {
    snoozes: snoozes.filter(stays).map((one) => withoutExcess(one, now)),
    acknowledged: acknowledged.filter(({ account, poiid }) => !connected.has(terminalKey(account, poiid))),
  };
  return isEqual(next, quiet) ? quiet : next;
}

/** The snooze of everything, or of the store or terminal itself. */
export function snoozeOf({ snoozes }: Quiet, scope: SnoozeScope): Snooze | null {
  return snoozes.find((one) => isSame(one.scope, scope)) ?? null;
}

function isSame(one: SnoozeScope, other: SnoozeScope): boolean {
  return one.kind === other.kind && keyOf(one) === keyOf(other);
}

function keyOf(scope: SnoozeScope): string {
  switch (scope.kind) {
    case 'all':
      return '';
    case 'store':
      return storeKey(scope.account, scope.store);
    case 'terminal':
      return terminalKey(scope.account, scope.poiid);
  }
}

function isWell({ stores }: Overview, scope: SnoozeScope): boolean {
  if (scope.kind === 'terminal') {
    return stores.some(({ account, terminals }) =>
      terminals.some(
        ({ poiid, status }) => status === 'connected' && terminalKey(account, poiid) === keyOf(scope),
      ),
    );
  }
  const within = stores.filter(
    ({ account, reference }) =>
      scope.kind === 'all' || (account === scope.account && reference === scope.store),
  );
  return (
    within.length > 0 &&
    within.every(({ terminals }) => terminals.every(({ status }) => status === 'connected'))
  );
}

/** What tray and window show and offer. */
export interface QuietView extends Quiet {
  /** Stores that can be snoozed until they open, by `storeKey`; with any of them everything can. */
  withHours: string[];
}

/** Without what has ended by the clock since the last round. */
export function quietView(quiet: Quiet, withHours: string[], now: number): QuietView {
  const { snoozes, acknowledged } = quiet;
  const lasting = snoozes.filter(({ until }) => until === null || now < until);
  return { snoozes: lasting.map((one) => withoutExcess(one, now)), acknowledged, withHours };
}
