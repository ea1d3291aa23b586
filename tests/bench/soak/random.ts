/** A seeded source of chance, so that a run can be repeated. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** Time to the next of events that come about once in `mean`. */
  wait(mean: number): number;
}

/** Mulberry32, by Tommy Ettinger, public domain: short, and good enough to shake an engine. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    pick(from) {
      const found = from[Math.floor(next() * from.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
  };
}
