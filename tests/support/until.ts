import { inspect } from 'node:util';

/** Counts what happened, so that a reader can tell "something changed since I looked" without polling. */
export interface Changes {
  /** Something happened. */
  note(): void;
  /** Position to hand to `after`. */
  mark(): number;
  /** Settles once something happened after `mark`; `false` when `ms` passed first. */
  after(mark: number, ms: number): Promise<boolean>;
}

export function createChanges(): Changes {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    note() {
      count += 1;
      for (const wake of waiting) wake();
    },
    mark: () => count,
    after(mark, ms) {
      if (count > mark) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (happened: boolean) => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve(happened);
        };
        const wake = () => end(true);
        // A wait alone keeps no program from ending: what it waits for does.
        const timer = setTimeout(() => end(false), ms).unref();
        waiting.add(wake);
      });
    },
  };
}

export interface Wanted<T> {
  read: () => T | Promise<T>;
  holds: (value: T) => boolean;
  /** Says what is waited for, in the error. */
  what: string;
  /** What of the value goes into the error; all of it unless given. */
  show?: (value: T) => unknown;
  /** Milliseconds. */
  timeout?: number | undefined;
}

/** Reads once, then again after every change, until the value holds. Rejects with what was seen last. */
export async function until<T>(changes: Changes, wanted: Wanted<T>): Promise<T> {
  const { read, holds, what, show = (value) => value, timeout = 20_000 } = wanted;
  const deadline = Date.now() + timeout;
  for (;;) {
    const mark = changes.mark();
    const value = await read();
    if (holds(value)) return value;
    const left = deadline - Date.now();
    if (left <= 0 || !(await changes.after(mark, left))) {
      throw new Error(
        `Waited ${timeout / 1000} s for ${what}. Last seen: ${inspect(show(value), { depth: 6 })}`,
      );
    }
  }
}
