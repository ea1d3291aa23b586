import { duration } from '../../assets/locales/duration.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { RowHistory } from '../hooks/use-bars.ts';

export type Part = RowHistory['bar'][number];
export type PartState = 'up' | 'down' | 'unwatched';

/** However short, an outage shows; what else there was, the longer of the two. */
export function stateOf({ up, down, unwatched }: Part): PartState {
  if (down > 0) return 'down';
  return up > 0 && up >= unwatched ? 'up' : 'unwatched';
}

/** "Last 24 hours: disconnected for 12 min, not watched for 3 h" */
export function barWords(bar: readonly Part[], words: Words): string {
  const sum = (state: PartState) => bar.reduce((total, part) => total + part[state], 0);
  const whole = { up: sum('up'), down: sum('down'), unwatched: sum('unwatched') };
  return words('terminals:bar.day', { facts: partWords(whole, words) });
}

/** "disconnected for 12 min, not watched for 3 h" */
export function partWords({ up, down, unwatched }: Part, words: Words): string {
  return [
    ...(up > 0 && down === 0 ? [words('terminals:bar.up')] : []),
    ...(down > 0 ? [words('terminals:bar.down', { duration: duration(down, words) })] : []),
    ...(unwatched > 0 ? [words('terminals:bar.unwatched', { duration: duration(unwatched, words) })] : []),
  ].join(', ');
}
