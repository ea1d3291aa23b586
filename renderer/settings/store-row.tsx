import { X } from 'lucide-react';
import { useId, type Ref } from 'react';
import { inputLook } from '../components/field.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { AccountFormModel } from './use-account-form.ts';

export type Column = 'reference' | 'name' | 'id';

const names = {
  reference: 'settings:stores.referenceOf',
  name: 'settings:stores.nameOf',
  id: 'settings:stores.idOf',
} as const;

/** One store in the account form. */
export function StoreRow({
  ref,
  form,
  index,
  columns,
  onRemove,
}: {
  ref: Ref<HTMLTableRowElement>;
  form: AccountFormModel['form'];
  index: number;
  columns: readonly Column[];
  onRemove: () => void;
}) {
  const words = useWords();
  const id = useId();
  const errors = form.formState.errors.stores?.[index];
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} className="align-top">
      {columns.map((column) => {
        const error = errors?.[column]?.message;
        const below = `${id}-${column}`;
        return (
          <td key={column} className="py-0.5 pr-2">
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
      <td className="py-0.5">
        <IconButton label={words('settings:stores.remove', { number: index + 1 })} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </td>
    </tr>
  );
}
