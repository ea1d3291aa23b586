/**
 * One write at a time; of what comes while one is under way only the last is written, so that a slow disk never
 * gets a queue.
 * @param write never rejects
 * @returns settles with the outcome of the write that holds this value, or a later one
 */
export function createLastWins<T, Outcome>(
  write: (value: T) => Promise<Outcome>,
): (value: T) => Promise<Outcome> {
  let waiting: { value: T; outcome: Promise<Outcome> } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  return (value) => {
    if (waiting) {
      waiting.value = value;
      return waiting.outcome;
    }
    const outcome = last.then(() => {
      const latest = waiting?.value ?? value;
      waiting = null;
      return write(latest);
    });
    waiting = { value, outcome };
    last = outcome;
    return outcome;
  };
}
