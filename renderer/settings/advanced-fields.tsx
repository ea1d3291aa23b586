import type { ReactNode } from 'react';
import { TextField } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { SourceField } from './source-field.tsx';
import type { AccountFormModel } from './use-account-form.ts';

/** What most people need not touch: how Adyen is asked, and where. */
export function AdvancedFields({
  model,
  open = false,
  children,
}: {
  model: Pick<AccountFormModel, 'form' | 'locked'>;
  /** From the start; it is open in any case where something in it is wrong. */
  open?: boolean;
  /** What else is advanced where it stands. */
  children?: ReactNode;
}) {
  const words = useWords();
  const { errors } = model.form.formState;
  const isOpen = open || errors.endpoint !== undefined || errors.source !== undefined;
  return (
    <details open={isOpen || undefined}>
      <summary className="w-fit rounded-sm text-soft hover:text-ink">
        {words('settings:endpoint.advanced')}
      </summary>
      <div className="mt-2 flex flex-col gap-4">
        <SourceField model={model} />
        <TextField
          label={words('settings:endpoint.label')}
          hint={words('settings:endpoint.hint')}
          error={errors.endpoint?.message}
          {...model.form.register('endpoint')}
        />
        {children}
      </div>
    </details>
  );
}
