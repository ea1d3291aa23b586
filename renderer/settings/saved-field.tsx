import { useId, useState } from 'react';
import type { Reply } from '../../preload/contract.ts';
import { SettingRow } from '../components/card.tsx';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { useSaid } from './use-save.ts';

/** A text of the settings: looked at while it is typed, saved when Enter is pressed or the field is left. */
export function SavedField({
  label,
  hint,
  value,
  locked,
  check,
  save,
  className,
  onSaved,
}: {
  label: string;
  hint: string;
  /** What is saved. A field is keyed by it, so that what main has settled on replaces what was typed. */
  value: string;
  locked: boolean;
  /** What is wrong with a text as typed. */
  check: (typed: string) => string | undefined;
  /** Main has the last word. */
  save: (typed: string) => Promise<Reply<null>>;
  className?: string;
  onSaved?: () => void;
}) {
  const words = useWords();
  const said = useSaid();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
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
    <SettingRow
      label={<label htmlFor={id}>{label}</label>}
      hint={
        <span
          id={`${id}-below`}
          role={error ? 'alert' : undefined}
          className={cx(error !== undefined && 'text-bad')}
        >
          {locked ? words('common:managed') : (error ?? hint)}
        </span>
      }
    >
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        disabled={locked}
        aria-describedby={`${id}-below`}
        aria-invalid={error !== undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void saveTyped()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void saveTyped();
        }}
        className={cx(inputLook, className ?? 'max-w-64')}
      />
    </SettingRow>
  );
}
