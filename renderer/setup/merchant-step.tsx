import { TextField } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { AnswerCard } from './answer-card.tsx';
import { onwardOf } from './onward.ts';
import { StepForm } from './step-form.tsx';
import type { SetupModel } from './use-setup.ts';

/** Whose terminals they are, and whether the key may see them. */
export function MerchantStep({ model }: { model: SetupModel }) {
  const words = useWords();
  const { form, busy, answers, check, next, back, stop } = model;
  const actions = onwardOf('merchant', answers.merchant, {
    check: { label: words('setup:merchant.check'), run: () => void check('merchant') },
    onward: { label: words('setup:next', { step: words('setup:stores.name') }), run: next },
    anyway: { label: words('setup:anyway'), run: next },
  });
  return (
    <StepForm step="merchant" busy={busy} onStop={stop} {...actions} onBack={back}>
      <TextField
        label={words('settings:merchant.label')}
        hint={words('settings:merchant.hint')}
        error={form.formState.errors.merchantAccount?.message}
        {...form.register('merchantAccount')}
      />
      <AnswerCard question="merchant" model={model} />
    </StepForm>
  );
}
