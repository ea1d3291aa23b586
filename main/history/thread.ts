import { Worker } from 'node:worker_threads';
import type { Thread } from './client.ts';

/** What it holds at a time is one answer; a small heap keeps it from growing to what Node thinks this PC can spare. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 2 };

/** @param script of `worker.ts`, as it was built */
export function startThread(script: string): Thread {
  const worker = new Worker(script, { resourceLimits });
  // The program ends when it is told to, whatever the thread waits for.
  worker.unref();
  return worker;
}
