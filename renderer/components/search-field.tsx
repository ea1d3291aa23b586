import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { inputLook } from './field.tsx';

/** Looks through a list as it is typed into. Escape empties it first; on an empty one it is as `onKeyDown` says. */
export function SearchField({
  label,
  value,
  className,
  onChange,
  onKeyDown,
  ...rest
}: Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <div className={cx('relative flex-1', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-soft"
      />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        {...rest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') {
            onKeyDown?.(event);
            return;
          }
          // Nothing around it is to close as well.
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
        className={`${inputLook} pl-8.5`}
      />
    </div>
  );
}
