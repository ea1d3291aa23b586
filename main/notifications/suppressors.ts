import { isOpen } from '../monitor/opening-hours.ts';
import { storeKey, terminalKey } from '../monitor/terminal.ts';
import { isToldCause } from './attention.ts';
import type { Candidate } from './candidate.ts';
import type { SuppressReason } from './decision.ts';
import { snoozeOf } from '../monitor/quiet.ts';
import type { Situation } from './situation.ts';

/** More than this in a while is a stream that nobody reads: what comes then is told as one, later. */
export const cap = { notifications: 5, withinMs: 10 * 60_000 } as const;

export interface Scene extends Situation {
  /** Terminals that people were told are down, by `terminalKey`. */
  told: ReadonlySet<string>;
  acknowledged: ReadonlySet<string>;
  /** Stores that people are yet to have the summary of, by `storeKey`. */
  opening: ReadonlySet<string>;
}

interface Suppressor {
  applies(candidate: Candidate, scene: Scene): boolean;
  /** It is never told; what is not final is held until nothing speaks against it. */
  final(candidate: Candidate): boolean;
}

const always = () => true;
const never = () => false;

/**
 * | reason           | of                                   | afterwards                            |
 * |------------------|--------------------------------------|---------------------------------------|
 * | unwatched        | terminals                            | never told                            |
 * | drop-not-told    | reconnected                          | never told                            |
 * | already-told     | disconnected; attention by its cause | never told                            |
 * | switched-off     | all but attention                    | never told                            |
 * | acknowledged     | all but reconnected and attention    | held; a summary at opening never told |
 * | snoozed          | all                                  | held                                  |
 * | store-snoozed    | all; attention if all its stores are | held                                  |
 * | terminal-snoozed | all but attention, if all of it are  | held                                  |
 * | outside-hours    | all; attention if all its stores are | held                                  |
 * | not-settled      | all but attention                    | held; unstable never told             |
 * | do-not-disturb   | all                                  | held                                  |
 * | not-shown        | all                                  | held                                  |
 * | too-many         | all; attention by a count of its own | held                                  |
 */
export const suppressors: Record<SuppressReason, Suppressor> = {
  unwatched: {
    applies: ({ changes, failing }) => changes.length === 0 && failing === null,
    final: always,
  },
  'drop-not-told': {
    applies: (candidate, scene) => isAbout(candidate, 'reconnected') && !wasTold(candidate, scene),
    final: always,
  },
  'already-told': {
    applies: (candidate, scene) => {
      const { kind, account, failing } = candidate;
      if (failing) return isToldCause(account, failing, scene.memory);
      return kind !== 'opening-summary' && isAbout(candidate, 'disconnected') && wasTold(candidate, scene);
    },
    final: always,
  },
  'switched-off': { applies: (candidate, { rules }) => !isWanted(candidate, rules), final: always },
  acknowledged: {
    applies: (candidate, { acknowledged }) =>
      candidate.changes.length > 0 &&
      !isAbout(candidate, 'reconnected') &&
      candidate.changes.every(({ store, terminal }) =>
        acknowledged.has(terminalKey(store.account, terminal.poiid)),
      ),
    final: ({ kind }) => kind === 'opening-summary',
  },
  snoozed: { applies: (_, { quiet }) => snoozeOf(quiet, { kind: 'all' }) !== null, final: never },
  'store-snoozed': {
    applies: (candidate, { quiet }) =>
      everyStore(candidate, (account, store) => snoozeOf(quiet, { kind: 'store', account, store }) !== null),
    final: never,
  },
  'terminal-snoozed': {
    applies: ({ account, changes }, { quiet }) =>
      changes.length > 0 &&
      changes.every(
        ({ terminal: { poiid } }) => snoozeOf(quiet, { kind: 'terminal', account, poiid }) !== null,
      ),
    final: never,
  },
  'outside-hours': {
    applies: (candidate, scene) =>
      candidate.kind !== 'opening-summary' &&
      scene.rules.onlyInOpeningHours &&
      everyStore(candidate, (account, store) => isClosed(account, store, candidate, scene)),
    final: never,
  },
  'not-settled': { applies: ({ settled }) => !settled, final: ({ kind }) => kind === 'unstable' },
  'do-not-disturb': { applies: (_, { doNotDisturb }) => doNotDisturb, final: never },
  'not-shown': { applies: (_, { notShown }) => notShown, final: never },
  'too-many': {
    applies: ({ failing }, { memory, report }) => {
      const sentAt = failing ? memory.attentionAt : memory.sentAt;
      return sentAt.filter((at) => isLately(at, report.endedAt)).length >= cap.notifications;
    },
    final: never,
  },
};

/** A clock that was set back must not keep people from being told. */
export function isLately(at: number, now: number): boolean {
  return at <= now && now - at < cap.withinMs;
}

/** An engine's event of this kind, under whatever heading. */
export function isAbout({ kind, events }: Candidate, event: 'disconnected' | 'reconnected'): boolean {
  if (event === 'disconnected' && kind === 'store-offline') return true;
  return kind === 'away-summary' ? events.some((one) => one.kind === event) : kind === event;
}

function wasTold({ events }: Candidate, { told }: Scene): boolean {
  return events.every(({ account, poiid }) => told.has(terminalKey(account, poiid)));
}

function isWanted(
  candidate: Candidate,
  { disconnected, reconnected, stillDisconnected }: Situation['rules'],
) {
  switch (candidate.kind) {
    case 'attention':
      return true;
    case 'still-disconnected':
      return stillDisconnected;
    case 'reconnected':
    case 'away-summary':
      return isAbout(candidate, 'reconnected') ? reconnected : disconnected;
    default:
      return disconnected;
  }
}

function everyStore(
  { account, store, failing }: Candidate,
  holds: (account: string, store: string) => boolean,
): boolean {
  if (failing) return failing.stores.every(({ reference }) => holds(account, reference));
  return store !== null && holds(account, store);
}

/** Until people have the summary of its opening a store counts as closed, but for what is no part of that. */
function isClosed(account: string, store: string, { kind }: Candidate, scene: Scene): boolean {
  if (!isOpen(scene.hoursOf(account, store), scene.report.endedAt)) return true;
  return kind !== 'attention' && scene.opening.has(storeKey(account, store));
}
