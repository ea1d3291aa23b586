import type { Refusal } from './database.ts';
import type { Keeping } from './keeper.ts';
import type { Answer, QuestionOf } from './messages.ts';

/** What we use of Node's `Worker`. */
export interface Thread {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (answer: Answer<never>) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): unknown;
}

export class HistoryRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

/** The history as the main thread has it. */
export interface HistoryClient {
  /** Rejects with a `HistoryRefusal`. */
  ask<K extends keyof Keeping>(name: K, ...args: Parameters<Keeping[K]>): Promise<ReturnType<Keeping[K]>>;
  /** Closes the file once everything asked before is done, and waits for that: nothing comes after the end of the program. */
  close(): void;
}

/** A disk that hangs must not keep the program from ending. */
const patienceMs = 2_000;

/** @param start makes the thread; called when it is first needed, and again after it has died */
export function createClient(start: () => Thread): HistoryClient {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let thread: Thread | null = null;
  let asked = 0;

  function running(): Thread {
    if (thread) return thread;
    const started = start();
    started.on('message', (answer) => {
      const asker = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) asker?.resolve(answer.value);
      else asker?.reject(new HistoryRefusal(answer.refusal, answer.message));
    });
    started.on('error', ({ message }) => {
      thread = null;
      const askers = [...waiting.values()];
      waiting.clear();
      for (const asker of askers) asker.reject(new HistoryRefusal('failed', message));
    });
    thread = started;
    return started;
  }

  return {
    ask<K extends keyof Keeping>(name: K, ...args: Parameters<Keeping[K]>) {
      const id = ++asked;
      const question: QuestionOf<K> = { id, name, args };
      return new Promise<ReturnType<Keeping[K]>>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        running().postMessage(question);
      });
    },
    close() {
      if (!thread) return;
      const done = new Int32Array(new SharedArrayBuffer(4));
      const question: QuestionOf<'close'> = { id: ++asked, name: 'close', args: [], done };
      thread.postMessage(question);
      Atomics.wait(done, 0, 0, patienceMs);
      void thread.terminate();
      thread = null;
    },
  };
}
