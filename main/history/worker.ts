import { parentPort } from 'node:worker_threads';
import { refusalOf } from './database.ts';
import { createKeeper, type Ask, type Keeping } from './keeper.ts';
import type { Answer, Question, QuestionOf } from './messages.ts';

// The thread that has the file: SQLite works at once and to the end, and half a second of that would be seen.

const keeper = createKeeper();

parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(answer(question));
  if (!question.done) return;
  Atomics.store(question.done, 0, 1);
  Atomics.notify(question.done, 0);
});

function answer<K extends keyof Keeping>({ id, name, args }: QuestionOf<K>): Answer<unknown> {
  try {
    const ask: Ask<K> = keeper[name];
    return { id, ok: true, value: ask(...args) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, ok: false, refusal: refusalOf(error), message };
  }
}
