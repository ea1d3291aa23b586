import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

const looks = {
  primary: 'bg-accent text-on-accent border-transparent hover:enabled:bg-accent-strong shadow-card',
  secondary: 'bg-raised text-ink border-line hover:enabled:bg-hover shadow-card',
  danger: 'bg-bad-fill text-white border-transparent hover:enabled:brightness-110 shadow-card',
  quiet: 'bg-transparent text-accent border-transparent hover:enabled:bg-hover',
} as const;

export function Button({
  look = 'secondary',
  className,
  ...rest
}: ComponentProps<'button'> & { look?: keyof typeof looks }) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        'inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md border px-3 text-base font-semibold whitespace-nowrap transition-colors disabled:opacity-55 forced-colors:border-[ButtonBorder]',
        looks[look],
        className,
      )}
    />
  );
}
