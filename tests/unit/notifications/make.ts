import type { StoreOverview, TerminalOverview } from '../../../main/monitor/overview-types.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import type { TerminalEvent } from '../../../main/monitor/terminal.ts';
import { twoPastTwo } from '../tray/make.ts';

/** Something that happened to a terminal of a store. */
export function makeEvent(
  store: StoreOverview,
  terminal: TerminalOverview | undefined,
  given: Partial<TerminalEvent> = {},
): TerminalEvent {
  return {
    kind: terminal?.status === 'disconnected' ? 'disconnected' : 'reconnected',
    account: store.account,
    store: store.reference,
    poiid: terminal?.poiid ?? 'V400m-999',
    at: twoPastTwo + 12 * 60_000,
    outageSince: twoPastTwo,
    whileAway: false,
    neverSeen: false,
    ...given,
  };
}

/** One event for each terminal of the store. */
export function eventsOf(store: StoreOverview, given: Partial<TerminalEvent> = {}): TerminalEvent[] {
  return store.terminals.map((terminal) => makeEvent(store, terminal, given));
}

export function makeReport(events: TerminalEvent[]): RoundReport {
  return { round: 7, startedAt: twoPastTwo, endedAt: twoPastTwo + 12 * 60_000, events, failures: [] };
}
