import type { SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import { StartSwitches } from '../settings/start-switches.tsx';
import { Trial } from '../settings/trial.tsx';
import { StepForm } from './step-form.tsx';
import type { SetupModel } from './use-setup.ts';

/** How people are to hear of it; each switch takes effect at once. */
export function FinishStep({ model, settings }: { model: SetupModel; settings: SettingsView }) {
  const words = useWords();
  const ask = useAsk();
  const { rules, locked } = settings.notifications;
  const { busy, finish, back } = model;
  const problem = model.form.formState.errors.root?.['form']?.message;
  return (
    <StepForm
      step="finish"
      busy={busy}
      onward={{ label: words('setup:finish.start'), run: () => void finish() }}
      onBack={back}
    >
      <Card>
        <SwitchRow
          label={words('settings:notifications.disconnected')}
          hint={words('settings:notifications.disconnectedHint')}
          checked={rules.disconnected}
          locked={locked.includes('disconnected')}
          onChange={(disconnected) => void ask('settings.setNotifications', { disconnected })}
        />
        <Trial />
      </Card>
      <Card>
        <StartSwitches startHidden={settings.startHidden} atLogin={settings.atLogin} />
      </Card>
      {problem !== undefined && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
    </StepForm>
  );
}
