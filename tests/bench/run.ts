import type { BenchContext, Figure, Measure } from './bench.ts';
import { medianOf, table } from './table.ts';

export interface BenchOptions extends Pick<BenchContext, 'executable' | 'root' | 'say'> {
  /** Names of benches; empty for all. */
  only: readonly string[];
}

export interface BenchOutcome {
  table: string;
  /** Medians by name. */
  json: Record<string, number>;
  /** How many figures are above their bar. */
  misses: number;
}

/** A file a bench: to add one is to add its file. */
const benches = Object.entries(import.meta.glob<{ measure: Measure }>('./*.bench.ts', { eager: true })).map(
  ([path, { measure }]) => ({ name: path.slice('./'.length, -'.bench.ts'.length), measure }),
);

/** One after the other, so that none disturbs another. Rejects where `only` names none. */
export async function runBenches({ only, ...context }: BenchOptions): Promise<BenchOutcome> {
  const unknown = only.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no bench "${unknown}": ${benches.map(({ name }) => name).join(', ')}`);
  }
  const figures: Figure[] = [];
  for (const { name, measure } of benches.filter((bench) => only.length === 0 || only.includes(bench.name))) {
    context.say(`${name} …`);
    figures.push(...(await withCleanUp(context, measure)));
  }
  return {
    table: table(figures),
    json: Object.fromEntries(
      figures.map(({ name, samples }) => [name, Number(medianOf(samples).toFixed(3))]),
    ),
    misses: figures.filter(({ samples, bar }) => bar !== null && medianOf(samples) > bar).length,
  };
}

async function withCleanUp(context: Omit<BenchContext, 'defer'>, measure: Measure): Promise<Figure[]> {
  const undo: (() => unknown)[] = [];
  try {
    return await measure({ ...context, defer: (step) => undo.push(step) });
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}
