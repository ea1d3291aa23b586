import type { SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { ImportButton } from '../import/import-button.tsx';
import { useSave } from './use-save.ts';

export function DemoSection({ demo, accounts }: Pick<SettingsView, 'demo' | 'accounts'>) {
  const words = useWords();
  const save = useSave();
  return (
    <section aria-labelledby="demo" className="flex flex-col gap-3">
      <h2 id="demo" className="text-xl font-bold">
        {words('settings:demo.title')}
      </h2>
      <Card>
        <SwitchRow
          label={words('settings:demo.on')}
          hint={words('settings:demo.hint')}
          checked={demo}
          onChange={(on) => void save('demo.set', { on })}
        />
        {accounts
          .filter(({ origin }) => origin === 'demo')
          .map((account) => (
            <ImportButton key={account.id} account={account} />
          ))}
      </Card>
    </section>
  );
}
