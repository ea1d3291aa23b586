import type { Figure } from './bench.ts';

/** Of at least one sample. */
export function medianOf(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/** For a terminal: minimum and maximum tell how much noise there was. */
export function table(figures: readonly Figure[]): string {
  const head = ['', 'min', 'median', 'max', 'bar', ''];
  const rows = [head, ...figures.map(row)];
  const widths = head.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row({ what, samples, bar }: Figure): string[] {
  const median = medianOf(samples);
  return [
    what,
    number(Math.min(...samples)),
    number(median),
    number(Math.max(...samples)),
    bar === null ? '' : number(bar),
    bar === null ? '' : median <= bar ? 'pass' : 'MISS',
  ];
}

function number(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
