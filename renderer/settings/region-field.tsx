import { cx } from '../components/cx.ts';
import { Field, inputLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { regions } from './account-draft.ts';
import type { AccountFormModel } from './use-account-form.ts';

/** Where the live terminals are; in test there is one host for all of them. */
export function RegionField({ form, className }: { form: AccountFormModel['form']; className?: string }) {
  const words = useWords();
  if (form.watch('environment') === 'test') {
    return <p className={cx('text-sm text-soft', className)}>{words('settings:region.testHint')}</p>;
  }
  return (
    <Field label={words('settings:region.label')} hint={words('settings:region.hint')}>
      {(ties) => (
        <select {...ties} {...form.register('region')} className={inputLook}>
          {regions.map((region) => (
            <option key={region} value={region}>
              {words(`settings:region.${region}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
