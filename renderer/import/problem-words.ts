import { failureWords, whenAgain } from '../../assets/locales/failure.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { ImportProblem } from './model.ts';

/** What is wrong and what to do first. */
export function problemWords(
  problem: ImportProblem,
  merchantAccount: string,
  words: Words,
): { sentence: string; remedy: string } {
  switch (problem.kind) {
    case 'role':
      return {
        sentence: words(`import:problem.role.${problem.role}`),
        remedy: words('import:problem.roleRemedy', { role: words(`import:roles.${problem.role}`) }),
      };
    case 'account':
      return {
        sentence: words('import:problem.account', { name: merchantAccount }),
        remedy: words('import:problem.accountRemedy'),
      };
    case 'failure':
      return { sentence: words('import:problem.failure'), remedy: remedyFor(problem.failure, words) };
  }
}

/** Words about checking would mislead where it is not checking that is limited. */
function remedyFor(failure: ImportProblem['failure'], words: Words): string {
  if (failure.kind === 'rate-limited')
    return words('import:problem.limited', { when: whenAgain(failure, words) });
  if (failure.kind === 'unreadable' && failure.reason === 'too-large')
    return words('import:problem.tooLarge');
  return failureWords(failure, words).remedy;
}
