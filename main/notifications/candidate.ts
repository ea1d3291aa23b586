import type { Failure } from '../monitor/failure.ts';
import type { StoreOverview } from '../monitor/overview-types.ts';
import type { TerminalEvent } from '../monitor/terminal.ts';
import type { NotificationKind } from './decision.ts';
import type { Subject } from './situation.ts';

/** Something that people could be told. */
export interface Candidate {
  kind: NotificationKind;
  account: string;
  /** Reference of the store where it is now. */
  store: string | null;
  poiid: string | null;
  /** What it is about, without what nobody watches any more. */
  changes: Change[];
  /** What the engine said; to be kept where it is held back. */
  events: TerminalEvent[];
  /** Whether it is true at this moment, as far as anybody knows. */
  settled: boolean;
  /** For `attention` only. */
  failing: Failing | null;
}

export interface Change extends Subject {
  event: TerminalEvent;
}

/** An account that gives no usable answers. */
export interface Failing {
  /** The same as long as there is nothing new to tell. */
  cause: string;
  failure: Failure;
  /** Epoch ms. */
  since: number;
  /** At least one. */
  stores: StoreOverview[];
}

/** The same for what is, round after round, the same news. */
export function subjectKey({
  kind,
  account,
  store,
  poiid,
}: Pick<Candidate, 'kind' | 'account' | 'store' | 'poiid'>) {
  return [kind, account, store ?? '', poiid ?? ''].join('/');
}
