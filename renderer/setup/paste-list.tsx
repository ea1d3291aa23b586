import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { Field, textareaLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';

/** Many stores at once, as they stand in a spreadsheet or a mail. */
export function PasteList({ onTake }: { onTake: (text: string) => void }) {
  const words = useWords();
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  return (
    <details>
      <summary className="w-fit rounded-sm text-soft hover:text-ink">{words('setup:stores.paste')}</summary>
      <div className="mt-2 flex flex-col items-start gap-2">
        <Field label={words('setup:stores.list')} hint={words('setup:stores.listHint')} className="w-full">
          {(ties) => (
            <textarea
              {...ties}
              rows={4}
              spellCheck={false}
              maxLength={500_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={cx(textareaLook, 'resize-none')}
            />
          )}
        </Field>
        <Button
          // One that is disabled would lose the focus with the click.
          aria-disabled={isEmpty}
          className={cx(isEmpty && 'opacity-55')}
          onClick={() => {
            if (isEmpty) return;
            onTake(text);
            setText('');
          }}
        >
          {words('setup:stores.take')}
        </Button>
      </div>
    </details>
  );
}
