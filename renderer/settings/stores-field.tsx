import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { emptyStore } from './account-draft.ts';
import { StoreRow, type Column } from './store-row.tsx';
import type { AccountFormModel } from './use-account-form.ts';

const usual: readonly Column[] = ['reference', 'name'];
const all: readonly Column[] = [...usual, 'id'];
/** Of a row, in pixels; before it is measured. */
const usualHeight = 36;

/** The stores of an account, of which only those in view are drawn: an import may bring thousands. */
export function StoresField({
  model: { form, idsWanted, focusAsked, commit },
}: {
  model: Pick<AccountFormModel, 'form' | 'idsWanted' | 'focusAsked' | 'commit'>;
}) {
  const words = useWords();
  const withIds = idsWanted || form.watch('source') === 'cloud-device';
  const columns = withIds ? all : usual;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'stores' });
  const errors = form.formState.errors;
  const problem = errors.root?.['stores']?.message;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: fields.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => fields[index]?.id ?? index,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const [above, below] = [rows[0]?.start ?? 0, virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0)];

  // The form cannot give the focus to a row that is not drawn.
  const focus = (index: number, column: Column) => {
    virtualizer.scrollToIndex(index);
    requestAnimationFrame(() => form.setFocus(`stores.${index}.${column}`));
  };
  const focusWrong = useEffectEvent(() => {
    const wrong = fields.findIndex((_field, index) => errors.stores?.[index] !== undefined);
    if (wrong >= 0) focus(wrong, columns.find((column) => errors.stores?.[wrong]?.[column]) ?? 'reference');
  });
  useEffect(() => focusWrong(), [focusAsked]);

  const add = () => {
    append(emptyStore, { shouldFocus: false });
    // It is drawn first.
    requestAnimationFrame(() => focus(fields.length, 'reference'));
  };

  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-semibold">{words('settings:stores.label')}</legend>
      <div ref={scroller} className="-mx-1 max-h-96 overflow-y-auto px-1">
        <table
          aria-rowcount={fields.length + 1}
          className="w-full table-fixed border-separate border-spacing-0 text-left"
        >
          <colgroup>
            <col className={withIds ? 'w-1/4' : 'w-2/5'} />
            <col />
            {withIds && <col className="w-2/5" />}
            <col className="w-9" />
          </colgroup>
          <thead className="sticky top-0 z-10 bg-card text-sm text-soft">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="font-normal">
                  {words(`settings:stores.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr aria-hidden style={{ height: above }} />
            {rows.map(({ index, key }) => (
              <StoreRow
                key={key}
                ref={virtualizer.measureElement}
                form={form}
                index={index}
                columns={columns}
                onRemove={() => {
                  remove(index);
                  void commit();
                }}
              />
            ))}
            <tr aria-hidden style={{ height: below }} />
          </tbody>
        </table>
      </div>
      <div className="flex items-start justify-between gap-4">
        <p role={problem ? 'alert' : undefined} className={cx('text-sm', problem ? 'text-bad' : 'text-soft')}>
          {problem ?? words(withIds ? 'settings:stores.hintOfIds' : 'settings:stores.hint')}
        </p>
        <Button onClick={add}>
          <Plus aria-hidden className="size-4" />
          {words('settings:stores.add')}
        </Button>
      </div>
    </fieldset>
  );
}
