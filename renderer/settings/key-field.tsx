import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { useWords } from '../hooks/use-words.ts';
import { KeyInput, KeyWarning } from './key-input.tsx';
import { isMissing, isStored } from './key-state.ts';
import { KeyStateLine } from './key-state-line.tsx';
import type { AccountFormModel } from './use-account-form.ts';
import { useSave } from './use-save.ts';

/** The key can be set, replaced and deleted; there is no way to see one. */
export function KeyField({ model, keychain }: { model: AccountFormModel; keychain: boolean }) {
  const { account } = model;
  // Until the new one is saved.
  const [replacedAt, setReplacedAt] = useState(model.unsaved === 'key' ? model.keysSaved : null);
  const replacing = replacedAt === model.keysSaved;
  const state = account?.key ?? 'none';
  const stored = isStored(state);

  if (account !== null && !replacing && !isMissing(state)) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <KeyStateLine state={state} className="min-w-56 flex-1" />
        {stored && <StoredKeyButtons model={model} onReplace={() => setReplacedAt(model.keysSaved)} />}
      </div>
    );
  }
  const keepOld = () => {
    model.form.resetField('key');
    setReplacedAt(null);
  };
  return (
    <NewKey model={model} keychain={keychain} {...(replacing && stored ? { onKeepOld: keepOld } : {})} />
  );
}

function NewKey({
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
      <KeyInput form={form} label={words('settings:key.label')} />
      <KeyWarning keychain={keychain} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        {account && (
          <Button type="submit" look="primary" disabled={form.watch('key') === ''}>
            {words('settings:saveKey')}
          </Button>
        )}
        {onKeepOld && (
          <Button look="quiet" onClick={onKeepOld}>
            {words('settings:key.keepOld')}
          </Button>
        )}
      </div>
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
  const save = useSave();
  const [removing, setRemoving] = useState(false);
  if (account === null) return null;

  return (
    <>
      <Button onClick={onReplace}>{words('settings:key.replace')}</Button>
      <Button onClick={() => setRemoving(true)}>{words('settings:key.remove')}</Button>
      {removing && (
        <ConfirmDialog
          title={words('settings:key.removeTitle', { name: account.merchantAccount })}
          explain={words('settings:key.removeExplain')}
          confirm={words('settings:key.remove')}
          onConfirm={() => void save('keys.remove', { account: account.id })}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}
