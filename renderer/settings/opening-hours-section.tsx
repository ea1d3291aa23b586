import type { StoreHoursView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { useWords } from '../hooks/use-words.ts';
import { HoursForm } from './hours-form.tsx';
import { spansText, weekdays } from './hours-text.ts';
import { PerStore } from './per-store.tsx';

/** When people are in each store. */
export function OpeningHoursSection({ stores }: { stores: StoreHoursView[] }) {
  const words = useWords();
  return (
    <section aria-labelledby="openingHours" className="flex flex-col gap-3">
      <h2 id="openingHours" className="text-xl font-bold">
        {words('settings:openingHours.title')}
      </h2>
      <p className="max-w-prose text-soft">{words('settings:openingHours.explain')}</p>
      {stores.length === 0 ? (
        <p className="text-soft">{words('settings:openingHours.noStore')}</p>
      ) : (
        <Card>
          <PerStore
            label={words('settings:openingHours.store')}
            stores={stores}
            option={(store) =>
              words('settings:openingHours.storeOption', { store: store.name, hours: brief(store) })
            }
          >
            {(store) => (
              <HoursForm store={store} others={stores.some((one) => one !== store && !one.locked)} />
            )}
          </PerStore>
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
