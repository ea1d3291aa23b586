import type { SettingsView } from '../../preload/contract.ts';
import { SwitchRow } from '../components/switch-row.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';

/** Whether Tillwatch starts by itself, and how. */
export function StartSwitches({ startHidden, atLogin }: Pick<SettingsView, 'startHidden' | 'atLogin'>) {
  const words = useWords();
  const ask = useAsk();
  return (
    <>
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
    </>
  );
}
