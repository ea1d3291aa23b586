import { useId, useState } from 'react';
import type { StoreHoursView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { inputLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { HoursForm } from './hours-form.tsx';
import { spansText, weekdays } from './hours-draft.ts';

/** When people are in each store. */
export function OpeningHoursSection({ stores }: { stores: StoreHoursView[] }) {
  const words = useWords();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const keyOf = ({ account, store }: StoreHoursView) => `${account}/${store}`;
  const store = stores.find((one) => keyOf(one) === chosen) ?? stores[0];
  return (
    <section aria-labelledby="openingHours" className="flex flex-col gap-3">
      <h2 id="openingHours" className="text-xl font-bold">
        {words('settings:openingHours.title')}
      </h2>
      <p className="max-w-prose text-soft">{words('settings:openingHours.explain')}</p>
      {store === undefined ? (
        <p className="text-soft">{words('settings:openingHours.noStore')}</p>
      ) : (
        <Card className="flex flex-col gap-4 divide-y-0 p-4">
          {stores.length > 1 && (
            <div className="flex flex-col gap-1">
              <label htmlFor={id} className="font-semibold">
                {words('settings:openingHours.store')}
              </label>
              <select
                id={id}
                value={keyOf(store)}
                onChange={(event) => setChosen(event.target.value)}
                className={inputLook}
              >
                {stores.map((one) => (
                  <option key={keyOf(one)} value={keyOf(one)}>
                    {words('settings:openingHours.storeOption', { store: one.name, hours: brief(one) })}
                  </option>
                ))}
              </select>
            </div>
          )}
          {/* Keyed by what is saved: what main has settled on replaces what was typed. */}
          <HoursForm key={`${keyOf(store)} ${JSON.stringify(store.hours)}`} store={store} all={stores} />
        </Card>
      )}
    </section>
  );

  function brief({ hours }: StoreHoursView): string {
    if (hours === null) return words('settings:openingHours.always');
    const day = weekdays.find((name) => hours.week[name].length > 0);
    return day ? spansText(hours.week[day]) : words('settings:openingHours.closed');
  }
}
