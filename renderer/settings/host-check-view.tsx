import { CircleCheck, CircleMinus, CircleX } from 'lucide-react';
import { hostWords, stepWords } from '../../assets/locales/network-check.ts';
import type { HostCheck, Step } from '../../preload/network.ts';
import { FailureNote } from '../components/failure-note.tsx';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';

/** How far the way to one host goes. */
export function HostCheckView({ check }: { check: HostCheck }) {
  const words = useWords();
  const title = hostWords(check, words);
  return (
    <div>
      <h4 className="font-semibold break-words select-text">{title}</h4>
      <ol aria-label={title} className="mt-2 flex flex-col gap-2">
        {check.steps.map((step) => (
          <StepLine key={step.step} step={step} />
        ))}
      </ol>
    </div>
  );
}

const looks = {
  ok: { Icon: CircleCheck, colour: 'text-ok' },
  failed: { Icon: CircleX, colour: 'text-bad' },
  skipped: { Icon: CircleMinus, colour: 'text-soft' },
} as const;

function StepLine({ step }: { step: Step }) {
  const words = useWords();
  const locale = useLocale();
  const { Icon, colour } = looks[step.result];
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap justify-between gap-x-3">
          <span>
            <span className="font-semibold">{words(`settings:networkCheck.step.${step.step}`)}</span>{' '}
            {words(`settings:networkCheck.result.${step.result}`)}
          </span>
          {step.result !== 'skipped' && (
            <span className="text-sm text-soft tabular-nums">
              {words('settings:networkCheck.took', { ms: step.ms })}
            </span>
          )}
        </p>
        {step.result === 'failed' ? (
          <FailureNote failure={step.failure} />
        ) : (
          stepWords(step, words, locale).map((sentence) => (
            <p key={sentence} className="text-sm break-words text-soft select-text">
              {sentence}
            </p>
          ))
        )}
      </div>
    </li>
  );
}
