import type { Request, SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { ChoiceRow } from '../components/choice-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { choicesWith } from './choices.ts';
import { useSave } from './use-save.ts';

const closedSeconds = [60, 300, 600, 1800, 3600];
const changeCounts = [3, 4, 5, 6, 8, 10];
const windowMinutes = [15, 30, 60, 120];

/** How the stores are watched, beyond how often. */
export function WatchingCard({ watching: view }: { watching: SettingsView['watching'] }) {
  const words = useWords();
  const save = useSave();
  const { watching, locked } = view;
  const { closedIntervalSeconds: closed, unstable } = watching;
  const change = (part: Request<'settings.setWatching'>) => void save('settings.setWatching', part);
  return (
    <Card>
      <ChoiceRow
        label={words('settings:checking.closed')}
        hint={words('settings:checking.closedHint')}
        value={closed === null ? '' : String(closed)}
        locked={locked.includes('closedIntervalSeconds')}
        options={[
          { value: '', label: words('settings:checking.closedAsEver') },
          ...choicesWith(closed, closedSeconds).map((seconds) => ({
            value: String(seconds),
            label: words('settings:checking.everyMinutes', { count: Math.round(seconds / 60) }),
          })),
        ]}
        onChange={(value) => change({ closedIntervalSeconds: value === '' ? null : Number(value) })}
      />
      <ChoiceRow
        label={words('settings:checking.changes')}
        hint={words('settings:checking.changesHint')}
        value={String(unstable.changes)}
        locked={locked.includes('unstable')}
        options={choicesWith(unstable.changes, changeCounts).map((count) => ({
          value: String(count),
          label: words('settings:checking.changesOption', { count }),
        }))}
        onChange={(value) => change({ changes: Number(value) })}
      />
      <ChoiceRow
        label={words('settings:checking.within')}
        hint={words('settings:checking.withinHint', { count: unstable.calmMinutes })}
        value={String(unstable.withinMinutes)}
        locked={locked.includes('unstable')}
        options={choicesWith(unstable.withinMinutes, windowMinutes).map((count) => ({
          value: String(count),
          label: words('settings:checking.minutes', { count }),
        }))}
        onChange={(value) => change({ withinMinutes: Number(value) })}
      />
    </Card>
  );
}
