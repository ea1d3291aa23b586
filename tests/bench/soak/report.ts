import { soak, type SoakOptions, type SoakResult } from './run.ts';

/** What `npm run soak -- --json` prints, summed over the seeds. */
export interface SoakReport {
  falseAlarms: number;
  missed: number;
  duplicates: number;
  /** Those that had to be told. */
  outages: number;
  /** Of these: told as instability, since the terminal kept dropping. */
  toldAsUnstable: number;
  /** From the begin of an outage in clear sight to the word of it. */
  latencySeconds: { p50: number; p95: number; max: number };
  requestsPerRound: number;
  cpuSeconds: number;
}

/** One seed after the other. */
export async function soakAll(
  seeds: readonly number[],
  size: Omit<SoakOptions, 'seed'>,
  say: (line: string) => void,
): Promise<SoakReport> {
  const results: SoakResult[] = [];
  const before = process.cpuUsage();
  for (const seed of seeds) {
    const result = await soak({ seed, ...size });
    results.push(result);
    result.findings.forEach((finding) => say(`seed ${seed}: ${finding}`));
    const { falseAlarms, missed, duplicates, outages } = result;
    say(
      `seed ${seed}: ${outages} outages, ${falseAlarms} false alarms, ${missed} missed, ${duplicates} duplicates`,
    );
  }
  const { user, system } = process.cpuUsage(before);
  return summed(results, (user + system) / 1e6);
}

function summed(results: readonly SoakResult[], cpuSeconds: number): SoakReport {
  const sum = (value: (result: SoakResult) => number) =>
    results.reduce((total, result) => total + value(result), 0);
  const latencies = results.flatMap((result) => result.latencies).sort((one, other) => one - other);
  const percentile = (share: number) =>
    Math.round(latencies[Math.ceil(share * latencies.length) - 1] ?? 0) / 1000;
  return {
    falseAlarms: sum(({ falseAlarms }) => falseAlarms),
    missed: sum(({ missed }) => missed),
    duplicates: sum(({ duplicates }) => duplicates),
    outages: sum(({ outages }) => outages),
    toldAsUnstable: sum(({ toldAsUnstable }) => toldAsUnstable),
    latencySeconds: { p50: percentile(0.5), p95: percentile(0.95), max: percentile(1) },
    requestsPerRound: Number((sum(({ requests }) => requests) / sum(({ rounds }) => rounds)).toFixed(3)),
    cpuSeconds: Number(cpuSeconds.toFixed(1)),
  };
}
