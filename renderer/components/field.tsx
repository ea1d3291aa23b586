import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx.ts';

const control =
  'w-full rounded-md border border-edge bg-card px-2.5 text-base text-ink placeholder:text-soft disabled:border-line disabled:bg-page disabled:text-soft aria-invalid:border-bad';

export const inputLook = `h-8 ${control}`;
export const textareaLook = `py-2 leading-relaxed ${control}`;

/** What ties a control to its words. Spread into the control. */
export interface Ties {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

/** Label above, hint or error below. */
export function Field({
  label,
  hint,
  error,
  className,
  children,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string;
  children: (ties: Ties) => ReactNode;
}) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
        'aria-invalid': error !== undefined,
      })}
      {below !== undefined && (
        <p
          id={`${id}-below`}
          role={error ? 'alert' : undefined}
          className={cx('text-sm', error ? 'text-bad' : 'text-soft')}
        >
          {below}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  ...input
}: Omit<ComponentProps<'input'>, 'id'> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...ties}
          className={cx(inputLook, input.className)}
        />
      )}
    </Field>
  );
}
