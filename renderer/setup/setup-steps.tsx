import { Check } from 'lucide-react';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import type { AccountFormModel } from '../settings/use-account-form.ts';

/** What is filled in already, beside the form that asks for it. */
export function SetupSteps({ model: { form, tested } }: { model: AccountFormModel }) {
  const words = useWords();
  const { merchantAccount, key, stores } = form.watch();
  const steps = [
    { step: 'where', done: true },
    { step: 'merchant', done: merchantAccount.trim() !== '' },
    { step: 'key', done: key !== '' },
    { step: 'stores', done: stores.some(({ reference }) => reference.trim() !== '') },
    { step: 'test', done: tested?.results.length !== 0 && tested?.results.every(({ ok }) => ok) === true },
  ] as const;
  const next = steps.find(({ done }) => !done)?.step;
  return (
    <ol aria-label={words('setup:steps.label')} className="flex w-52 shrink-0 flex-col gap-4 pt-1">
      {steps.map(({ step, done }, index) => (
        <li
          key={step}
          aria-current={step === next ? 'step' : undefined}
          className={cx('flex items-center gap-3', step === next ? 'font-semibold' : 'text-soft')}
        >
          <span
            aria-hidden
            className={cx(
              'grid size-6 shrink-0 place-items-center rounded-full border text-xs tabular-nums',
              done
                ? 'border-ok-fill bg-ok-fill text-white'
                : step === next
                  ? 'border-accent text-accent'
                  : 'border-line',
            )}
          >
            {done ? <Check className="size-3.5" /> : index + 1}
          </span>
          <span>
            {words(`setup:steps.${step}`)}
            <span className="sr-only">, {words(done ? 'setup:steps.done' : 'setup:steps.open')}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
