import { useId } from 'react';
import { SettingRow } from './card.tsx';
import { cx } from './cx.ts';
import { inputLook } from './field.tsx';

/** A setting with a few values; a system list, so that every keyboard and reader knows it. */
export function ChoiceRow<T extends string>({
  label,
  hint,
  value,
  options,
  disabled = false,
  onChange,
}: {
  label: string;
  hint: string;
  value: T;
  options: readonly { value: T; label: string }[];
  disabled?: boolean;
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <SettingRow label={<label htmlFor={id}>{label}</label>} hint={<span id={`${id}-hint`}>{hint}</span>}>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={cx(inputLook, 'max-w-48')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}
