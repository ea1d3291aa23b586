import type { Overview, StoreOverview, TerminalOverview } from '../model.ts';
import { modelOf } from './terminal-model.ts';

/**
 * How much is missing, which says where to look first:
 * - `pc`: this PC has no network, so nothing is known;
 * - `answer`: Adyen gives no usable answer;
 * - `account`: no terminal of any store is connected;
 * - `store`: none of this store is;
 * - `unseen`: this one was never once seen;
 * - `alone`: others of its store are connected;
 * - `single`: it is the only one of its store.
 */
export type Extent = 'pc' | 'answer' | 'account' | 'store' | 'unseen' | 'alone' | 'single';

/** One thing to do, and where: at this PC, in the store, at the terminal, or in the vendor's Customer Area. */
export type RestoreStep = keyof typeof places;
export type Place = 'pc' | 'store' | 'terminal' | 'customerArea';

export const places = {
  pcNetwork: 'pc',
  settings: 'pc',
  status: 'pc',
  poiid: 'terminal',
  storeNetwork: 'store',
  power: 'terminal',
  restart: 'terminal',
  cloud: 'terminal',
  diagnosticsAndroid: 'terminal',
  diagnosticsOther: 'terminal',
  diagnosticsEither: 'terminal',
  connectionTest: 'terminal',
  websockets: 'customerArea',
} as const satisfies Record<string, Place>;

type Planned = Exclude<RestoreStep, `diagnostics${string}`> | 'diagnostics';

/**
 * The vendor's steps. The vendor begins with WebSockets; where a terminal has been connected they were enabled, so
 * that question comes last, and what most often is the reason comes first.
 */
const plans: Record<Extent, readonly Planned[]> = {
  pc: ['pcNetwork', 'cloud'],
  answer: ['cloud', 'diagnostics'],
  account: ['status', 'settings', 'storeNetwork', 'restart', 'diagnostics', 'websockets'],
  store: ['storeNetwork', 'power', 'restart', 'diagnostics', 'connectionTest', 'settings', 'websockets'],
  unseen: ['poiid', 'websockets', 'power', 'restart', 'diagnostics', 'settings'],
  alone: ['power', 'cloud', 'restart', 'diagnostics', 'connectionTest', 'websockets'],
  single: ['power', 'cloud', 'restart', 'storeNetwork', 'diagnostics', 'connectionTest', 'websockets'],
};

export function extentOf(overview: Overview, store: StoreOverview, terminal: TerminalOverview): Extent {
  const failure = terminal.failure ?? store.failure;
  if (failure?.kind === 'offline') return 'pc';
  if (failure !== null || terminal.status === 'unknown') return 'answer';
  if (terminal.neverSeen) return 'unseen';
  if (!isDark(store)) return store.counts.expected > 1 ? 'alone' : 'single';
  const others = overview.stores.filter(
    (other) => other.account === store.account && other !== store && other.counts.expected > 0,
  );
  if (others.length > 0 && others.every(isDark)) return 'account';
  return store.counts.expected > 1 ? 'store' : 'single';
}

/** What to do, in this order. */
export function restoreSteps(extent: Extent, poiid: string): RestoreStep[] {
  return plans[extent].map((step) => (step === 'diagnostics' ? diagnosticsOf(poiid) : step));
}

/** The way to the diagnostics is another one on Android. */
function diagnosticsOf(poiid: string): RestoreStep {
  const model = modelOf(poiid);
  if (model === null) return 'diagnosticsEither';
  return model.android ? 'diagnosticsAndroid' : 'diagnosticsOther';
}

function isDark({ counts }: StoreOverview): boolean {
  return counts.disconnected === counts.expected;
}
