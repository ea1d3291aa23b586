/**
 * So many different ones of a list, as far apart as can be; all of them where there are no more.
 * @param from where to begin, in [0, 1)
 */
export function spread<T>(list: readonly T[], count: number, from: number): T[] {
  const taken = Math.min(count, list.length);
  const first = Math.floor(from * list.length);
  return Array.from(
    { length: taken },
    (_, at) => (first + Math.floor((at * list.length) / taken)) % list.length,
  ).flatMap((at) => list.slice(at, at + 1));
}
