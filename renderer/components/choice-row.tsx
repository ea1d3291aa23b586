import { SettingField } from './setting-field.tsx';
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
  return (
    <SettingField label={label} hint={hint} locked={locked}>
      {(ties) => (
        <Select {...ties} value={value} options={options} onChange={onChange} className="max-w-48" />
      )}
    </SettingField>
  );
}
