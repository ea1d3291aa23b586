import { refusalOf } from './database.ts';
import type { Ask, Keeper, Keeping } from './keeper.ts';
import type { Answer, QuestionOf } from './messages.ts';

/** Does what is asked; what goes wrong is an answer, since errors lose what they say on the way to another thread. */
export function answer<K extends keyof Keeping>(
  keeper: Keeper,
  { id, name, args }: QuestionOf<K>,
): Answer<unknown> {
  try {
    const ask: Ask<K> = keeper[name];
    return { id, ok: true, value: ask(...args) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, ok: false, refusal: refusalOf(error), message };
  }
}
