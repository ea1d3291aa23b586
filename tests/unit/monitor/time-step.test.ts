import { expect, it } from 'vitest';
import { timeStep } from '../../../main/monitor/time-step.ts';

it.each([
  ['a tick in time', 1_000, 1_000, false, { kind: 'usual' }],
  ['a timer that is a little late', 3_000, 3_000, false, { kind: 'usual' }],
  ['a time server that corrects a little', -1_500, 1_000, false, { kind: 'usual' }],
  ['a process that did not run', 60_000, 60_000, false, { kind: 'late', byMs: 0 }],
  ['a sleep that the system told of', 3_600_000, 1_000, true, { kind: 'late', byMs: 0 }],
  ['a clock that was set back during a sleep', -3_600_000, 1_000, true, { kind: 'late', byMs: -3_601_000 }],
  ['a clock set forward', 3_601_000, 1_000, false, { kind: 'clock-changed', byMs: 3_600_000 }],
  ['a clock set back', -3_599_000, 1_000, false, { kind: 'clock-changed', byMs: -3_600_000 }],
] as const)('%s', (_, wallMs, elapsedMs, slept, step) => {
  expect(timeStep(wallMs, elapsedMs, 1_000, slept)).toEqual(step);
});
