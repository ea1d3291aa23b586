import { Activity, useState, type ReactNode } from 'react';
import { Field, inputLook } from '../components/field.tsx';

/** What is set for each store by itself: one is shown, and the choice says what the others have. */
export function PerStore<S extends { account: string; store: string }>({
  label,
  stores,
  option,
  children,
}: {
  label: string;
  /** At least one. */
  stores: readonly S[];
  option: (store: S) => string;
  children: (store: S) => ReactNode;
}) {
  const keyOf = ({ account, store }: S) => `${account}/${store}`;
  const [chosen, setChosen] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shown = stores.find((one) => keyOf(one) === chosen) ?? stores[0];
  return (
    <>
      {shown && stores.length > 1 && (
        <Field label={label} className="px-4 py-3.5">
          {(ties) => (
            <select
              {...ties}
              value={keyOf(shown)}
              onChange={(event) => {
                setLeft(new Set([...left, keyOf(shown)]));
                setChosen(event.target.value);
              }}
              className={inputLook}
            >
              {stores.map((one) => (
                <option key={keyOf(one)} value={keyOf(one)}>
                  {option(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div>
        {stores
          .filter((one) => one === shown || left.has(keyOf(one)))
          .map((one) => (
            // What was typed for another store and is not saved yet stays there.
            <Activity key={keyOf(one)} mode={one === shown ? 'visible' : 'hidden'}>
              <div className="divide-y divide-line">{children(one)}</div>
            </Activity>
          ))}
      </div>
    </>
  );
}
