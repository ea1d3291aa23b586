import type { SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { useWords } from '../hooks/use-words.ts';
import { NumberSetting } from './number-setting.tsx';
import { RestartCard } from './restart-card.tsx';
import { WatchingCard } from './watching-card.tsx';

export function CheckingSection({ settings }: { settings: SettingsView }) {
  const words = useWords();
  const { intervalSeconds, confirmationSeconds, locked, limits } = settings.polling;
  return (
    <section aria-labelledby="checking" className="flex flex-col gap-3">
      <h2 id="checking" className="text-xl font-bold">
        {words('settings:checking.title')}
      </h2>
      <Card>
        <NumberSetting
          label={words('settings:checking.interval')}
          hint={words('settings:checking.intervalHint', { ...limits.interval })}
          value={intervalSeconds}
          limits={limits.interval}
          locked={locked}
          change={(seconds) => ({ intervalSeconds: seconds })}
        />
        <NumberSetting
          label={words('settings:checking.confirmation')}
          hint={words('settings:checking.confirmationHint', { ...limits.confirmation })}
          value={confirmationSeconds}
          limits={limits.confirmation}
          locked={locked}
          change={(seconds) => ({ confirmationSeconds: seconds })}
        />
      </Card>
      <WatchingCard watching={settings.watching} />
      <RestartCard stores={settings.restarts} />
    </section>
  );
}
