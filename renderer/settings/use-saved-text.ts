import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { Reply } from '../../preload/contract.ts';
import { useWords } from '../hooks/use-words.ts';
import { useSaid } from './use-save.ts';

/** A text of the settings: looked at while it is typed, saved when Enter is pressed or the field is left. */
export function useSavedText({
  value,
  check,
  save,
  onSaved,
}: {
  /** What is saved. Where main settles on another one, that replaces what was typed. */
  value: string;
  /** What is wrong with a text as typed. */
  check: (typed: string) => string | undefined;
  /** Main has the last word. */
  save: (typed: string) => Promise<Reply<null>>;
  onSaved?: (() => void) | undefined;
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
  const error = check(typed) ?? (refused?.typed === typed ? refused.problem : undefined);

  const saveTyped = async () => {
    // Enter and leaving the field are two occasions for one.
    if (typed === sent || check(typed) !== undefined) return;
    setSent(typed);
    const reply = await save(typed);
    if (reply.ok) {
      said();
      onSaved?.();
    } else {
      setSent(value);
      setRefused({ typed, problem: words(`problem:error.${reply.error.code}`, reply.error.params) });
    }
  };

  return {
    error,
    /** For the control. */
    text: {
      value: typed,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setTyped(event.target.value),
      onBlur: () => void saveTyped(),
    },
    /** Where Enter does not make a new line. */
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') void saveTyped();
    },
  };
}
