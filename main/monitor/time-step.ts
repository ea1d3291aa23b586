/** How time went on between two ticks. */
export type TimeStep =
  | { kind: 'usual' }
  /**
   * The PC slept, or this process did not run: whatever was known has aged meanwhile. By `byMs`, 0 or negative, the wall
   * clock was set back as well: less of it went by than time did.
   */
  | { kind: 'late'; byMs: number }
  /** Somebody set the wall clock, by this many ms. */
  | { kind: 'clock-changed'; byMs: number };

/** Less than this is what timers are late by, and what time servers correct, every day. */
export const noticeableMs = 5_000;

/**
 * @param wallMs how far the wall clock went
 * @param elapsedMs how far the monotonic clock went; it stands still while some systems sleep
 * @param expectedMs how long the tick was to wait
 * @param slept the system has told of a sleep in between
 */
export function timeStep(wallMs: number, elapsedMs: number, expectedMs: number, slept: boolean): TimeStep {
  const byMs = wallMs - elapsedMs;
  if (slept || elapsedMs > expectedMs + noticeableMs) {
    return { kind: 'late', byMs: byMs < -noticeableMs ? byMs : 0 };
  }
  return Math.abs(byMs) > noticeableMs ? { kind: 'clock-changed', byMs } : { kind: 'usual' };
}
