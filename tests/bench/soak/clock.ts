import type { Clock } from '../../../main/monitor/clock.ts';

/** Time as a PC has it, and as it really is. */
export interface SoakClock extends Clock {
  /** Real time since the begin, in ms. */
  world(): number;
  /** Runs timers until that real time; `busy` says whether promises have to settle before time goes on. */
  runTo(world: number, busy: () => boolean): Promise<void>;
  /** The PC sleeps: real time goes on, its timers do not. */
  sleepTo(world: number): void;
  /** Somebody sets the wall clock. */
  set(byMs: number): void;
  /** What the wall clock was off by at a real time. */
  offsetAt(world: number): number;
}

export function createSoakClock(begin: number): SoakClock {
  let world = 0;
  let elapsed = 0;
  let offset = 0;
  const offsets: { from: number; offset: number }[] = [{ from: 0, offset: 0 }];
  const timers = new Set<{ due: number; callback: () => void }>();

  function earliest() {
    let first = null;
    for (const timer of timers) if (!first || timer.due < first.due) first = timer;
    return first;
  }

  return {
    world: () => world,
    now: () => Math.round(begin + world + offset),
    elapsed: () => elapsed,
    after(ms, callback) {
      const timer = { due: elapsed + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async runTo(until, busy) {
      for (;;) {
        const next = earliest();
        if (!next || world + next.due - elapsed > until) break;
        timers.delete(next);
        world += next.due - elapsed;
        elapsed = next.due;
        next.callback();
        if (busy()) await new Promise((resolve) => setImmediate(resolve));
      }
      elapsed += until - world;
      world = until;
    },
    sleepTo(until) {
      world = until;
    },
    set(byMs) {
      offset += byMs;
      offsets.push({ from: world, offset });
    },
    offsetAt: (time) => offsets.findLast(({ from }) => from <= time)?.offset ?? 0,
  };
}
