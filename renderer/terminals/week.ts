import type { Response } from '../../preload/contract.ts';
import type { Part } from './bar.ts';

export type Span = Response<'history.terminal'>['timeline'][number];

/** A day by the clock on the wall; where the clocks change it is an hour shorter or longer. Epoch ms. */
export interface Day {
  from: number;
  /** The day after begins. */
  to: number;
  /** What of it is over, or was recorded already. */
  until: number;
  /** In order, within the day. */
  spans: Span[];
  shares: Part;
}

/** The day that goes on and those before it, the latest first. */
export function lastDays(count: number, timeline: readonly Span[], now: number): Day[] {
  return Array.from({ length: count }, (_, ago) => {
    const [from, to] = [midnight(now, -ago), midnight(now, 1 - ago)];
    const until = Math.min(to, now);
    const spans = timeline
      .filter((span) => span.from < until && span.to > from)
      .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, until) }));
    const sum = (state: Span['state']) =>
      spans.reduce((total, span) => total + (span.state === state ? span.to - span.from : 0), 0);
    const [up, down] = [sum('up'), sum('down')];
    return { from, to, until, spans, shares: { up, down, unwatched: until - from - up - down } };
  });
}

function midnight(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}
