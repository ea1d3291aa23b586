import type { Observation, TerminalEvent, TerminalRecord } from './terminal.ts';

/** How much evidence a change takes. All lengths in ms. */
export interface EvidencePolicy {
  /** Knowledge older than this is no knowledge: three missed rounds. */
  staleAfterMs: number;
  /**
   * A terminal whose own request keeps failing must not stay suspect for ever: this many lists in a row
   * without it, over at least this time, confirm as well.
   */
  listsThatConfirm: number;
  listsSpanMs: number;
}

/**
 * The heart: what one observation makes of one terminal.
 *
 * | previous     | present        | absent     | absent-confirmed | silence            |
 * |--------------|----------------|------------|------------------|--------------------|
 * | connected    | connected      | suspect    | suspect          | unknown once stale |
 * | suspect      | connected      | suspect ¹  | disconnected ᴰ   | unknown once stale |
 * | disconnected | connected ᴿ    | disconnected | disconnected   | unknown once stale |
 * | unknown      | connected ᴿ    | suspect    | suspect          | unknown            |
 *
 * ¹ disconnected ᴰ with the n-th list in a row without it, see `EvidencePolicy`.
 * ᴰ event `disconnected`, unless that was the last thing told.
 * ᴿ event `reconnected`, if `disconnected` was the last thing told.
 *
 * A single absence of any kind is only ever a suspicion: the API lists what is connected, so an answer
 * that is wrong once looks exactly like an outage.
 */
export function observe(
  previous: TerminalRecord,
  observation: Observation,
  now: number,
  policy: EvidencePolicy,
): { record: TerminalRecord; event: TerminalEvent | null } {
  switch (observation) {
    case 'present':
      return present(previous, now);
    case 'absent':
    case 'absent-confirmed':
      return absent(previous, observation === 'absent-confirmed', now, policy);
    case 'silence':
      return { record: silence(previous, now, policy), event: null };
  }
}

function present(previous: TerminalRecord, now: number) {
  const connectedSince = previous.connectedSince ?? now;
  const record: TerminalRecord = {
    ...previous,
    status: 'connected',
    since: connectedSince,
    connectedSince,
    outageSince: null,
    seenAt: now,
    evidenceAt: now,
    misses: 0,
    told: 'connected',
  };
  if (previous.told !== 'disconnected') return { record, event: null };
  return { record, event: event('reconnected', record, now, previous.outageSince ?? previous.since) };
}

function absent(previous: TerminalRecord, confirming: boolean, now: number, policy: EvidencePolicy) {
  const outageSince = previous.outageSince ?? now;
  const misses = previous.misses + 1;
  const missed: TerminalRecord = { ...previous, outageSince, evidenceAt: now, misses };
  if (previous.status === 'disconnected') return { record: missed, event: null };

  const insisting = misses >= policy.listsThatConfirm && now - outageSince >= policy.listsSpanMs;
  const sure = previous.status === 'suspect' && (confirming || insisting);
  if (!sure) {
    return { record: { ...missed, status: 'suspect' as const, since: outageSince }, event: null };
  }
  const record: TerminalRecord = {
    ...missed,
    status: 'disconnected',
    since: outageSince,
    connectedSince: null,
    told: 'disconnected',
  };
  if (previous.told === 'disconnected') return { record, event: null };
  return { record, event: event('disconnected', record, now, outageSince) };
}

function silence(previous: TerminalRecord, now: number, policy: EvidencePolicy): TerminalRecord {
  if (previous.status === 'unknown' || !isStale(previous, now, policy)) return previous;
  // Nobody looked in between, so what comes next cannot be counted as one connection with what was.
  return { ...previous, status: 'unknown', since: now, connectedSince: null, misses: 0 };
}

function isStale(record: TerminalRecord, now: number, policy: EvidencePolicy): boolean {
  return record.evidenceAt === null || now - record.evidenceAt > policy.staleAfterMs;
}

function event(
  kind: TerminalEvent['kind'],
  record: TerminalRecord,
  at: number,
  outageSince: number,
): TerminalEvent {
  const { account, store, poiid } = record;
  return { kind, account, store, poiid, at, outageSince, whileAway: false };
}

/** A terminal that is expected but about which nothing is known yet. */
export function unseen(account: string, store: string, poiid: string, now: number): TerminalRecord {
  return {
    account,
    store,
    poiid,
    status: 'unknown',
    since: now,
    connectedSince: null,
    outageSince: null,
    seenAt: null,
    evidenceAt: null,
    misses: 0,
    told: null,
  };
}
