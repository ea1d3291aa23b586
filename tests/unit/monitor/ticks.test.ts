import { expect, it } from 'vitest';
import { createTicks, longestRestMs } from '../../../main/monitor/ticks.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

/** Ticks whose next due time is always so far away; ms. */
function ticking(dueInMs: number) {
  const clock = createVirtualClock();
  const at: number[] = [];
  const kinds: string[] = [];
  let sleeps = 0;
  const ticks = createTicks({
    clock,
    slept: () => sleeps-- > 0,
    onTick(step) {
      at.push(clock.elapsed());
      kinds.push(step.kind);
      return clock.now() + dueInMs;
    },
  });
  ticks.start();
  return { clock, ticks, at, kinds, sleep: () => (sleeps = 1) };
}

it.each([
  ['something overdue is looked at every second', -10_000, [0, 1000, 2000, 3000]],
  ['something due within the second waits for its end', 300, [0, 1000, 2000, 3000]],
  ['something due later is waited for', 2_500, [0, 2500]],
  ['nothing due for long is looked at now and then all the same', Infinity, [0]],
])('%s', async (_, dueInMs, expected) => {
  const { clock, at } = ticking(dueInMs);
  await clock.advance(3_500);
  expect(at).toEqual(expected);
});

it('rests no longer than it takes to notice that the clock was set', async () => {
  const { clock, kinds } = ticking(Infinity);
  clock.set(clock.now() + 3_600_000);
  await clock.advance(longestRestMs);
  expect(kinds).toEqual(['usual', 'clock-changed']);
});

it('a long rest is no sleep, and a process that did not run meanwhile is late', async () => {
  const { clock, kinds, sleep } = ticking(Infinity);
  await clock.advance(longestRestMs);
  sleep();
  await clock.advance(longestRestMs);
  expect(kinds).toEqual(['usual', 'usual', 'late']);
});

it('a tick is brought forward to within a second, and never put off', async () => {
  const { clock, ticks, at } = ticking(Infinity);
  await clock.advance(1_500);
  ticks.hasten();
  await clock.advance(600);
  ticks.hasten();
  await clock.advance(400);
  expect(at).toEqual([0, 2500]);
});

it('nothing ticks before the start or after the end, whoever is in a hurry', async () => {
  const { clock, ticks, at } = ticking(Infinity);
  ticks.stop();
  ticks.hasten();
  await clock.advance(10_000);
  expect(at).toEqual([0]);
  expect(clock.pending()).toBe(0);
});
