import type { SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { ChoiceRow } from '../components/choice-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { choicesWith } from './choices.ts';
import { useSave } from './use-save.ts';

const usual = [30, 90, 180, 400, 730, 1100];

export function HistorySection({ history: { keepDays, locked } }: Pick<SettingsView, 'history'>) {
  const words = useWords();
  const save = useSave();
  return (
    <section aria-labelledby="history" className="flex flex-col gap-3">
      <h2 id="history" className="text-xl font-bold">
        {words('settings:history.title')}
      </h2>
      <Card>
        <ChoiceRow
          label={words('settings:history.keep')}
          hint={words('settings:history.keepHint')}
          value={String(keepDays)}
          options={choicesWith(keepDays, usual).map((days) => ({
            value: String(days),
            label: words('settings:history.days', { count: days }),
          }))}
          locked={locked}
          onChange={(days) => void save('settings.setHistory', { keepDays: Number(days) })}
        />
      </Card>
    </section>
  );
}
