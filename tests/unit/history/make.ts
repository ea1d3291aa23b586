import type { RecorderDeps } from '../../../main/history/recorder.ts';
import type { Overview, StoreOverview, TerminalOverview } from '../../../main/monitor/overview-types.ts';
import * as overviews from '../renderer/overviews.ts';

export function makeTerminalOverview(poiid: string, about: Partial<TerminalOverview> = {}): TerminalOverview {
  return overviews.makeTerminal({ poiid, ...about });
}

export function makeStoreOverview(reference: string, terminals: TerminalOverview[]): StoreOverview {
  return overviews.makeStore({ account: 'shop', reference, name: reference, terminals });
}

export function makeOverview(stores: StoreOverview[]): Overview {
  return overviews.makeOverview({ stores });
}

/** A store of which something is new at every look. */
export function alwaysNew(): RecorderDeps['knowledgeOf'] {
  let version = 0;
  return () => ({ version: (version += 1), size: 0, knownAt: null });
}
