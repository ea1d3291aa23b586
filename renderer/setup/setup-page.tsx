import { useState } from 'react';
import type { Words } from '../../assets/locales/index.ts';
import type { SettingsView } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { CloudIcon } from '../components/cloud-icon.tsx';
import { NoticeBanners } from '../components/notice-banners.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import { isMissing } from '../settings/key-state.ts';
import { earlier, type Step } from './draft.ts';
import { FinishStep } from './finish-step.tsx';
import { FoundStep } from './found-step.tsx';
import { KeyStep } from './key-step.tsx';
import { MerchantStep } from './merchant-step.tsx';
import { NetworkDialog } from './network-dialog.tsx';
import { SetupSteps } from './setup-steps.tsx';
import { withStores } from './store-list.ts';
import { StoresStep } from './stores-step.tsx';
import { useSetup, type SetupModel } from './use-setup.ts';
import { WhereStep } from './where-step.tsx';

/**
 * The first run: one account, each step of it tested for real, or the demo store. How much room there is, is
 * measured in letters: large ones leave as little as a small window.
 */
export function SetupPage({ settings }: { settings: SettingsView }) {
  const words = useWords();
  const ask = useAsk();
  const [inNetwork, setInNetwork] = useState(false);
  const model = useSetup({
    keyMissing: isMissing(settings.setupKey),
    openNetwork: () => setInNetwork(true),
  });
  const reached = model.tested === null ? earlier(model.reached, 'stores') : model.reached;
  return (
    <main className="@container flex h-full flex-col">
      <NoticeBanners settings={settings} />
      <header className="flex items-center gap-4 px-10 pt-8 pb-6 @max-[52rem]:px-4 @max-[52rem]:py-3">
        <CloudIcon shape="connected" label="" className="h-10 w-13 @max-[52rem]:hidden" />
        <div className="min-w-0 flex-1">
          <h1 className="text-2xl leading-tight font-bold">{words('setup:title')}</h1>
          <p className="text-soft @max-[52rem]:sr-only">{words('setup:subtitle')}</p>
        </div>
        <Button onClick={() => void ask('demo.set', { on: true })}>{words('setup:demo')}</Button>
      </header>
      <div className="flex min-h-0 flex-1 gap-8 pl-8 @max-[52rem]:gap-2 @max-[52rem]:pl-2">
        <SetupSteps step={model.step} reached={reached} answers={answersOf(model, words)} onGo={model.go} />
        <div className="min-w-0 flex-1">
          <CurrentStep model={model} settings={settings} />
        </div>
      </div>
      {inNetwork && <NetworkDialog settings={settings} onClose={() => setInNetwork(false)} />}
    </main>
  );
}

function answersOf({ form }: SetupModel, words: Words): Partial<Record<Step, string>> {
  const { environment, region, merchantAccount, stores } = form.getValues();
  const place = words(`settings:environment.${environment}`);
  return {
    where: environment === 'test' ? place : `${place}, ${words(`settings:region.${region}`)}`,
    merchant: merchantAccount,
    stores: words('settings:accounts.stores', { count: withStores(stores, []).length }),
  };
}

function CurrentStep({ model, settings }: { model: SetupModel; settings: SettingsView }) {
  switch (model.step) {
    case 'where':
      return <WhereStep model={model} settings={settings} />;
    case 'key':
      return <KeyStep model={model} settings={settings} />;
    case 'merchant':
      return <MerchantStep model={model} />;
    case 'stores':
      return <StoresStep model={model} />;
    case 'found':
      return <FoundStep model={model} />;
    case 'finish':
      return <FinishStep model={model} settings={settings} />;
  }
}
