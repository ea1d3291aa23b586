import type { SettingsView } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import { SavedField } from './saved-field.tsx';
import { useSaid } from './use-save.ts';

/** Whose certificates are trusted beside those that every computer trusts. */
export function CertificateCard({ network }: Pick<SettingsView, 'network'>) {
  const words = useWords();
  const locale = useLocale();
  const ask = useAsk();
  const said = useSaid();
  const { settings, locked, certificates, systemStore } = network;
  const isLocked = locked.includes('certificateFile');

  const choose = async () => {
    const reply = await ask('network.chooseCertificates', undefined);
    if (reply.ok && reply.value.chosen) said();
  };
  return (
    <Card>
      <SavedField
        label={words('settings:network.certificateFile')}
        hint={words('settings:network.certificateHint')}
        value={settings.certificateFile}
        locked={isLocked}
        check={() => undefined}
        save={(typed) => request('settings.setNetwork', { certificateFile: typed })}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3.5">
        <div className="min-w-56 flex-1 text-sm">
          {certificates.state === 'ok' && (
            <p className="font-semibold">
              {words('settings:network.trusted', {
                names: new Intl.ListFormat(locale).format(certificates.names),
              })}
            </p>
          )}
          {certificates.state === 'refused' && (
            <p role="alert" className="text-bad">
              {words(`problem:certificateFile.${certificates.reason}`)}
            </p>
          )}
          <p className="text-soft">
            {words(systemStore ? 'settings:network.certificateStore' : 'settings:network.noCertificateStore')}
          </p>
        </div>
        <Button disabled={isLocked} onClick={() => void choose()}>
          {words('settings:network.choose')}
        </Button>
      </div>
    </Card>
  );
}
