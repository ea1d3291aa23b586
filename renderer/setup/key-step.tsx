import type { SettingsView } from '../../preload/contract.ts';
import { useWords } from '../hooks/use-words.ts';
import { KeyInput, KeyWarning } from '../settings/key-input.tsx';
import { isMissing } from '../settings/key-state.ts';
import { KeyStateLine } from '../settings/key-state-line.tsx';
import { AnswerCard } from './answer-card.tsx';
import { steps } from './draft.ts';
import { onwardOf } from './onward.ts';
import { StepForm } from './step-form.tsx';
import type { SetupModel } from './use-setup.ts';

/** The key, how to get one, and what it can do. */
export function KeyStep({ model, settings }: { model: SetupModel; settings: SettingsView }) {
  const words = useWords();
  const { form, busy, answers, check, next, back, stop } = model;
  const { setupKey: state, keychain } = settings;
  const isKept = !isMissing(state);
  const isForgotten = steps.indexOf(model.reached) > steps.indexOf('key');
  const actions = onwardOf('key', answers.key, {
    check: { label: words('setup:key.check'), run: () => void check('key') },
    onward: { label: words('setup:next', { step: words('setup:merchant.name') }), run: next },
    anyway: { label: words('setup:anyway'), run: next },
  });
  return (
    <StepForm step="key" busy={busy} onStop={stop} {...actions} onBack={back}>
      {(isKept || state === 'unreadable') && <KeyStateLine state={state} />}
      {state === 'none' && isForgotten && (
        <p className="rounded-lg border border-warn-line bg-warn-wash p-3">{words('setup:key.forgotten')}</p>
      )}
      <KeyInput form={form} label={words(isKept ? 'setup:key.other' : 'settings:key.label')} />
      <details>
        <summary className="w-fit rounded-sm text-soft hover:text-ink">{words('setup:key.how')}</summary>
        <ol className="mt-2 flex list-decimal flex-col gap-1 pl-5 text-sm marker:text-soft">
          {(['open', 'credential', 'role', 'generate'] as const).map((part) => (
            <li key={part}>{words(`setup:key.get.${part}`)}</li>
          ))}
        </ol>
      </details>
      <KeyWarning keychain={keychain} />
      <AnswerCard question="key" model={model} />
    </StepForm>
  );
}
