import type { StoreOverview, TerminalOverview } from '../../../main/monitor/overview-types.ts';
import { noQuiet } from '../../../main/monitor/quiet.ts';
import type { RoundReport } from '../../../main/monitor/round.ts';
import type { TerminalEvent } from '../../../main/monitor/terminal.ts';
import { noMemory } from '../../../main/notifications/memory.ts';
import type { Situation } from '../../../main/notifications/situation.ts';
import { defaultRules } from '../../../main/settings/notifications.ts';
import { makeOverview, minutes, twoPastTwo } from '../tray/make.ts';

/** When the round of these tests has ended. */
export const now = twoPastTwo + minutes(12);

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
    at: now,
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

export function makeReport(events: TerminalEvent[], given: Partial<RoundReport> = {}): RoundReport {
  return { round: 7, startedAt: twoPastTwo, endedAt: now, events, failures: [], ...given };
}

/** People were told that these are down. */
export function toldDown(store: StoreOverview, terminals: TerminalOverview[] = store.terminals) {
  return terminals.map(({ poiid }) => ({
    account: store.account,
    poiid,
    toldAt: twoPastTwo,
    reminded: false,
  }));
}

/** Nothing speaks against telling people. */
export function makeSituation(
  stores: StoreOverview[],
  events: TerminalEvent[] = [],
  given: Partial<Situation> = {},
): Situation {
  return {
    report: makeReport(events),
    overview: makeOverview(stores),
    hoursOf: () => null,
    quiet: noQuiet,
    rules: defaultRules(),
    doNotDisturb: false,
    notShown: false,
    memory: noMemory,
    ...given,
  };
}
