import type { Clock } from '../monitor/clock.ts';
import type { Fault } from './faults.ts';
import type { Simulator } from './server.ts';

/** What happens in a world, as data. */
export interface Scenario {
  /** In order of time. */
  steps: Step[];
  /** Seconds after which everything begins again, at least the time of the last step; null: it is over then. */
  repeatEvery: number | null;
}

/** `at`: seconds after the begin. */
export type Step = { at: number } & StepAction;

export type StepAction =
  | { do: 'drop' | 'restore'; poiid: string }
  | { do: 'dropStore' | 'restoreStore'; store: string }
  | { do: 'fault'; fault: Fault }
  | { do: 'heal' };

/**
 * Plays a scenario in the clock's time.
 * @param onStep called after each step
 * @returns what stops it
 */
export function playScenario(
  scenario: Scenario,
  simulator: Pick<Simulator, 'world' | 'fault' | 'heal'>,
  clock: Clock,
  onStep: (step: Step) => void = () => undefined,
): () => void {
  let cancel = () => {};

  // Differences, not points in time: the wall clock may be set meanwhile.
  const play = (index: number, seconds: number) => {
    const step = scenario.steps[index];
    if (!step) {
      if (scenario.repeatEvery !== null) play(0, seconds - scenario.repeatEvery);
      return;
    }
    cancel = clock.after((step.at - seconds) * 1000, () => {
      perform(step, simulator);
      onStep(step);
      play(index + 1, step.at);
    });
  };
  if (scenario.steps.length > 0) play(0, 0);
  return () => cancel();
}

function perform(step: Step, { world, fault, heal }: Pick<Simulator, 'world' | 'fault' | 'heal'>) {
  switch (step.do) {
    case 'drop':
      return world.drop(step.poiid);
    case 'restore':
      return world.restore(step.poiid);
    case 'dropStore':
      return world.dropStore(step.store);
    case 'restoreStore':
      return world.restoreStore(step.store);
    case 'fault':
      return fault(step.fault);
    case 'heal':
      return heal();
  }
}
