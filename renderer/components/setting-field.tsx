import { useId, type ReactNode } from 'react';
import { SettingRow } from './card.tsx';
import { cx } from './cx.ts';
import type { Ties } from './field.tsx';
import { ManagedMark } from './managed-mark.tsx';

/** A setting with one control, tied to its words as `Field` ties them, but side by side. */
export function SettingField({
  label,
  hint,
  error,
  locked = false,
  children,
}: {
  label: string;
  hint: ReactNode;
  error?: string | undefined;
  /** Set by the organisation, which is said in place of the hint: nobody here could mend an error either. */
  locked?: boolean;
  children: (ties: Ties & { disabled: boolean }) => ReactNode;
}) {
  const id = useId();
  const wrong = error !== undefined && !locked;
  return (
    <SettingRow
      label={<label htmlFor={id}>{label}</label>}
      hint={
        <span id={`${id}-below`} role={wrong ? 'alert' : undefined} className={cx(wrong && 'text-bad')}>
          {locked ? <ManagedMark /> : (error ?? hint)}
        </span>
      }
    >
      {children({ id, 'aria-describedby': `${id}-below`, 'aria-invalid': wrong, disabled: locked })}
    </SettingRow>
  );
}
