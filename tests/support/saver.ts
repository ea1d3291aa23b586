import { openMemory } from '../../main/settings/memory-store.ts';
import { makeRecord } from '../unit/monitor/make.ts';
import { openConf } from './conf.ts';

/**
 * A program that remembers without end, and says on standard output what became of each: `saved N` or the problem.
 * The number is in the record, so that whoever kills it can tell how far its file is.
 */
export async function saveWithoutEnd(directory: string): Promise<never> {
  const memory = openMemory({ directory, openStore: openConf, now: Date.now });
  for (let count = 1; ; count += 1) {
    // Some hundred kilobytes, so that a kill has something to interrupt.
    const records = Array.from({ length: 500 }, (_, at) =>
      makeRecord({ poiid: `V400m-${at}`, since: count }),
    );
    const saved = await memory.saveSoon(records);
    process.stdout.write(saved.ok ? `saved ${count}\n` : `${saved.problem} ${count}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
