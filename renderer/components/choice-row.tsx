import { useId } from 'react';
import { SettingRow } from './card.tsx';
import { ManagedMark } from './managed-mark.tsx';
import { Select } from './select.tsx';

/** A setting with a few values. */
export function ChoiceRow<T extends string>({
  label,
  hint,
  value,
  options,
  locked = false,
  onChange,
}: {
  label: string;
  hint: string;
  value: T;
  options: readonly { value: T; label: string }[];
  /** Set by the organisation; said in place of the hint. */
  locked?: boolean;
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <SettingRow
      label={<label htmlFor={id}>{label}</label>}
      hint={<span id={`${id}-hint`}>{locked ? <ManagedMark /> : hint}</span>}
    >
      <Select
        id={id}
        aria-describedby={`${id}-hint`}
        value={value}
        options={options}
        disabled={locked}
        onChange={onChange}
        className="max-w-48"
      />
    </SettingRow>
  );
}
