import { Plus, X } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useWords } from '../hooks/use-words.ts';
import { emptyStore } from './account-draft.ts';
import type { AccountFormModel } from './use-account-form.ts';

const usual = ['reference', 'name'] as const;
const names = {
  reference: 'settings:stores.referenceOf',
  name: 'settings:stores.nameOf',
  id: 'settings:stores.idOf',
} as const;

export function StoresField({
  model: { form, idsWanted },
}: {
  model: Pick<AccountFormModel, 'form' | 'idsWanted'>;
}) {
  const words = useWords();
  const withIds = idsWanted || form.watch('source') === 'cloud-device';
  const columns = withIds ? ([...usual, 'id'] as const) : usual;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'stores' });
  const errors = form.formState.errors;
  const problem = errors.root?.['stores']?.message;

  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-semibold">{words('settings:stores.label')}</legend>
      <table className="w-full table-fixed border-separate border-spacing-x-0 border-spacing-y-1 text-left">
        <colgroup>
          <col className={withIds ? 'w-1/4' : 'w-2/5'} />
          <col />
          {withIds && <col className="w-2/5" />}
          <col className="w-9" />
        </colgroup>
        <thead className="text-sm text-soft">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="font-normal">
                {words(`settings:stores.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => (
            <tr key={field.id} className="align-top">
              {columns.map((column) => {
                const error = errors.stores?.[index]?.[column]?.message;
                const below = `${field.id}-${column}`;
                return (
                  <td key={column} className="pr-2">
                    <input
                      aria-label={words(names[column], { number: index + 1 })}
                      aria-invalid={error !== undefined}
                      aria-describedby={error === undefined ? undefined : below}
                      autoComplete="off"
                      spellCheck={false}
                      maxLength={200}
                      className={inputLook}
                      {...form.register(`stores.${index}.${column}`)}
                    />
                    {error !== undefined && (
                      <p id={below} role="alert" className="mt-1 text-sm text-bad">
                        {error}
                      </p>
                    )}
                  </td>
                );
              })}
              <td>
                <IconButton
                  label={words('settings:stores.remove', { number: index + 1 })}
                  onClick={() => remove(index)}
                >
                  <X aria-hidden />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex items-start justify-between gap-4">
        <p role={problem ? 'alert' : undefined} className={cx('text-sm', problem ? 'text-bad' : 'text-soft')}>
          {problem ?? words(withIds ? 'settings:stores.hintOfIds' : 'settings:stores.hint')}
        </p>
        <Button onClick={() => append(emptyStore)}>
          <Plus aria-hidden className="size-4" />
          {words('settings:stores.add')}
        </Button>
      </div>
    </fieldset>
  );
}
