import { useState, type ClipboardEvent } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { StoresField } from '../settings/stores-field.tsx';
import { TestResults } from '../settings/test-results.tsx';
import { ImportStores } from './import-stores.tsx';
import { MendButtons } from './mend-buttons.tsx';
import { PasteList } from './paste-list.tsx';
import { StepForm } from './step-form.tsx';
import { isStoreList, readStoreList, withStores } from './store-list.ts';
import type { SetupModel } from './use-setup.ts';
import { Waiting } from './waiting.tsx';

/** The stores, typed, pasted or imported, and what Adyen says of each. */
export function StoresStep({ model }: { model: SetupModel }) {
  const words = useWords();
  const { form, tested, testing, test, next, back, stop } = model;
  const [taken, setTaken] = useState<{ count: number; added: number } | null>(null);
  const check = { label: words('setup:stores.check'), run: () => void test() };
  const onward = { label: words('setup:next', { step: words('setup:found.name') }), run: next };
  const problem = form.formState.errors.root?.['form']?.message;

  const take = (text: string) => {
    const listed = readStoreList(text);
    const before = withStores(form.getValues('stores'), []);
    const after = withStores(before, listed);
    form.setValue('stores', after);
    setTaken({ count: listed.length, added: after.length - before.length });
  };
  // A single line would swallow a list and hold all of it as one reference.
  const takePasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isStoreList(text)) return;
    event.preventDefault();
    take(text);
  };

  return (
    <StepForm
      step="stores"
      busy={testing}
      onStop={stop}
      onward={tested === null ? check : onward}
      besides={tested === null ? undefined : { ...check, label: words('settings:test.again') }}
      onBack={back}
    >
      <ImportStores form={form} />
      <div onPaste={takePasted} className="rounded-lg border border-line bg-card px-4 py-3">
        <StoresField model={model} />
      </div>
      <PasteList onTake={take} />
      {problem !== undefined && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
      <div role="status" className="text-sm">
        {testing ? <Waiting /> : taken !== null && tested === null && words('setup:stores.taken', taken)}
      </div>
      {tested !== null && !testing && <Tested tested={tested} model={model} />}
    </StepForm>
  );
}

function Tested({ tested, model }: { tested: NonNullable<SetupModel['tested']>; model: SetupModel }) {
  const failures = tested.results.flatMap((result) => (result.ok ? [] : [result.failure]));
  return (
    <div className="flex flex-col gap-2">
      <MendButtons failures={failures} model={model} />
      <TestResults {...tested} />
    </div>
  );
}
