import { CircleCheck, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SetupAnswer } from '../../preload/contract.ts';
import { FailureNote } from '../components/failure-note.tsx';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { KeyNote } from '../import/key-note.tsx';
import { meaningOf, type Meaning, type Question } from './answers.ts';

const looks: Record<Meaning, { icon: LucideIcon; frame: string; tint: string }> = {
  good: { icon: CircleCheck, frame: 'border-ok-line bg-ok-wash', tint: 'text-ok' },
  doubtful: { icon: TriangleAlert, frame: 'border-warn-line bg-warn-wash', tint: 'text-warn' },
  bad: { icon: CircleX, frame: 'border-bad-line bg-bad-wash', tint: 'text-bad' },
};

/** Plainly what the vendor answered to a step, and what that means. */
export function AnswerCard({ question, answer }: { question: Question; answer: SetupAnswer | undefined }) {
  const words = useWords();
  const card = useRef<HTMLDivElement>(null);
  // A step can be longer than the window.
  useEffect(() => {
    if (answer) card.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  const meaning = answer && meaningOf(question, answer);
  return (
    <div ref={card} role="status">
      {answer && meaning && (
        <div className={cx('flex gap-3 rounded-lg border p-3', looks[meaning].frame)}>
          <Icon meaning={meaning} />
          <div className="min-w-0 flex-1">
            {meaning === 'bad' && !answer.ok ? (
              <FailureNote failure={answer.failure} at="form" />
            ) : (
              <p className={cx('font-semibold', looks[meaning].tint)}>
                {meaning === 'doubtful'
                  ? words('setup:merchant.doubtful')
                  : words(`setup:${question}.good`, { count: answer.ok ? answer.connected : 0 })}
              </p>
            )}
            <p className="mt-0.5 text-sm text-soft">
              {words('settings:test.asked', { host: answer.host, ms: Math.round(answer.tookMs) })}
            </p>
          </div>
        </div>
      )}
      {answer?.facts && <KeyNote facts={answer.facts} className="mt-3" />}
    </div>
  );
}

function Icon({ meaning }: { meaning: Meaning }) {
  const { icon: Shape, tint } = looks[meaning];
  return <Shape aria-hidden className={cx('mt-0.5 size-4.5 shrink-0', tint)} />;
}
