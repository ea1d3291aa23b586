import type { Request, Response } from '../../preload/contract.ts';

export type Summary = Response<'history.summary'>;
export type Charts = Response<'history.charts'>;
export type Incident = Response<'history.incidents'>['rows'][number];
export type Decision = Response<'history.decisions'>['rows'][number];
export type Outcome = Request<'history.decisions'>['outcome'];
export type Scope = Request<'history.summary'>['scope'];
export type Cause = Incident['cause'];

/** Which incidents are listed. */
export interface Filter {
  text: string;
  cause: Cause | 'any';
  /** In minutes. */
  least: number;
}

export const noFilter: Filter = { text: '', cause: 'any', least: 0 };

export const outcomes: readonly Outcome[] = ['any', 'told', 'kept-back'];
export const causes: readonly Cause[] = ['terminal', 'store', 'unstable', 'restart'];
/** In minutes. */
export const leastLengths = [0, 1, 5, 15, 60] as const;

/** As main takes it. */
export function filterRequest(filter: Filter, text: string) {
  const asked: Cause[] = filter.cause === 'any' ? [] : [filter.cause];
  return { leastMs: filter.least * 60_000, causes: asked, text };
}
