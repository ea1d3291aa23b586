import { clamp } from 'es-toolkit';
import type { Clock } from './clock.ts';
import { timeStep, type TimeStep } from './time-step.ts';

/** How often due times are compared with the wall clock. Not a pace: nothing is asked before it is due. In ms. */
export const tickMs = 1000;
/** Where nothing is due for long, a clock that was set and a sleep that nobody told of are still noticed. In ms. */
export const longestRestMs = 5000;

export interface TicksDeps {
  clock: Clock;
  /** Whether the PC has slept since the last tick. Asked once a tick. */
  slept: () => boolean;
  /** @returns when something is due next, be it overdue; epoch ms */
  onTick: (step: TimeStep) => number;
}

export interface Ticks {
  start(): void;
  /** Ticks at once. */
  tick(): void;
  /** Something may be due sooner than was said at the last tick. */
  hasten(): void;
  stop(): void;
}

/** Looks at the clock only when something may be due: each look wakes the PC's processor, all day long. */
export function createTicks({ clock, slept, onTick }: TicksDeps): Ticks {
  let cancel = () => {};
  let last = { now: clock.now(), elapsed: clock.elapsed() };
  let restMs = tickMs;
  let nextAt = -Infinity;

  function tick(): void {
    const next = { now: clock.now(), elapsed: clock.elapsed() };
    const step = timeStep(next.now - last.now, next.elapsed - last.elapsed, restMs, slept());
    last = next;
    rest(clamp(onTick(step) - clock.now(), tickMs, longestRestMs));
  }

  function rest(ms: number): void {
    cancel();
    restMs = ms;
    nextAt = clock.elapsed() + ms;
    cancel = clock.after(ms, tick);
  }

  return {
    start() {
      last = { now: clock.now(), elapsed: clock.elapsed() };
      tick();
    },
    tick,
    hasten() {
      if (nextAt - clock.elapsed() > tickMs) rest(tickMs);
    },
    stop() {
      cancel();
      nextAt = -Infinity;
    },
  };
}
