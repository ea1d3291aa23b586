import { useState } from 'react';
import type { Range, Reply } from '../../preload/contract.ts';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { SettingField } from '../components/setting-field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { useSaid } from './use-save.ts';

/** A text or a number of the settings: looked at while it is typed, saved when Enter is pressed or the field is left. */
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
  const words = useWords();
  const said = useSaid();
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
  const [settled, setSettled] = useState(value);
  // Not keyed by the value, which would take the focus from whoever presses Enter.
  if (settled !== value) {
    setSettled(value);
    setTyped(value);
    setSent(value);
  }
  /** Main's word on what was typed then. */
  const [refused, setRefused] = useState<{ typed: string; problem: string } | null>(null);
  const error = check(typed.trim()) ?? (refused?.typed === typed ? refused.problem : undefined);

  const saveTyped = async () => {
    const text = typed.trim();
    // Enter and leaving the field are two occasions for one.
    if (text === sent || check(text) !== undefined) return;
    setSent(text);
    const reply = await save(text);
    if (reply.ok) {
      said();
      onSaved?.();
    } else {
      setSent(value);
      setRefused({ typed, problem: words(`problem:error.${reply.error.code}`, reply.error.params) });
    }
  };

  return (
    <SettingField label={label} hint={hint} error={error} locked={locked}>
      {(ties) => {
        const input = (
          <input
            {...ties}
            {...(number
              ? { type: 'number', min: number.least, max: number.most, step: 1 }
              : { type: 'text', autoComplete: 'off', spellCheck: false })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => void saveTyped()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void saveTyped();
            }}
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
