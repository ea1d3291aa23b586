import { CircleCheck, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SetupAnswer } from '../../preload/contract.ts';
import { FailureNote } from '../components/failure-note.tsx';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { KeyNote } from '../import/key-note.tsx';
import { isAnswered, meaningOf, type Meaning, type Question } from './answers.ts';
import { MendButtons } from './mend-buttons.tsx';
import type { SetupModel } from './use-setup.ts';
import { Waiting } from './waiting.tsx';

const looks: Record<Meaning, { icon: LucideIcon; frame: string; tint: string }> = {
  good: { icon: CircleCheck, frame: 'border-ok-line bg-ok-wash', tint: 'text-ok' },
  doubtful: { icon: TriangleAlert, frame: 'border-warn-line bg-warn-wash', tint: 'text-warn' },
  bad: { icon: CircleX, frame: 'border-bad-line bg-bad-wash', tint: 'text-bad' },
};

/** Plainly what the vendor answered to a step, and what that means; until then, that it is asked. */
export function AnswerCard({ question, model }: { question: Question; model: SetupModel }) {
  const { busy } = model;
  const answer = model.answers[question];
  const card = useRef<HTMLDivElement>(null);
  // A step can be longer than the window.
  useEffect(() => {
    if (answer || busy) card.current?.scrollIntoView({ block: 'nearest' });
  }, [answer, busy]);
  return (
    <div ref={card} role="status">
      {busy ? <Waiting /> : answer && <Answered question={question} answer={answer} model={model} />}
      {!busy && answer?.facts && <KeyNote facts={answer.facts} className="mt-3" />}
    </div>
  );
}

function Answered({
  question,
  answer,
  model,
}: {
  question: Question;
  answer: SetupAnswer;
  model: SetupModel;
}) {
  const words = useWords();
  const meaning = meaningOf(question, answer);
  const { icon: Icon, frame, tint } = looks[meaning];
  return (
    <div className={cx('flex gap-3 rounded-lg border p-3', frame)}>
      <Icon aria-hidden className={cx('mt-0.5 size-4.5 shrink-0', tint)} />
      <div className="min-w-0 flex-1">
        {meaning === 'bad' && !answer.ok ? (
          <>
            <FailureNote failure={answer.failure} at="form" />
            <MendButtons failures={[answer.failure]} model={model} />
          </>
        ) : (
          <p className={cx('font-semibold', tint)}>
            {meaning === 'doubtful'
              ? words('setup:merchant.doubtful')
              : words(`setup:${question}.good`, { count: answer.ok ? answer.connected : 0 })}
          </p>
        )}
        {(answer.ok || answer.failure.kind !== 'key-missing') && (
          <p className="mt-0.5 text-sm text-soft">
            {words(isAnswered(answer) ? 'settings:test.asked' : 'settings:test.failed', {
              host: answer.host,
              ms: Math.round(answer.tookMs),
            })}
          </p>
        )}
      </div>
    </div>
  );
}
