import { ChevronUp, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
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
import { UnsavedNote } from './unsaved-note.tsx';
import { useAccountForm, type AccountFormModel } from './use-account-form.ts';

/** One account: a summary, and its form when opened. */
export function AccountCard({ account, keychain }: { account: AccountView; keychain: boolean }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  // Here, so that what is typed and not saved stays while the form is closed.
  const model = useAccountForm({ account });
  const { locked, commit, showUnsaved } = model;
  const { merchantAccount: name, environment, region, host, inUse, stores } = account;
  const where = [
    words(`settings:environment.${environment}`),
    ...(environment === 'live' ? [words(`settings:region.${region}`)] : []),
    host,
    words('settings:accounts.stores', { count: stores.length }),
  ];
  const close = () => {
    // No field is left by that which goes with the form.
    void commit();
    setOpen(false);
  };
  const show = () => {
    setOpen(true);
    // It is drawn first.
    requestAnimationFrame(showUnsaved);
  };
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (!open || key !== 'Escape' || document.querySelector('dialog[open]') !== null) return;
    close();
    toggle.current?.focus();
  };
  return (
    <Card role="group" aria-label={name} onKeyDown={closeByKey}>
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
          ref={toggle}
          onClick={open ? close : () => setOpen(true)}
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
        <AccountEditor account={account} model={model} keychain={keychain} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-6 px-4 py-3">
          <KeyStateLine state={account.key} />
          <UnsavedNote model={model} onShow={show} />
        </div>
      )}
      <ImportButton account={account} />
    </Card>
  );
}

function AccountEditor({
  account,
  model,
  keychain,
}: {
  account: AccountView;
  model: AccountFormModel;
  keychain: boolean;
}) {
  const words = useWords();
  const ask = useAsk();
  const toast = useToast();
  const { id, merchantAccount: name } = account;

  const undo = async () => {
    const { ok } = await ask('settings.restoreAccount', { id });
    if (ok) toast({ text: words('settings:accounts.restored', { name }) });
  };
  const remove = async () => {
    const { ok } = await ask('settings.removeAccount', { id });
    if (!ok) return;
    model.discard();
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
