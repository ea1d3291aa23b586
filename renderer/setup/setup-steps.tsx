import { Check } from 'lucide-react';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { steps, type Step } from './draft.ts';

/** Where one is in the first run; to any step that was seen, back and forward. */
export function SetupSteps({
  step: current,
  reached,
  answers,
  onGo,
}: {
  step: Step;
  /** The furthest that can be gone to. */
  reached: Step;
  /** What was entered, where a few words can say it. */
  answers: Partial<Record<Step, string>>;
  onGo: (step: Step) => void;
}) {
  const words = useWords();
  const furthest = steps.indexOf(reached);
  return (
    <nav aria-label={words('setup:steps')}>
      <ol className="flex w-60 shrink-0 flex-col gap-1 pt-1 @max-[52rem]:w-10">
        {steps.map((step, index) => {
          const isDone = index < furthest && step !== current;
          return (
            <li key={step}>
              <button
                type="button"
                disabled={index > furthest || step === current}
                aria-current={step === current ? 'step' : undefined}
                title={words(`setup:${step}.name`)}
                onClick={() => onGo(step)}
                className={cx(
                  'flex min-h-9 w-full items-center gap-3 rounded-md px-2 py-0.5 text-left hover:enabled:bg-hover',
                  step === current ? 'font-semibold' : 'text-soft',
                )}
              >
                <span
                  aria-hidden
                  className={cx(
                    'grid size-6 shrink-0 place-items-center rounded-full border text-xs tabular-nums',
                    isDone && 'border-ok-fill bg-ok-fill text-white',
                    step === current && 'border-accent text-accent',
                    !isDone && step !== current && 'border-edge',
                  )}
                >
                  {isDone ? <Check className="size-3.5" /> : index + 1}
                </span>
                <span className="min-w-0 @max-[52rem]:sr-only">
                  {words(`setup:${step}.name`)}
                  {isDone && <span className="sr-only">, {words('setup:done')}</span>}
                  {isDone && <span className="block truncate text-xs">{answers[step]}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
