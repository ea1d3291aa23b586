import type { TerminalEvent, TerminalRecord } from './terminal.ts';
import type { Unstable } from './watchlist.ts';

export interface TellingPolicy {
  flapping: Unstable;
}

/**
 * What people are told of a step from one state of knowledge to the next.
 *
 * | state now    | last told    | event        |
 * |--------------|--------------|--------------|
 * | disconnected | disconnected | none         |
 * | disconnected | anything else| disconnected |
 * | connected    | disconnected | reconnected  |
 * | connected    | anything else| none         |
 * | other        | any          | none         |
 *
 * An unstable terminal gives one event `unstable` instead of this stream; what was told before it stays the last
 * told, so that at its end there is an event only if that is no longer true.
 */
export function tell(
  previous: TerminalRecord,
  next: TerminalRecord,
  now: number,
  { flapping }: TellingPolicy,
): { record: TerminalRecord; event: TerminalEvent | null } {
  const swung = isSwing(previous, next);
  const record = swung ? withSwing(next, now, flapping) : next;
  const { swings } = record;

  // Only a change makes it so: a setting of fewer must not find it in changes of long ago.
  if (swung && !record.flapping && swings.length >= flapping.changes) {
    return { record: { ...record, flapping: true }, event: eventOf('unstable', previous, record, now) };
  }
  if (record.flapping) {
    if (now - (swings.at(-1) ?? 0) < flapping.calmMs || !isSettled(record)) return { record, event: null };
    return tellState(previous, { ...record, flapping: false, swings: [] }, now);
  }
  return tellState(previous, record, now);
}

function withSwing(record: TerminalRecord, now: number, { windowMs, changes }: TellingPolicy['flapping']) {
  const recent = record.swings.filter((at) => now - at < windowMs);
  return { ...record, swings: [...recent, now].slice(-changes) };
}

function tellState(previous: TerminalRecord, record: TerminalRecord, now: number) {
  const { status, told } = record;
  if (status === 'disconnected' && told !== 'disconnected') {
    const event = eventOf('disconnected', previous, record, now);
    return { record: { ...record, told: 'disconnected' as const }, event };
  }
  // By far the most common: thousands of terminals a round that are as they were.
  if (status !== 'connected' || told === 'connected') return { record, event: null };
  const event = told === 'disconnected' ? eventOf('reconnected', previous, record, now) : null;
  return { record: { ...record, told: 'connected' as const }, event };
}

/** A change that was watched from one side to the other; what happened while nobody looked says nothing. */
function isSwing(previous: TerminalRecord, next: TerminalRecord): boolean {
  if (previous.status === 'unknown' || next.status === 'unknown') return false;
  return (previous.status === 'disconnected') !== (next.status === 'disconnected');
}

/** One that was seen a moment ago and only is not believed yet is no more disconnected than connected. */
function isSettled({ status, hits }: TerminalRecord): boolean {
  return status === 'connected' || (status === 'disconnected' && hits === 0);
}

function eventOf(
  kind: TerminalEvent['kind'],
  previous: TerminalRecord,
  { account, store, poiid, outageSince, seenAt }: TerminalRecord,
  at: number,
): TerminalEvent {
  return {
    kind,
    account,
    store,
    poiid,
    at,
    outageSince: outageSince ?? previous.outageSince ?? at,
    whileAway: false,
    neverSeen: seenAt === null,
  };
}
