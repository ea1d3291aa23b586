import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTurns } from '../../../renderer/settings/turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function waiting() {
  const turns = createTurns();
  const run = vi.fn<() => void>();
  turns.later(300, run);
  vi.advanceTimersByTime(200);
  return { turns, run };
}

describe('what is to run later', () => {
  it('runs once it was left alone for so long', () => {
    const { turns, run } = waiting();
    turns.later(300, run);
    vi.advanceTimersByTime(299);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledOnce();
  });

  it.each(['take', 'cancel'] as const)('does not run any more after %s', (how) => {
    const { turns, run } = waiting();
    turns[how]();
    vi.runAllTimers();
    expect(run).not.toHaveBeenCalled();
  });
});

it('a turn is overtaken by the next one, and that by none yet', () => {
  const turns = createTurns();
  const isFirstOvertaken = turns.take();
  expect(isFirstOvertaken()).toBe(false);
  const isSecondOvertaken = turns.take();
  expect(isFirstOvertaken()).toBe(true);
  expect(isSecondOvertaken()).toBe(false);
});
