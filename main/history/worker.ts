import { parentPort } from 'node:worker_threads';
import { answer } from './answer.ts';
import { createKeeper } from './keeper.ts';
import type { Question } from './messages.ts';

// The thread that has the file: SQLite works at once and to the end, and half a second of that would be seen.

const keeper = createKeeper();

parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(answer(keeper, question));
  if (!question.done) return;
  Atomics.store(question.done, 0, 1);
  Atomics.notify(question.done, 0);
});
