/** The whole numbers beside a chart, from 0 to a round one that is no less than the largest value. At most six. */
export function scaleOf(largest: number): { top: number; ticks: number[] } {
  const step = stepFor(Math.max(1, largest));
  const top = Math.max(step, Math.ceil(largest / step) * step);
  return { top, ticks: Array.from({ length: top / step + 1 }, (_, at) => at * step) };
}

function stepFor(largest: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (largest / (step * power) <= 5) return step * power;
  }
}
