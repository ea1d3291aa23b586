import type { Overview, StoreOverview, TerminalOverview } from '../../../renderer/model.ts';

export function makeTerminal(terminal: Partial<TerminalOverview> = {}): TerminalOverview {
  const poiid = terminal.poiid ?? 'V400m-324688179';
  return {
    poiid,
    name: poiid,
    status: 'connected',
    since: 0,
    checking: false,
    unstable: false,
    neverSeen: false,
    failure: null,
    seenAt: 0,
    checkedAt: 0,
    ...terminal,
  };
}

export function makeStore(store: Partial<StoreOverview> = {}): StoreOverview {
  const terminals = store.terminals ?? [];
  const having = (...states: TerminalOverview['status'][]) =>
    terminals.filter(({ status }) => states.includes(status)).length;
  return {
    account: 'main',
    merchantAccount: 'ExampleMerchant',
    reference: 'UTR-01',
    name: 'Utrecht Centraal',
    origin: 'settings',
    verdict: 'connected',
    counts: {
      expected: terminals.length,
      connected: having('connected', 'suspect'),
      disconnected: having('disconnected'),
      unknown: having('unknown'),
    },
    checking: false,
    checkedAt: 0,
    nextAt: 0,
    failure: null,
    failingSince: null,
    notice: null,
    terminals,
    ...store,
  };
}

export function makeOverview(overview: Partial<Overview> = {}): Overview {
  const stores = overview.stores ?? [];
  const sum = (count: keyof Overview['counts']) =>
    stores.reduce((total, store) => total + store.counts[count], 0);
  return {
    verdict: 'connected',
    unconfigured: false,
    demo: false,
    counts: {
      expected: sum('expected'),
      connected: sum('connected'),
      disconnected: sum('disconnected'),
      unknown: sum('unknown'),
    },
    checking: false,
    checkedAt: 0,
    nextAt: 0,
    since: null,
    failure: null,
    stores,
    ...overview,
  };
}
