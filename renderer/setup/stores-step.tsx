import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { Field, textareaLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { StoresField } from '../settings/stores-field.tsx';
import { TestResults } from '../settings/test-results.tsx';
import { ImportStores } from './import-stores.tsx';
import { StepForm } from './step-form.tsx';
import { readStoreList, withStores } from './store-list.ts';
import type { SetupModel } from './use-setup.ts';

/** The stores, typed or pasted, and what Adyen says of each. */
export function StoresStep({ model }: { model: SetupModel }) {
  const words = useWords();
  const { form, tested, testing, test, next, back } = model;
  const check = { label: words('setup:stores.check'), run: () => void test() };
  const onward = { label: words('setup:next', { step: words('setup:found.name') }), run: next };
  const problem = form.formState.errors.root?.['form']?.message;
  return (
    <StepForm
      step="stores"
      busy={testing}
      onward={tested === null ? check : onward}
      besides={tested === null ? undefined : { ...check, label: words('settings:test.again') }}
      onBack={back}
    >
      <ImportStores form={form} />
      <div className="rounded-lg border border-line bg-card px-4 py-3">
        <StoresField model={model} />
      </div>
      <PasteList
        onPaste={(text) => {
          form.setValue('stores', withStores(form.getValues('stores'), readStoreList(text)));
        }}
      />
      {problem !== undefined && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
      {tested !== null && <TestResults {...tested} />}
    </StepForm>
  );
}

function PasteList({ onPaste }: { onPaste: (text: string) => void }) {
  const words = useWords();
  const [text, setText] = useState('');
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
          disabled={text.trim() === ''}
          onClick={() => {
            onPaste(text);
            setText('');
          }}
        >
          {words('setup:stores.take')}
        </Button>
      </div>
    </details>
  );
}
