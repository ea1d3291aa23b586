import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { useWords } from '../hooks/use-words.ts';
import { ProblemView } from './problem-view.tsx';
import { ProgressView } from './progress-view.tsx';
import type { Asking } from './use-asking.ts';

/** How far the asking has come, or why nothing came of it. */
export function AskingView({
  stage,
  name,
  onAgain,
  onClose,
}: {
  stage: Asking;
  /** Merchant account. */
  name: string;
  onAgain: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  switch (stage.kind) {
    case 'asking':
      return (
        <ProgressView
          progress={stage.progress}
          onSkip={() => void request('import.skipNames', undefined)}
          onCancel={onClose}
        />
      );
    case 'failed':
      return (
        <ProblemView
          problem={stage.problem}
          abilities={stage.abilities}
          name={name}
          onAgain={onAgain}
          onClose={onClose}
        />
      );
    case 'refused':
      return (
        <>
          <p role="alert">{stage.message}</p>
          <DialogButtons>
            <Button onClick={onClose}>{words('common:close')}</Button>
            <Button look="primary" autoFocus onClick={onAgain}>
              {words('import:problem.again')}
            </Button>
          </DialogButtons>
        </>
      );
  }
}
