import type { SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { useWords } from '../hooks/use-words.ts';
import { StartSwitches } from './start-switches.tsx';

export function StartSection({
  startHidden,
  atLogin,
  version,
}: Pick<SettingsView, 'startHidden' | 'atLogin'> & { version: string }) {
  const words = useWords();
  return (
    <section aria-labelledby="start" className="flex flex-col gap-3">
      <h2 id="start" className="text-xl font-bold">
        {words('settings:start.title')}
      </h2>
      <Card>
        <StartSwitches startHidden={startHidden} atLogin={atLogin} />
      </Card>
      <p className="text-sm text-soft select-text">{words('settings:start.version', { version })}</p>
    </section>
  );
}
