import { failureWords } from '../../assets/locales/failure.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { Overview, StoreOverview, Verdict } from '../monitor/overview-types.ts';
import type { TerminalStatus } from '../monitor/terminal.ts';

export type State = 'connected' | 'attention' | 'disconnected' | 'unknown';

/** The one object that `check --json` prints. Times are ISO 8601 in UTC. */
export interface Report {
  state: State;
  /** Of the last good answer; null where there was none. */
  checkedAt: string | null;
  stores: StoreReport[];
}

interface StoreReport {
  account: string;
  reference: string;
  name: string;
  state: State;
  terminals: { poiid: string; name: string; state: TerminalStatus; since: string | null }[];
  /** Only where the store's request failed. */
  failure?: { kind: string; message: string; remedy: string; detail: string };
}

export function report(overview: Overview, words: Words): Report {
  return {
    state: stateOf(overview.verdict),
    checkedAt: iso(overview.checkedAt),
    stores: overview.stores.map((store) => storeReport(store, words)),
  };
}

function storeReport(store: StoreOverview, words: Words): StoreReport {
  const { account, reference, name, failure } = store;
  const told = failure && failureWords(failure, words);
  return {
    account,
    reference,
    name,
    state: stateOf(store.verdict),
    terminals: store.terminals.map(({ poiid, name, status, since }) => ({
      poiid,
      name,
      state: status,
      since: iso(since),
    })),
    ...(told && {
      failure: { kind: failure.kind, message: told.store, remedy: told.remedy, detail: told.support },
    }),
  };
}

/** A PC without a network knows nothing, and nothing is wrong with the terminals for that. */
function stateOf(verdict: Verdict): State {
  return verdict === 'offline' ? 'unknown' : verdict;
}

/** The convention of monitoring plug-ins: ok, warning, critical, unknown. */
export function exitCode(state: State): number {
  switch (state) {
    case 'connected':
      return 0;
    case 'attention':
      return 1;
    case 'disconnected':
      return 2;
    case 'unknown':
      return 3;
  }
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
