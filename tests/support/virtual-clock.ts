import type { Clock } from '../../main/monitor/clock.ts';

export interface VirtualClock extends Clock {
  /** Moves time on, timer by timer, letting promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Changes the wall clock without letting time pass, as a user or a time server does. */
  set(epochMs: number): void;
  /** The PC sleeps: the wall goes on, timers and the monotonic clock do not. */
  sleep(ms: number): void;
  /** Timers that are waiting. */
  pending(): number;
}

export function createVirtualClock(start = Date.UTC(2026, 10, 24, 14, 0, 0)): VirtualClock {
  let elapsed = 0;
  let wall = start;
  const timers = new Set<{ due: number; callback: () => void }>();

  return {
    now: () => wall,
    elapsed: () => elapsed,
    after(ms, callback) {
      const timer = { due: elapsed + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(({ due }) => due <= end).sort((one, other) => one.due - other.due);
        if (!next) break;
        timers.delete(next);
        wall += next.due - elapsed;
        elapsed = next.due;
        next.callback();
        await settle();
      }
      wall += end - elapsed;
      elapsed = end;
    },
    set(epochMs) {
      wall = epochMs;
    },
    sleep(ms) {
      wall += ms;
    },
    pending: () => timers.size,
  };
}

/** Lets everything run that only waits for promises. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
