import { isEqual } from 'es-toolkit';

/**
 * Every entry laid over the one with the same key, or put behind all; and how many are new, or others than before.
 * @param merge what becomes of two with one key; unless it is given, the new one takes the place
 */
export function merged<T>(
  list: readonly T[],
  entries: readonly T[],
  keyOf: (entry: T) => string,
  merge: (was: T, is: T) => T = (_was, is) => is,
): { list: T[]; added: number; changed: number } {
  const all = new Map(list.map((entry) => [keyOf(entry), entry]));
  let [added, changed] = [0, 0];
  for (const entry of entries) {
    const was = all.get(keyOf(entry));
    const is = was === undefined ? entry : merge(was, entry);
    if (was === undefined) added += 1;
    else if (!isEqual(was, is)) changed += 1;
    all.set(keyOf(entry), is);
  }
  return { list: [...all.values()], added, changed };
}
