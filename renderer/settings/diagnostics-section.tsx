import { Save } from 'lucide-react';
import { useState } from 'react';
import type { Response } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { Card, SettingRow } from '../components/card.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useSavedFile } from '../hooks/use-saved-file.ts';
import { useWords } from '../hooks/use-words.ts';
import { DiagnosticsEntry } from './diagnostics-entry.tsx';

type Gathered = Response<'diagnostics.gather'>;

/** What support may want to see: shown first, and then saved exactly as it was shown. */
export function DiagnosticsSection() {
  const words = useWords();
  const ask = useAsk();
  const sayWhere = useSavedFile('settings:diagnostics.saved');
  const [busy, setBusy] = useState<'gathering' | 'saving' | null>(null);
  const [gathered, setGathered] = useState<Gathered | null>(null);

  const gather = async () => {
    setBusy('gathering');
    const reply = await ask('diagnostics.gather', undefined);
    setBusy(null);
    if (reply.ok) setGathered(reply.value);
  };

  const save = async ({ id }: Gathered) => {
    setBusy('saving');
    const reply = await ask('diagnostics.save', { id });
    setBusy(null);
    sayWhere(reply);
  };

  return (
    <section aria-labelledby="diagnostics" className="flex flex-col gap-3">
      <h2 id="diagnostics" className="text-xl font-bold">
        {words('settings:diagnostics.title')}
      </h2>
      <p className="text-soft">{words('settings:diagnostics.explain')}</p>
      <Card>
        <SettingRow label={words('settings:diagnostics.look')} hint={words('settings:diagnostics.lookHint')}>
          <Button disabled={busy !== null} onClick={() => void gather()}>
            {busy === 'gathering' && <Spinner />}
            {words(gathered ? 'settings:diagnostics.gatherAgain' : 'settings:diagnostics.gather')}
          </Button>
        </SettingRow>
        {gathered && (
          <ul aria-label={words('settings:diagnostics.inside')} className="divide-y divide-line">
            {gathered.entries.map((entry) => (
              <li key={entry.name}>
                <DiagnosticsEntry entry={entry} />
              </li>
            ))}
          </ul>
        )}
        {gathered && (
          <SettingRow
            label={words('settings:diagnostics.save')}
            hint={words('settings:diagnostics.saveHint')}
          >
            <Button look="primary" disabled={busy !== null} onClick={() => void save(gathered)}>
              {busy === 'saving' ? <Spinner /> : <Save aria-hidden className="size-4" />}
              {words('settings:diagnostics.saveAs')}
            </Button>
          </SettingRow>
        )}
      </Card>
    </section>
  );
}
