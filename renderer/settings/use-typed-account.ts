import { isEqual } from 'es-toolkit';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { AccountView } from '../../preload/contract.ts';
import { useKept } from '../hooks/use-kept.ts';
import {
  accountDraft,
  accountValues,
  rebased,
  type AccountDraft,
  type AccountValues,
} from './account-draft.ts';
import { readKeptAccount, withoutKey, type KeptAccount } from './kept-account.ts';

/** What is typed of an account, beside what is saved of it: kept beyond the window until it is saved, but for the key. */
export function useTypedAccount({
  account,
  initial,
  id,
}: {
  account: AccountView | null;
  initial: AccountValues | undefined;
  id: string | null;
}) {
  const [kept, keep] = useKept(`account.${account?.id ?? 'new'}`, readKeptAccount);
  const form = useForm<AccountValues>({ defaultValues: initial ?? begun(account, kept) });
  const [lastSaved, setLastSaved] = useState(() => accountDraft(initial ?? accountValues(account), id));
  const isSaved = (draft: AccountDraft) => isEqual(draft, lastSaved);

  const seen = useRef(account);
  const follow = useEffectEvent((next: AccountView) => {
    const [base, now] = [accountValues(seen.current), accountValues(next)];
    seen.current = next;
    if (isEqual(base, now)) return;
    const typed = form.getValues();
    const values = rebased(typed, base, now);
    setLastSaved(accountDraft(rebased({ ...lastSaved, key: '' }, base, now), id));
    // Nothing is put in the place of the field that somebody is in, unless there is a reason.
    if (!isEqual(values, typed)) form.reset(values, { keepErrors: true });
  });
  useEffect(() => {
    if (account !== null) follow(account);
  }, [account]);

  const keepTyped = () => {
    const values = form.getValues();
    const base = withoutKey(accountValues(seen.current));
    keep(isSaved(accountDraft(values, id)) ? null : { base, typed: withoutKey(values) });
  };

  return {
    form,
    /** There was something that the window closed with. */
    kept: kept !== null,
    keepTyped,
    forget: () => keep(null),
    isSaved,
    saved(draft: AccountDraft) {
      setLastSaved(draft);
      keep(null);
    },
  };
}

/** What an account is opened with: what was typed when the window closed, if that was not saved. */
function begun(account: AccountView | null, kept: KeptAccount | null): AccountValues {
  const own = accountValues(account);
  return kept === null ? own : rebased({ ...kept.typed, key: '' }, { ...kept.base, key: '' }, own);
}
