import type { Budget } from '../monitor/budget.ts';
import { pause, type Clock } from '../monitor/clock.ts';
import type { Failure } from '../monitor/failure.ts';

/**
 * Waits until the budget of a key allows for one more request.
 * @returns null where that may go now, and it counts as made; else why nothing is to be sent
 */
export async function turn(budget: Budget, clock: Clock, signal?: AbortSignal): Promise<Failure | null> {
  for (;;) {
    const held = budget.held(clock.elapsed());
    if (held) return held;
    const wait = budget.takeByHand(clock.elapsed());
    // Who no longer waits sends nothing, so it costs nothing.
    if (wait === 0 || !(await pause(clock, wait, signal))) return null;
  }
}
