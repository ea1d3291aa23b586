import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

/** A button that shows only an icon; `label` is its name and its tooltip. */
export function IconButton({ label, className, ...rest }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:enabled:bg-hover hover:enabled:text-ink disabled:opacity-55 data-[state=open]:bg-hover [&>svg]:size-4',
        className,
      )}
    />
  );
}
