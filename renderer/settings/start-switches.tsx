import type { SettingsView } from '../../preload/contract.ts';
import { SwitchRow } from '../components/switch-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { useSave } from './use-save.ts';

/** Whether Tillwatch starts by itself, and how. */
export function StartSwitches({ startHidden, atLogin }: Pick<SettingsView, 'startHidden' | 'atLogin'>) {
  const words = useWords();
  const save = useSave();
  return (
    <>
      <SwitchRow
        label={words('settings:start.atLogin')}
        hint={words('settings:start.atLoginHint', { context: atLogin })}
        checked={atLogin === 'on'}
        onChange={(on) => void save('settings.setAtLogin', { on })}
      />
      <SwitchRow
        label={words('settings:start.hidden')}
        hint={words('settings:start.hiddenHint')}
        checked={startHidden}
        onChange={(on) => void save('settings.setStartHidden', { startHidden: on })}
      />
    </>
  );
}
