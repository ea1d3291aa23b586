import type { TerminalRecord } from './terminal.ts';
import { noticeableMs } from './time-step.ts';

/**
 * A record of an earlier run as it can be believed now. One from a time that is yet to come says that the clock was set
 * back while nobody watched: how old its evidence is nobody knows, so there is none; and nothing began later than now.
 */
export function asOf(record: TerminalRecord, now: number): TerminalRecord {
  const past = (at: number | null) => (at === null ? null : Math.min(at, now));
  const isOfLater = record.evidenceAt !== null && record.evidenceAt > now + noticeableMs;
  return {
    ...record,
    since: Math.min(record.since, now),
    connectedSince: past(record.connectedSince),
    outageSince: past(record.outageSince),
    seenAt: past(record.seenAt),
    evidenceAt: isOfLater ? null : past(record.evidenceAt),
    swings: record.swings.map((at) => Math.min(at, now)),
  };
}
