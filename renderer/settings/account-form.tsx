import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useWords } from '../hooks/use-words.ts';
import { AdvancedFields } from './advanced-fields.tsx';
import { KeyField } from './key-field.tsx';
import { RegionField } from './region-field.tsx';
import { SourceField } from './source-field.tsx';
import { StoresField } from './stores-field.tsx';
import { TestResults } from './test-results.tsx';
import { UnsavedNote } from './unsaved-note.tsx';
import type { AccountFormModel } from './use-account-form.ts';

const environments = ['live', 'test'] as const;

/** Everything that one merchant account needs; of one that the organisation has set, only the key. */
export function AccountForm({
  model,
  keychain,
  children,
}: {
  model: AccountFormModel;
  keychain: boolean;
  /** Further buttons, left of the others. */
  children?: ReactNode;
}) {
  const words = useWords();
  const { form, account, locked, tested, testing, test, commit, save, unsaved, showUnsaved } = model;
  const { errors, isSubmitting } = form.formState;
  const problem = errors.root?.['form']?.message;
  const element = useRef<HTMLFormElement>(null);
  const changed = useEffectEvent((control: EventTarget | null) => {
    if (control instanceof Node && element.current?.contains(control)) void commit();
  });
  useEffect(() => {
    // A choice, or a text once it is left. Heard from above the page's root, where the form itself hears of it.
    const listener = ({ target }: Event) => changed(target);
    document.addEventListener('change', listener);
    return () => document.removeEventListener('change', listener);
  }, []);
  // As it was opened: it must not fold up under somebody who goes back to the usual.
  const [isUnusual] = useState(
    () => form.getValues('endpoint') !== '' || form.getValues('source') !== 'auto',
  );

  return (
    <form
      noValidate
      onSubmit={(event) => void save(event)}
      ref={element}
      className="flex flex-col gap-4 px-4 pt-4"
    >
      {locked ? <SourceField model={model} /> : <PlaceFields model={model} />}
      <KeyField model={model} keychain={keychain} />
      {!locked && <StoresField model={model} />}
      {!locked && <AdvancedFields model={model} open={isUnusual} />}
      {tested !== null && <TestResults {...tested} />}
      {problem !== undefined && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
      <div className="sticky bottom-0 -mx-4 flex flex-wrap gap-2 rounded-b-xl border-t border-line bg-card px-4 py-3">
        {children}
        {unsaved === 'wrong' && <UnsavedNote model={model} onShow={showUnsaved} />}
        <Button disabled={testing} onClick={() => void test()} className="ml-auto">
          {testing && <Spinner />}
          {words(
            testing ? 'settings:test.busy' : tested === null ? 'settings:test.run' : 'settings:test.again',
          )}
        </Button>
        {account === null && (
          <Button type="submit" look="primary" disabled={isSubmitting}>
            {words(isSubmitting ? 'settings:saving' : 'settings:accounts.addNow')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Environment, region and merchant account. */
function PlaceFields({ model: { form } }: { model: AccountFormModel }) {
  const words = useWords();
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(14rem,1fr))] gap-4">
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-semibold">{words('settings:environment.label')}</legend>
          <div className="flex h-8 gap-5">
            {environments.map((environment) => (
              <label key={environment} className="flex items-center gap-2">
                <input
                  type="radio"
                  value={environment}
                  className="size-4 accent-accent"
                  {...form.register('environment')}
                />
                {words(`settings:environment.${environment}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <RegionField form={form} className="self-end" />
      </div>
      <TextField
        label={words('settings:merchant.label')}
        hint={words('settings:merchant.hint')}
        error={form.formState.errors.merchantAccount?.message}
        {...form.register('merchantAccount')}
      />
    </>
  );
}
