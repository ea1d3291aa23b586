import { useId, useState } from 'react';
import type { StoreRestartView } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { inputLook } from '../components/field.tsx';
import { ManagedMark } from '../components/managed-mark.tsx';
import { useToast } from '../components/toaster.tsx';
import { useWords } from '../hooks/use-words.ts';
import { choicesWith } from './choices.ts';

const graces = [0, 5, 10, 15, 30, 60];

/** When the terminals of each store restart every day, so that nobody is told of that. */
export function RestartCard({ stores }: { stores: StoreRestartView[] }) {
  const words = useWords();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const keyOf = ({ account, store }: StoreRestartView) => `${account}/${store}`;
  const store = stores.find((one) => keyOf(one) === chosen) ?? stores[0];
  if (store === undefined) return null;
  return (
    <Card className="flex flex-col gap-3 divide-y-0 p-4">
      <div>
        <h3 className="flex items-center gap-3 font-semibold">
          {words('settings:restart.title')}
          {store.locked && <ManagedMark />}
        </h3>
        <p className="text-sm text-soft">{words('settings:restart.explain')}</p>
      </div>
      {stores.length > 1 && (
        <div className="flex flex-col gap-1">
          <label htmlFor={id}>{words('settings:restart.store')}</label>
          <select
            id={id}
            value={keyOf(store)}
            onChange={(event) => setChosen(event.target.value)}
            className={inputLook}
          >
            {stores.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {words('settings:restart.storeOption', { store: one.name, at: one.at })}
              </option>
            ))}
          </select>
        </div>
      )}
      {/* Keyed by what is saved: what main has settled on replaces what was typed. */}
      <RestartForm
        key={`${keyOf(store)} ${store.at} ${store.graceMinutes}`}
        store={store}
        others={stores.filter((one) => !one.locked)}
      />
    </Card>
  );
}

function RestartForm({ store, others }: { store: StoreRestartView; others: StoreRestartView[] }) {
  const words = useWords();
  const toast = useToast();
  const id = useId();
  const [at, setAt] = useState(store.at);
  const [grace, setGrace] = useState(store.graceMinutes);

  const save = async (stores: StoreRestartView[]) => {
    const refs = stores.map((one) => ({ account: one.account, store: one.store }));
    const reply = await request('settings.setRestart', {
      stores: refs,
      restart: { at, graceMinutes: grace },
    });
    toast({
      text: reply.ok
        ? words('settings:restart.saved', { count: refs.length })
        : words(`problem:error.${reply.error.code}`, reply.error.params),
    });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save([store]);
      }}
    >
      <fieldset disabled={store.locked} className="flex flex-wrap items-end gap-3">
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-at`}>{words('settings:restart.at')}</label>
          <input
            id={`${id}-at`}
            type="time"
            required
            value={at}
            onChange={(event) => setAt(event.target.value)}
            className={inputLook}
          />
        </div>
        <div className="flex min-w-48 flex-col gap-1">
          <label htmlFor={`${id}-grace`}>{words('settings:restart.grace')}</label>
          <select
            id={`${id}-grace`}
            value={grace}
            onChange={(event) => setGrace(Number(event.target.value))}
            className={inputLook}
          >
            {choicesWith(store.graceMinutes, graces).map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0
                  ? words('settings:restart.none')
                  : words('settings:restart.minutes', { count: minutes })}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" look="primary">
          {words('settings:save')}
        </Button>
        {others.length > 1 && (
          <Button onClick={() => void save(others)}>{words('settings:restart.saveAll')}</Button>
        )}
      </fieldset>
    </form>
  );
}
