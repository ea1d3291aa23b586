import type { Overview, StoreOverview, TerminalOverview } from '../../../main/monitor/overview-types.ts';
import type { TerminalStatus } from '../../../main/monitor/terminal.ts';
import type { Verdict } from '../../../main/monitor/overview-types.ts';

/** In the zone of whoever runs the test, so that it reads 14:02 everywhere. */
export const twoPastTwo = new Date(2026, 10, 24, 14, 2).getTime();
export const minutes = (count: number) => count * 60_000;

export function makeTerminal(given: Partial<TerminalOverview> = {}): TerminalOverview {
  return {
    poiid: 'V400m-324688179',
    name: 'Till 1',
    status: 'connected',
    since: twoPastTwo,
    checking: false,
    unstable: false,
    neverSeen: false,
    failure: null,
    seenAt: twoPastTwo,
    checkedAt: twoPastTwo,
    ...given,
  };
}

/** A number of terminals, named Till 1, Till 2 and so on. */
export function makeTerminals(statuses: TerminalStatus[], given: Partial<TerminalOverview> = {}) {
  return statuses.map((status, index) =>
    makeTerminal({ poiid: `V400m-${100 + index}`, name: `Till ${index + 1}`, status, ...given }),
  );
}

export function makeStore(given: Partial<StoreOverview> = {}): StoreOverview {
  const terminals = given.terminals ?? [makeTerminal()];
  const count = (...statuses: TerminalStatus[]) =>
    terminals.filter(({ status }) => statuses.includes(status)).length;
  const counts = {
    expected: terminals.length,
    connected: count('connected', 'suspect'),
    disconnected: count('disconnected'),
    unknown: count('unknown'),
  };
  return {
    account: 'shop',
    merchantAccount: 'ExampleMerchant',
    reference: 'UTR-01',
    name: 'Utrecht Centraal',
    origin: 'settings',
    verdict: counts.disconnected > 0 ? 'disconnected' : counts.unknown > 0 ? 'unknown' : 'connected',
    counts,
    checking: false,
    checkedAt: twoPastTwo,
    nextAt: null,
    failure: null,
    failingSince: null,
    notice: null,
    terminals,
    ...given,
  };
}

const worstFirst: Verdict[] = ['disconnected', 'offline', 'attention', 'unknown', 'connected'];

/** Rolled up from the stores; what is given wins. */
export function makeOverview(stores: StoreOverview[], given: Partial<Overview> = {}): Overview {
  const sum = (pick: (store: StoreOverview) => number) =>
    stores.reduce((total, store) => total + pick(store), 0);
  const verdict =
    worstFirst.find((candidate) => stores.some((store) => store.verdict === candidate)) ?? 'unknown';
  return {
    verdict,
    unconfigured: stores.length === 0,
    demo: false,
    counts: {
      expected: sum(({ counts }) => counts.expected),
      connected: sum(({ counts }) => counts.connected),
      disconnected: sum(({ counts }) => counts.disconnected),
      unknown: sum(({ counts }) => counts.unknown),
    },
    checking: false,
    checkedAt: twoPastTwo,
    nextAt: null,
    since: verdict === 'disconnected' ? twoPastTwo : null,
    failure: stores.find((store) => store.verdict === verdict)?.failure ?? null,
    stores,
    ...given,
  };
}
