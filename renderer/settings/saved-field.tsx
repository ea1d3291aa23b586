import type { Range, Reply } from '../../preload/contract.ts';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { SettingField } from '../components/setting-field.tsx';
import { useSavedText } from './use-saved-text.ts';

/** A text or a number of the settings. */
export function SavedField({
  label,
  hint,
  value,
  locked,
  number,
  unit,
  check,
  save,
  className,
  onSaved,
}: {
  label: string;
  hint: string;
  /** What is saved. Where main settles on another one, that replaces what was typed. */
  value: string;
  locked: boolean;
  /** Of a whole number: what it may be. */
  number?: Range;
  /** Said behind it. */
  unit?: string;
  /** What is wrong with a text as typed. */
  check: (typed: string) => string | undefined;
  /** Main has the last word. */
  save: (typed: string) => Promise<Reply<null>>;
  className?: string;
  onSaved?: () => void;
}) {
  const { error, text, onKeyDown } = useSavedText({
    value,
    check: (typed) => check(typed.trim()),
    save: (typed) => save(typed.trim()),
    onSaved,
  });

  return (
    <SettingField label={label} hint={hint} error={error} locked={locked}>
      {(ties) => {
        const input = (
          <input
            {...ties}
            {...(number
              ? { type: 'number', min: number.least, max: number.most, step: 1 }
              : { type: 'text', autoComplete: 'off', spellCheck: false })}
            {...text}
            onKeyDown={onKeyDown}
            className={cx(inputLook, className ?? 'max-w-64')}
          />
        );
        return unit === undefined ? (
          input
        ) : (
          <span className="flex items-center gap-2">
            {input}
            <span className="text-soft">{unit}</span>
          </span>
        );
      }}
    </SettingField>
  );
}
