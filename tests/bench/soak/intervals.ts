/** Stretches of time, in order and apart from each other; ms since the begin of the world. */
export type Intervals = readonly (readonly [begin: number, end: number])[];

/** Puts stretches in order and joins those that touch. */
export function joined(stretches: Iterable<readonly [number, number]>): Intervals {
  const result: [number, number][] = [];
  for (const [begin, end] of [...stretches].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > begin) result.push([begin, end]);
  }
  return result;
}

export function contains(intervals: Intervals, time: number): boolean {
  const found = intervals[firstEndingAfter(intervals, time)];
  return found !== undefined && found[0] <= time;
}

/** Those that lie, in part, within a stretch. */
export function within(intervals: Intervals, begin: number, end: number): Intervals {
  const result = [];
  for (let at = firstEndingAfter(intervals, begin); at < intervals.length; at += 1) {
    const interval = intervals[at];
    if (!interval || interval[0] >= end) break;
    result.push(interval);
  }
  return result;
}

function firstEndingAfter(intervals: Intervals, time: number): number {
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle]?.[1] ?? Infinity) > time) high = middle;
    else low = middle + 1;
  }
  return low;
}
