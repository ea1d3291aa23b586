import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { inputLook } from './field.tsx';

/** One of a few values; a system list, so that every keyboard and reader knows it. */
export function Select<T extends string>({
  value,
  options,
  className,
  onChange,
  ...rest
}: Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <select
      {...rest}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
      className={cx(inputLook, className)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
