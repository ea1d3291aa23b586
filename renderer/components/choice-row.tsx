import { useId } from 'react';
import { SettingRow } from './card.tsx';
import { Select } from './select.tsx';

/** A setting with a few values. */
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
      <Select
        id={id}
        aria-describedby={`${id}-hint`}
        value={value}
        options={options}
        disabled={disabled}
        onChange={onChange}
        className="max-w-48"
      />
    </SettingRow>
  );
}
