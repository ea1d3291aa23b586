import { Plus, X } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { AccountFormModel } from './use-account-form.ts';

const columns = ['reference', 'name'] as const;
const names = { reference: 'settings:stores.referenceOf', name: 'settings:stores.nameOf' } as const;

export function StoresField({ model: { form } }: { model: AccountFormModel }) {
  const words = useWords();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'stores' });
  const errors = form.formState.errors;
  const problem = errors.root?.['stores']?.message;

  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-semibold">{words('settings:stores.label')}</legend>
      <table className="w-full table-fixed border-separate border-spacing-x-0 border-spacing-y-1 text-left">
        <colgroup>
          <col className="w-2/5" />
          <col />
          <col className="w-9" />
        </colgroup>
        <thead className="text-sm text-soft">
          <tr>
            <th scope="col" className="font-normal">
              {words('settings:stores.reference')}
            </th>
            <th scope="col" className="font-normal">
              {words('settings:stores.name')}
            </th>
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
          {problem ?? words('settings:stores.hint')}
        </p>
        <Button onClick={() => append({ reference: '', name: '' })}>
          <Plus aria-hidden className="size-4" />
          {words('settings:stores.add')}
        </Button>
      </div>
    </fieldset>
  );
}
