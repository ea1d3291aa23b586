import type { SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';

export function StartSection({
  startHidden,
  atLogin,
  version,
}: Pick<SettingsView, 'startHidden' | 'atLogin'> & { version: string }) {
  const words = useWords();
  const ask = useAsk();
  return (
    <section aria-labelledby="start" className="flex flex-col gap-3">
      <h2 id="start" className="text-xl font-bold">
        {words('settings:start.title')}
      </h2>
      <Card>
        <SwitchRow
          label={words('settings:start.atLogin')}
          hint={words('settings:start.atLoginHint', { context: atLogin })}
          checked={atLogin === 'on'}
          onChange={(on) => void ask('settings.setAtLogin', { on })}
        />
        <SwitchRow
          label={words('settings:start.hidden')}
          hint={words('settings:start.hiddenHint')}
          checked={startHidden}
          onChange={(on) => void ask('settings.setStartHidden', { startHidden: on })}
        />
      </Card>
      <p className="text-sm text-soft select-text">{words('settings:start.version', { version })}</p>
    </section>
  );
}
