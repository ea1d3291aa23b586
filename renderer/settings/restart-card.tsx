import type { StoreRestartView } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { Card } from '../components/card.tsx';
import { ChoiceRow } from '../components/choice-row.tsx';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { SettingField } from '../components/setting-field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { choicesWith } from './choices.ts';
import { CopyToStores } from './copy-to-stores.tsx';
import { PerStore } from './per-store.tsx';
import { useSave } from './use-save.ts';
import { useSavedText } from './use-saved-text.ts';

const graces = [0, 5, 10, 15, 30, 60];

/** When the terminals of each store restart every day, so that nobody is told of that. */
export function RestartCard({ stores }: { stores: StoreRestartView[] }) {
  const words = useWords();
  if (stores.length === 0) return null;
  return (
    <Card>
      <div className="px-4 py-3.5">
        <h3 className="font-semibold">{words('settings:restart.title')}</h3>
        <p className="text-sm text-soft">{words('settings:restart.explain')}</p>
      </div>
      <PerStore
        label={words('settings:restart.store')}
        stores={stores}
        option={({ name, at }) => words('settings:restart.storeOption', { store: name, at })}
      >
        {(store) => <RestartRows store={store} others={stores.some((one) => one !== store && !one.locked)} />}
      </PerStore>
    </Card>
  );
}

function RestartRows({ store, others }: { store: StoreRestartView; others: boolean }) {
  const words = useWords();
  const save = useSave();
  const { graceMinutes, locked } = store;
  const ref = { account: store.account, store: store.store };
  const { error, text, onKeyDown } = useSavedText({
    value: store.at,
    // What the field holds until it is a whole time.
    check: (typed) => (typed === '' ? words('settings:restart.unreadable') : undefined),
    save: (at) => request('settings.setRestart', { ...ref, restart: { at } }),
  });
  return (
    <>
      <SettingField
        label={words('settings:restart.at')}
        hint={words('settings:restart.atHint')}
        error={error}
        locked={locked}
      >
        {(ties) => (
          <input
            {...ties}
            type="time"
            {...text}
            onKeyDown={onKeyDown}
            className={cx(inputLook, 'max-w-32')}
          />
        )}
      </SettingField>
      <ChoiceRow
        label={words('settings:restart.grace')}
        hint={words('settings:restart.graceHint')}
        value={String(graceMinutes)}
        options={choicesWith(graceMinutes, graces).map((minutes) => ({
          value: String(minutes),
          label:
            minutes === 0
              ? words('settings:restart.none')
              : words('settings:restart.minutes', { count: minutes }),
        }))}
        locked={locked}
        onChange={(minutes) =>
          void save('settings.setRestart', { ...ref, restart: { graceMinutes: Number(minutes) } })
        }
      />
      {others && !locked && (
        <div className="px-4 py-3">
          <CopyToStores {...ref} what="restart" />
        </div>
      )}
    </>
  );
}
