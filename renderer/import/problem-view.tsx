import { failureWords } from '../../assets/locales/failure.ts';
import { SupportDetails } from '../components/support-details.tsx';
import { useWords } from '../hooks/use-words.ts';
import { AgainButtons } from './again-buttons.tsx';
import type { Abilities, ImportProblem } from './model.ts';
import { problemWords } from './problem-words.ts';
import { RoleList } from './role-list.tsx';

/** Why nothing came of it, in the words of somebody who has to ask somebody else for a role. */
export function ProblemView({
  problem,
  abilities,
  name,
  onAgain,
  onClose,
}: {
  problem: ImportProblem;
  abilities: Abilities | null;
  name: string;
  onAgain: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  const { sentence, remedy } = problemWords(problem, name, words);
  return (
    <>
      <div role="alert">
        <p className="font-semibold">{sentence}</p>
        <p className="mt-1">{remedy}</p>
      </div>
      <SupportDetails text={failureWords(problem.failure, words).support} />
      {problem.kind === 'role' && abilities && <RoleList abilities={abilities} className="mt-3" />}
      <AgainButtons onAgain={onAgain} onClose={onClose} />
    </>
  );
}
