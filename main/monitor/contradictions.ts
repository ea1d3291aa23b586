/** This many times in a row its own request must contradict the lists before they are not believed any more. */
const contradictionsThatCount = 3;

/**
 * Terminals that the lists lack but that are there when they are asked for by their own ID: they stand in a store that
 * nobody configured, or the list is wrong, and only their own request finds them. By `terminalKey`.
 */
export function createContradictions() {
  /** How often in a row its own request found a terminal that the lists lack. */
  const times = new Map<string, number>();
  const unlisted = new Set<string>();
  return {
    /** Its own request found a suspect connected. */
    count(key: string): void {
      const so = (times.get(key) ?? 0) + 1;
      times.set(key, so);
      if (so >= contradictionsThatCount) unlisted.add(key);
    },
    /** The lists are proven wrong about it at once. */
    distrust: (key: string): void => void unlisted.add(key),
    /** Its own request lacks it as well. */
    end: (key: string): void => void times.delete(key),
    /** A list holds it. */
    delete(key: string): void {
      times.delete(key);
      unlisted.delete(key);
    },
    isUnlisted: (key: string): boolean => unlisted.has(key),
    unlisted: (): Iterable<string> => unlisted,
  };
}
