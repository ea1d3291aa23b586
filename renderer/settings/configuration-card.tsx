import { FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import type { OpenedConfiguration } from '../../preload/configuration.ts';
import { Button } from '../components/button.tsx';
import { Card, SettingRow } from '../components/card.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useSavedFile } from '../hooks/use-saved-file.ts';
import { useWords } from '../hooks/use-words.ts';
import { ConfigurationDialog } from './configuration-dialog.tsx';

export type ShownConfiguration = Exclude<OpenedConfiguration, { kind: 'none' }>;

/** The way of all this to another PC, and from one. */
export function ConfigurationCard() {
  const words = useWords();
  const ask = useAsk();
  const sayWhere = useSavedFile('settings:configuration.saved');
  const [shown, setShown] = useState<ShownConfiguration | null>(null);

  const save = async () => sayWhere(await ask('configuration.save', undefined));
  const open = async () => {
    const reply = await ask('configuration.open', undefined);
    if (reply.ok && reply.value.kind !== 'none') setShown(reply.value);
  };

  return (
    <Card>
      <SettingRow
        label={words('settings:configuration.title')}
        hint={words('settings:configuration.explain')}
      >
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void save()}>
            <FileDown aria-hidden className="size-4" />
            {words('settings:configuration.save')}
          </Button>
          <Button onClick={() => void open()}>
            <FileUp aria-hidden className="size-4" />
            {words('settings:configuration.open')}
          </Button>
        </div>
      </SettingRow>
      {shown !== null && <ConfigurationDialog shown={shown} onClose={() => setShown(null)} />}
    </Card>
  );
}
