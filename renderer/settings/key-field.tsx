import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { TextField } from '../components/field.tsx';
import { useToast } from '../components/toaster.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import { KeyStateLine } from './key-state-line.tsx';
import type { AccountFormModel } from './use-account-form.ts';

/** The key can be set, replaced and deleted; there is no way to see one. */
export function KeyField({ model, keychain }: { model: AccountFormModel; keychain: boolean }) {
  const { account } = model;
  const [replacing, setReplacing] = useState(false);
  const state = account?.key ?? 'none';
  const stored = state === 'keychain' || state === 'memory';

  if (account !== null && !replacing && (stored || state === 'environment')) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <KeyStateLine state={state} className="min-w-56 flex-1" />
        {stored && <StoredKeyButtons model={model} onReplace={() => setReplacing(true)} />}
      </div>
    );
  }
  const keepOld = () => {
    model.form.resetField('key');
    setReplacing(false);
  };
  return (
    <KeyInput model={model} keychain={keychain} {...(replacing && stored ? { onKeepOld: keepOld } : {})} />
  );
}

function KeyInput({
  model: { form, account },
  keychain,
  onKeepOld,
}: {
  model: AccountFormModel;
  keychain: boolean;
  onKeepOld?: () => void;
}) {
  const words = useWords();
  return (
    <div className="flex flex-col gap-2">
      {account?.key === 'unreadable' && <KeyStateLine state="unreadable" />}
      <TextField
        label={words('settings:key.label')}
        hint={words('settings:key.hint')}
        error={form.formState.errors.key?.message}
        maxLength={4096}
        {...form.register('key')}
        type="password"
      />
      <p className="flex gap-2.5 rounded-lg border border-line bg-accent-wash px-3 py-2 text-sm">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <span>
          <strong className="font-semibold">{words('settings:key.warning')}</strong>{' '}
          {words(keychain ? 'settings:key.kept' : 'settings:key.keptInMemory')}
        </span>
      </p>
      {onKeepOld && (
        <Button look="quiet" className="self-start" onClick={onKeepOld}>
          {words('settings:key.keepOld')}
        </Button>
      )}
    </div>
  );
}

function StoredKeyButtons({
  model: { account },
  onReplace,
}: {
  model: AccountFormModel;
  onReplace: () => void;
}) {
  const words = useWords();
  const ask = useAsk();
  const toast = useToast();
  const [removing, setRemoving] = useState(false);
  if (account === null) return null;

  const remove = async () => {
    const { ok } = await ask('keys.remove', { account: account.id });
    if (ok) toast({ text: words('settings:key.removed') });
  };
  return (
    <>
      <Button onClick={onReplace}>{words('settings:key.replace')}</Button>
      <Button onClick={() => setRemoving(true)}>{words('settings:key.remove')}</Button>
      {removing && (
        <ConfirmDialog
          title={words('settings:key.removeTitle', { name: account.merchantAccount })}
          explain={words('settings:key.removeExplain')}
          confirm={words('settings:key.remove')}
          onConfirm={() => void remove()}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}
