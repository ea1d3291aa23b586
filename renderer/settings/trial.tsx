import { useState } from 'react';
import { createMoment } from '../../assets/locales/moment.ts';
import type { Response } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { SettingRow } from '../components/card.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';

/** Whether this system shows notifications at all is best seen. */
export function Trial() {
  const words = useWords();
  const ask = useAsk();
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<(Response<'notifications.test'> & { at: number }) | null>(null);

  const send = async () => {
    setBusy(true);
    const reply = await ask('notifications.test', undefined);
    setBusy(false);
    if (reply.ok) setLast({ ...reply.value, at: Date.now() });
  };

  return (
    <SettingRow
      label={words('settings:notifications.try')}
      hint={
        <span role="status">
          {last === null
            ? words('settings:notifications.tryHint')
            : words(`settings:notifications.outcome.${last.outcome}`, {
                at: createMoment(last.at, locale)(last.at),
              })}
        </span>
      }
    >
      <Button disabled={busy} onClick={() => void send()}>
        {busy && <Spinner />}
        {words('settings:notifications.send')}
      </Button>
    </SettingRow>
  );
}
