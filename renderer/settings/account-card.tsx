import { ChevronUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { AccountView } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ManagedMark } from '../components/managed-mark.tsx';
import { useToast } from '../components/toaster.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { ImportButton } from '../import/import-button.tsx';
import { useWords } from '../hooks/use-words.ts';
import { AccountForm } from './account-form.tsx';
import { KeyStateLine } from './key-state-line.tsx';
import { SourceNote } from './source-note.tsx';
import { StoreTable } from './store-table.tsx';
import { useAccountForm } from './use-account-form.ts';

/** One account: a summary, and its form when opened. */
export function AccountCard({ account, keychain }: { account: AccountView; keychain: boolean }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { merchantAccount: name, environment, region, host, inUse, stores } = account;
  const locked = account.origin !== 'settings';
  const where = [
    words(`settings:environment.${environment}`),
    ...(environment === 'live' ? [words(`settings:region.${region}`)] : []),
    host,
    words('settings:accounts.stores', { count: stores.length }),
  ];
  return (
    <Card role="group" aria-label={name}>
      <div className="flex flex-wrap items-start gap-3 px-4 py-3.5">
        <div className="min-w-64 flex-1">
          <h3 className="flex flex-wrap items-center gap-x-3 text-lg font-bold">
            {name}
            {locked && <ManagedMark />}
          </h3>
          <p className="text-sm text-soft">{where.join(' · ')}</p>
          {inUse && !open && <SourceNote source={inUse} className="text-soft" />}
        </div>
        <Button
          aria-expanded={open}
          aria-label={words(locked ? 'settings:accounts.openNamed' : 'settings:accounts.editNamed', { name })}
          onClick={() => setOpen(!open)}
        >
          {open ? (
            <>
              <ChevronUp aria-hidden className="size-4" />
              {words('common:close')}
            </>
          ) : (
            words(locked ? 'settings:accounts.open' : 'settings:accounts.edit')
          )}
        </Button>
      </div>
      {open ? (
        <AccountEditor account={account} keychain={keychain} />
      ) : (
        <KeyStateLine state={account.key} className="px-4 py-3" />
      )}
      <ImportButton account={account} />
    </Card>
  );
}

function AccountEditor({ account, keychain }: { account: AccountView; keychain: boolean }) {
  const words = useWords();
  const ask = useAsk();
  const toast = useToast();
  const model = useAccountForm({ account });
  const { id, merchantAccount: name } = account;

  const undo = async () => {
    const { ok } = await ask('settings.restoreAccount', { id });
    if (ok) toast({ text: words('settings:accounts.restored', { name }) });
  };
  const remove = async () => {
    const { ok } = await ask('settings.removeAccount', { id });
    if (!ok) return;
    toast({
      text: words('settings:accounts.removed', { name }),
      action: { label: words('common:undo'), run: () => void undo() },
      stays: true,
    });
  };
  return (
    <div>
      {model.locked && <StoreTable stores={account.stores} />}
      <AccountForm model={model} keychain={keychain}>
        {!model.locked && (
          <Button look="quiet" className="text-bad" onClick={() => void remove()}>
            <Trash2 aria-hidden className="size-4" />
            {words('settings:accounts.remove')}
          </Button>
        )}
      </AccountForm>
    </div>
  );
}
