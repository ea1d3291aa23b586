import type { SettingsView } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { feedPattern } from '../../preload/update-fields.ts';
import { Card } from '../components/card.tsx';
import { useWords } from '../hooks/use-words.ts';
import { SavedField } from './saved-field.tsx';
import { UpdateRow } from './update-row.tsx';

export function UpdatesSection({ updates: { feed, locked, state } }: Pick<SettingsView, 'updates'>) {
  const words = useWords();
  return (
    <section aria-labelledby="updates" className="flex flex-col gap-3">
      <h2 id="updates" className="text-xl font-bold">
        {words('settings:updates.title')}
      </h2>
      <p className="text-soft">{words('settings:updates.explain')}</p>
      <Card>
        <SavedField
          label={words('settings:updates.feed')}
          hint={words('settings:updates.feedHint')}
          value={feed}
          locked={locked}
          check={(typed) =>
            typed === '' || feedPattern.test(typed) ? undefined : words('problem:error.not-a-feed')
          }
          save={(typed) => request('settings.setUpdates', { feed: typed })}
          className="max-w-full min-w-56 flex-1"
        />
        <UpdateRow state={state} />
      </Card>
    </section>
  );
}
