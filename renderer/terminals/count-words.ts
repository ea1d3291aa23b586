import type { Words } from '../../assets/locales/index.ts';
import type { Overview } from '../model.ts';

/** How many terminals a store has, and of how many what is known: "4 of 5 connected", "1 not known". */
export function countWords({ expected, connected, unknown }: Overview['counts'], words: Words): string[] {
  if (expected === 0) return [words('terminals:store.none')];
  // "0 connected" would be a claim about terminals of which nothing is known.
  if (unknown === expected) return [words('terminals:store.terminals', { count: expected })];
  return [
    words('terminals:store.connected', { connected, expected }),
    ...(unknown > 0 ? [words('terminals:store.unknown', { count: unknown })] : []),
  ];
}
