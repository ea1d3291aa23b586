import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { SettingsView } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { useToast } from '../components/toaster.tsx';
import { useWords } from '../hooks/use-words.ts';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';
import { ConfigurationCard } from './configuration-card.tsx';
import { useAccountForm } from './use-account-form.ts';

export function AccountsSection({ settings }: { settings: SettingsView }) {
  const words = useWords();
  const [adding, setAdding] = useState(false);
  const accounts = settings.accounts.filter(({ origin }) => origin !== 'demo');
  return (
    <section aria-labelledby="accounts" className="flex flex-col gap-3">
      <div>
        <h2 id="accounts" className="text-xl font-bold">
          {words('settings:accounts.title')}
        </h2>
        <p className="text-soft">{words('settings:accounts.explain')}</p>
        {settings.managedFile !== null && (
          <p className="mt-1 text-sm break-words text-soft">
            {words('settings:accounts.managedFile', { file: settings.managedFile })}
          </p>
        )}
      </div>
      {accounts.map((account) => (
        <AccountCard key={account.id} account={account} keychain={settings.keychain} />
      ))}
      {accounts.length === 0 && !adding && <p className="text-soft">{words('settings:accounts.none')}</p>}
      {adding ? (
        <NewAccount keychain={settings.keychain} onClose={() => setAdding(false)} />
      ) : (
        <Button className="self-start" onClick={() => setAdding(true)}>
          <Plus aria-hidden className="size-4" />
          {words('settings:accounts.add')}
        </Button>
      )}
      <ConfigurationCard />
    </section>
  );
}

function NewAccount({ keychain, onClose }: { keychain: boolean; onClose: () => void }) {
  const words = useWords();
  const toast = useToast();
  const model = useAccountForm({
    account: null,
    onAdded: () => {
      toast({ text: words('settings:accounts.added') });
      onClose();
    },
  });
  return (
    <Card role="group" aria-label={words('settings:accounts.new')}>
      <h3 className="px-4 py-3.5 text-lg font-bold">{words('settings:accounts.new')}</h3>
      <AccountForm model={model} keychain={keychain}>
        <Button
          onClick={() => {
            model.discard();
            onClose();
          }}
        >
          {words('common:cancel')}
        </Button>
      </AccountForm>
    </Card>
  );
}
