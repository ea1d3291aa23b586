import type { Shares, Span } from './uptime.ts';

/**
 * What a period consists of, part by part: of a hundred thousand spans, so each is counted where it begins and where
 * it ends, and what lies between is summed up once.
 * @param edges in order; parts lie between them
 * @param terminals how many share the period: what none of their spans covers was not watched
 */
export function createBins(edges: readonly number[], terminals: number) {
  const sums = { up: createSums(edges), down: createSums(edges) };
  return {
    add: ({ from, to, state }: Span): void => sums[state].add(from, to),
    shares(): Shares[] {
      const [up, down] = [sums.up.lengths(), sums.down.lengths()];
      return up.map((upMs, part) => {
        const downMs = down[part] ?? 0;
        return { up: upMs, down: downMs, unwatched: terminals * lengthOf(edges, part) - upMs - downMs };
      });
    },
  };
}

function createSums(edges: readonly number[]) {
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  /** Of spans that cover less of a part than all of it, in ms. */
  const pieces = new Float64Array(edges.length);
  /** How many more spans cover a part as a whole than the part before it. */
  const steps = new Float64Array(edges.length);
  const plus = (sums: Float64Array, part: number, value: number) => {
    sums[part] = (sums[part] ?? 0) + value;
  };
  return {
    add(from: number, to: number): void {
      const [begin, end] = [Math.max(from, first), Math.min(to, last)];
      if (end <= begin) return;
      const [firstPart, lastPart] = [partOf(edges, begin), partOf(edges, end)];
      if (firstPart === lastPart) return plus(pieces, firstPart, end - begin);
      plus(pieces, firstPart, (edges[firstPart + 1] ?? 0) - begin);
      plus(pieces, lastPart, end - (edges[lastPart] ?? 0));
      plus(steps, firstPart + 1, 1);
      plus(steps, lastPart, -1);
    },
    lengths(): number[] {
      let whole = 0;
      return edges.slice(0, -1).map((_, part) => {
        whole += steps[part] ?? 0;
        return whole * lengthOf(edges, part) + (pieces[part] ?? 0);
      });
    },
  };
}

function lengthOf(edges: readonly number[], part: number): number {
  return (edges[part + 1] ?? 0) - (edges[part] ?? 0);
}

/** The last part that begins no later than `at`; the last edge begins one without length. */
export function partOf(edges: readonly number[], at: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
