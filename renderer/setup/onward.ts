import type { SetupAnswer } from '../../preload/contract.ts';
import { meaningOf, type Question } from './answers.ts';

interface Action {
  label: string;
  run: () => void;
}

/** First to ask, then to go on: at once where the answer is good, all the same where it is not. */
export function onwardOf(
  question: Question,
  answer: SetupAnswer | undefined,
  { check, onward, anyway }: { check: Action; onward: Action; anyway: Action },
): { onward: Action; besides: Action | undefined } {
  if (answer === undefined) return { onward: check, besides: undefined };
  return meaningOf(question, answer) === 'bad'
    ? { onward: check, besides: anyway }
    : { onward, besides: check };
}
