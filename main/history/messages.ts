import type { Refusal } from './database.ts';
import type { Keeping } from './keeper.ts';

/** From the main thread to the one that has the file, which answers them in their order. */
export type Question = { [K in keyof Keeping]: QuestionOf<K> }[keyof Keeping];

export interface QuestionOf<K extends keyof Keeping> {
  id: number;
  name: K;
  args: Parameters<Keeping[K]>;
  /** Set to 1 once it is done, for who waits without being able to listen. */
  done?: Int32Array;
}

/** @typeParam Value that of the question with this id; the compiler cannot follow it from thread to thread */
export type Answer<Value> =
  { id: number; ok: true; value: Value } | { id: number; ok: false; refusal: Refusal; message: string };
