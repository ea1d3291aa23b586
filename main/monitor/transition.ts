import type { Observation, TerminalEvent, TerminalRecord } from './terminal.ts';
import { tell, type TellingPolicy } from './telling.ts';

/** How much evidence a change takes. All lengths in ms. */
export interface EvidencePolicy extends TellingPolicy {
  /** Knowledge older than this is no knowledge: three missed rounds. */
  staleAfterMs: number;
  /**
   * A terminal whose own request keeps failing must not stay suspect for ever: this many lists in a row
   * without it, over at least this time, confirm as well.
   */
  listsThatConfirm: number;
  listsSpanMs: number;
  /** Good answers in a row that bring an unstable terminal back. Any other comes back with the first. */
  answersThatRestore: number;
  /** A planned restart is under way in this store: a suspect stays one until that is over. */
  restarting: boolean;
}

/**
 * The heart: what one observation makes of one terminal.
 *
 * | previous     | present        | absent         | absent-confirmed | silence            |
 * |--------------|----------------|----------------|------------------|--------------------|
 * | connected    | connected      | suspect        | suspect          | unknown once stale |
 * | suspect      | connected      | suspect ¹      | disconnected ²   | unknown once stale |
 * | disconnected | connected ³    | disconnected   | disconnected     | unknown once stale |
 * | unknown      | connected      | suspect        | suspect          | unknown            |
 *
 * ¹ disconnected ² with the n-th list in a row without it, see `EvidencePolicy`.
 * ² suspect while a planned restart is under way.
 * ³ while unstable: disconnected until the n-th good answer in a row.
 *
 * A single absence of any kind is only ever a suspicion: the API lists what is connected, so an answer
 * that is wrong once looks exactly like an outage. What of it people are told: `telling.ts`.
 */
export function observe(
  previous: TerminalRecord,
  observation: Observation,
  now: number,
  policy: EvidencePolicy,
): { record: TerminalRecord; event: TerminalEvent | null } {
  switch (observation) {
    case 'present':
      return tell(previous, present(previous, now, policy), now, policy);
    case 'absent':
    case 'absent-confirmed':
      return tell(previous, absent(previous, observation === 'absent-confirmed', now, policy), now, policy);
    case 'silence':
      return { record: silence(previous, now, policy), event: null };
  }
}

function present(previous: TerminalRecord, now: number, policy: EvidencePolicy): TerminalRecord {
  const hits = previous.hits + 1;
  const seen = { ...previous, seenAt: now, evidenceAt: now, misses: 0, hits };
  const doubtful = previous.status === 'disconnected' && previous.flapping;
  if (doubtful && hits < policy.answersThatRestore) return seen;
  const connectedSince = previous.connectedSince ?? now;
  return { ...seen, status: 'connected', since: connectedSince, connectedSince, outageSince: null };
}

/**
 * Whether a good answer that holds it changes nothing about it but when it was last heard of: see `confirmed`. True of
 * nearly all terminals at nearly all times.
 */
export function isSteady(record: TerminalRecord): boolean {
  const { status, since, connectedSince, outageSince, misses, flapping, told } = record;
  return (
    status === 'connected' &&
    told === 'connected' &&
    since === connectedSince &&
    outageSince === null &&
    misses === 0 &&
    !flapping
  );
}

/** What so many good answers that hold a steady terminal, the last of them at that time, make of it. */
export function confirmed(record: TerminalRecord, at: number, answers: number): TerminalRecord {
  return { ...record, seenAt: at, evidenceAt: at, hits: record.hits + answers };
}

function absent(
  previous: TerminalRecord,
  confirming: boolean,
  now: number,
  policy: EvidencePolicy,
): TerminalRecord {
  const outageSince = previous.outageSince ?? now;
  const misses = previous.misses + 1;
  const missed: TerminalRecord = { ...previous, outageSince, evidenceAt: now, misses, hits: 0 };
  if (previous.status === 'disconnected') return missed;

  const insisting = misses >= policy.listsThatConfirm && now - outageSince >= policy.listsSpanMs;
  const sure = previous.status === 'suspect' && (confirming || insisting) && !policy.restarting;
  if (!sure) return { ...missed, status: 'suspect', since: outageSince };
  return { ...missed, status: 'disconnected', since: outageSince, connectedSince: null };
}

function silence(previous: TerminalRecord, now: number, policy: EvidencePolicy): TerminalRecord {
  if (!isStale(previous, now, policy)) return previous;
  // Nobody looked in between, so what comes next cannot be counted as one connection with what was.
  return { ...previous, status: 'unknown', since: now, connectedSince: null, misses: 0, hits: 0 };
}

/** Whether silence makes it unknown. */
function isStale(record: TerminalRecord, now: number, policy: EvidencePolicy): boolean {
  return now > staleAt(record, policy);
}

/** Until when it may be believed without another word; epoch ms. */
export function staleAt(
  { status, evidenceAt }: Pick<TerminalRecord, 'status' | 'evidenceAt'>,
  policy: EvidencePolicy,
): number {
  return status === 'unknown' ? Infinity : (evidenceAt ?? -Infinity) + policy.staleAfterMs;
}

/** A terminal that is expected but about which nothing is known yet. */
export function unseen(account: string, store: string, poiid: string, now: number): TerminalRecord {
  return {
    account,
    store,
    poiid,
    installation: false,
    status: 'unknown',
    since: now,
    connectedSince: null,
    outageSince: null,
    seenAt: null,
    evidenceAt: null,
    misses: 0,
    hits: 0,
    swings: [],
    flapping: false,
    told: null,
  };
}
