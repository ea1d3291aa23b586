import { useState } from 'react';
import type { SettingsView } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { useWords } from '../hooks/use-words.ts';
import { AdvancedFields } from '../settings/advanced-fields.tsx';
import { LanguageRow } from '../settings/language-row.tsx';
import { RegionField } from '../settings/region-field.tsx';
import { AnswerCard } from './answer-card.tsx';
import { StepForm } from './step-form.tsx';
import type { SetupModel } from './use-setup.ts';

const environments = ['live', 'test'] as const;

/** Which of the vendor's hosts are asked, and whether they can be reached from here. */
export function WhereStep({ model, settings }: { model: SetupModel; settings: SettingsView }) {
  const words = useWords();
  const { form, busy, check, next, stop } = model;
  // Not in the middle of typing.
  const [{ endpoint: endpointAtFirst, source: sourceAtFirst }] = useState(() => form.getValues());
  return (
    <StepForm
      step="where"
      busy={busy}
      onStop={stop}
      onward={{ label: words('setup:next', { step: words('setup:key.name') }), run: next }}
      besides={{ label: words('setup:where.check'), run: () => void check('where') }}
    >
      {/* First: whoever cannot read the rest needs it. */}
      <Card>
        <LanguageRow language={settings.appearance.language} />
      </Card>
      <fieldset className="grid grid-cols-2 gap-3">
        <legend className="mb-1 font-semibold">{words('settings:environment.label')}</legend>
        {environments.map((environment) => (
          <label
            key={environment}
            className="flex gap-3 rounded-lg border border-line bg-card p-3 has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              value={environment}
              aria-describedby={`about-${environment}`}
              aria-label={words(`settings:environment.${environment}`)}
              className="mt-0.5 size-4 accent-accent outline-none"
              {...form.register('environment')}
            />
            <span>
              <span className="block font-semibold">{words(`settings:environment.${environment}`)}</span>
              <span id={`about-${environment}`} className="text-sm text-soft">
                {words(`setup:where.${environment}`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <RegionField form={form} />
      <AdvancedFields model={model} open={endpointAtFirst !== '' || sourceAtFirst !== 'auto'}>
        <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span className="min-w-56 flex-1 text-sm text-soft">{words('setup:where.network')}</span>
          <Button onClick={model.openNetwork}>{words('setup:mend.network')}</Button>
        </p>
      </AdvancedFields>
      <AnswerCard question="where" model={model} />
    </StepForm>
  );
}
