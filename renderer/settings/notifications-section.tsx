import type { Request, SettingsView } from '../../preload/contract.ts';
import { Card } from '../components/card.tsx';
import { ChoiceRow } from '../components/choice-row.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { Trial } from './trial.tsx';
import { useSave } from './use-save.ts';

type Rules = SettingsView['notifications']['rules'];

const afterMinutes = [5, 10, 15, 30, 60, 120, 240];
const sounds = ['system', 'own', 'off'] as const;

export function NotificationsSection({ notifications }: { notifications: SettingsView['notifications'] }) {
  const words = useWords();
  const save = useSave();
  const { rules, locked } = notifications;
  const change = (part: Request<'settings.setNotifications'>) => void save('settings.setNotifications', part);
  const hint = (name: keyof Rules) => words(`settings:notifications.${name}Hint`);
  const toggle = (name: 'disconnected' | 'reconnected' | 'stillDisconnected' | 'onlyInOpeningHours') => (
    <SwitchRow
      label={words(`settings:notifications.${name}`)}
      hint={hint(name)}
      checked={rules[name]}
      locked={locked.includes(name)}
      onChange={(on) => change({ [name]: on })}
    />
  );
  const minutes = afterMinutes.includes(rules.stillAfterMinutes)
    ? afterMinutes
    : [...afterMinutes, rules.stillAfterMinutes].sort((one, other) => one - other);

  return (
    <section aria-labelledby="notifications" className="flex flex-col gap-3">
      <h2 id="notifications" className="text-xl font-bold">
        {words('settings:notifications.title')}
      </h2>
      <Card>
        {toggle('disconnected')}
        {toggle('reconnected')}
        {toggle('stillDisconnected')}
        {rules.stillDisconnected && (
          <ChoiceRow
            label={words('settings:notifications.stillAfter')}
            hint={hint('stillAfterMinutes')}
            value={String(rules.stillAfterMinutes)}
            options={minutes.map((count) => ({
              value: String(count),
              label: words('settings:notifications.minutes', { count }),
            }))}
            locked={locked.includes('stillAfterMinutes')}
            onChange={(value) => change({ stillAfterMinutes: Number(value) })}
          />
        )}
        <ChoiceRow
          label={words('settings:notifications.sound')}
          hint={hint('sound')}
          value={rules.sound}
          options={sounds.map((value) => ({ value, label: words(`settings:notifications.sounds.${value}`) }))}
          locked={locked.includes('sound')}
          onChange={(sound) => change({ sound })}
        />
      </Card>
      <Card>{toggle('onlyInOpeningHours')}</Card>
      <Card>
        <Trial />
      </Card>
    </section>
  );
}
