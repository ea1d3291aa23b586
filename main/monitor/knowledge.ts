import type { Counts } from './overview-types.ts';
import { evidenceAt, type Entry } from './records.ts';
import type { TerminalRecord, TerminalStatus } from './terminal.ts';

/** What is known of a store's terminals, as far as it takes to see whether there is anything new to look at. */
export interface Knowledge {
  /** Another one where anything about them may have changed but when they were last confirmed … */
  version: number;
  /** … as it has where another number of them is watched. */
  size: number;
  /** Until when each that is connected is known to be; epoch ms. Null where that differs, or none is. */
  knownAt: number | null;
}

/** @param since the number of the last change that concerned all of them */
export function knowledgeOf(entries: Iterable<Entry>, since: number): Knowledge {
  let version = since;
  let size = 0;
  let oldest = Infinity;
  let newest = -Infinity;
  for (const entry of entries) {
    size += 1;
    version = Math.max(version, entry.changed);
    if (entry.record.status !== 'connected') continue;
    const at = evidenceAt(entry) ?? -Infinity;
    oldest = Math.min(oldest, at);
    newest = Math.max(newest, at);
  }
  return { version, size, knownAt: oldest === newest ? oldest : null };
}

export function countsOf(entries: Iterable<Entry>): Counts {
  const counts: Counts = { expected: 0, connected: 0, disconnected: 0, unknown: 0 };
  for (const { record } of entries) {
    counts.expected += 1;
    counts[countedAs(record)] += 1;
  }
  return counts;
}

/** What is missed and was connected is not disconnected before that is confirmed; what nobody knew of is not known. */
function countedAs({ status, connectedSince }: TerminalRecord): Exclude<TerminalStatus, 'suspect'> {
  if (status !== 'suspect') return status;
  return connectedSince === null ? 'unknown' : 'connected';
}
