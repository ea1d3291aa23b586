import { Field, inputLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { AccountFormModel } from './use-account-form.ts';

const choices = ['auto', 'cloud-device', 'connected-terminals'] as const;

/** Which of the vendor's two lists is asked. Of a managed account only to see. */
export function SourceField({
  model: { form, locked },
}: {
  model: Pick<AccountFormModel, 'form' | 'locked'>;
}) {
  const words = useWords();
  return (
    <Field
      label={words('settings:source.label')}
      hint={words(locked ? 'common:managed' : 'settings:source.hint')}
      error={form.formState.errors.source?.message}
    >
      {(ties) => (
        <select
          {...ties}
          {...(locked ? { value: form.getValues('source') } : form.register('source'))}
          disabled={locked}
          className={inputLook}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {words(`settings:source.choice.${choice}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
