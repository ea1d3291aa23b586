/**
 * Takes turns at asking main about one draft: by checking it once it has come to rest, by saving it. The latest alone
 * has a say: what is asked later is about what was typed later.
 */
export function createTurns() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const cancel = () => clearTimeout(timer);
  return {
    /** Runs once nothing came between for so long, in ms. */
    later(ms: number, run: () => void): void {
      cancel();
      timer = setTimeout(run, ms);
    },
    cancel,
    /** @returns whether another one has been taken since */
    take(): () => boolean {
      cancel();
      latest += 1;
      const own = latest;
      return () => own !== latest;
    },
  };
}
