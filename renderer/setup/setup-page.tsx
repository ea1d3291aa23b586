import type { SettingsView } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CloudIcon } from '../components/cloud-icon.tsx';
import { NoticeBanners } from '../components/notice-banners.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import { AccountForm } from '../settings/account-form.tsx';
import { useAccountForm } from '../settings/use-account-form.ts';
import { SetupSteps } from './setup-steps.tsx';

/** The first run: one account, tested for real, or the demo store. */
export function SetupPage({
  settings,
  onBusy,
}: {
  settings: SettingsView;
  /** True from the first saving until everything is saved. */
  onBusy: (busy: boolean) => void;
}) {
  const words = useWords();
  const ask = useAsk();
  const lookAround = () => {
    onBusy(false);
    void ask('demo.set', { on: true });
  };
  const model = useAccountForm({
    account: null,
    onSaving: () => onBusy(true),
    onSaved: () => onBusy(false),
  });
  return (
    <main className="flex h-full flex-col">
      <NoticeBanners settings={settings} />
      <header className="flex flex-wrap items-center gap-4 px-10 pt-8 pb-6">
        <CloudIcon shape="connected" label="" className="h-10 w-13" />
        <div className="min-w-64 flex-1">
          <h1 className="text-2xl leading-tight font-bold">{words('setup:title')}</h1>
          <p className="text-soft">{words('setup:subtitle')}</p>
        </div>
        <Button onClick={lookAround}>{words('setup:demo')}</Button>
      </header>
      <div className="flex min-h-0 flex-1 gap-10 px-10">
        <SetupSteps model={model} />
        <div className="-mr-10 min-w-0 flex-1 overflow-y-auto pr-10 pl-1">
          <Card className="mb-8 max-w-170">
            <AccountForm model={model} keychain={settings.keychain} saveLabel={words('setup:save')} />
          </Card>
        </div>
      </div>
    </main>
  );
}
