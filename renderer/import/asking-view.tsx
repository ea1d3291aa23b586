import { request } from '../bridge.ts';
import { AgainButtons } from './again-buttons.tsx';
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
          <AgainButtons onAgain={onAgain} onClose={onClose} />
        </>
      );
  }
}
