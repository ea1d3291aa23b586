import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { AccountView, ReplyError, Response } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useToast } from '../components/toaster.tsx';
import { useWords } from '../hooks/use-words.ts';
import { accountDraft, accountValues, fieldOf, type AccountValues } from './account-draft.ts';

export type AccountFormModel = ReturnType<typeof useAccountForm>;

/**
 * The account form of settings and of the first run. Typed values are its own: a push from main never
 * overwrites them. Whether they will do is for main to say, and is shown at the field that it names.
 */
export function useAccountForm({
  account,
  initial,
  onSaved,
}: {
  /** Null for a new account. */
  account: AccountView | null;
  /** In place of what the account holds. */
  initial?: AccountValues;
  onSaved: () => void;
}) {
  const words = useWords();
  const toast = useToast();
  // The account may be saved and its key then be refused: the next attempt must not add a second one.
  const [id, setId] = useState(account?.id ?? null);
  const [tested, setTested] = useState<Response<'connection.test'> | null>(null);
  const [testing, setTesting] = useState(false);
  const form = useForm<AccountValues>({ defaultValues: initial ?? accountValues(account) });
  // Most need none, so there is no place for them until one is there or was asked for.
  const [idsWanted, setIdsWanted] = useState(account?.stores.some((store) => store.id !== '') ?? false);
  const locked = account !== null && account.origin !== 'settings';

  // An answer is about what was asked; once something else is typed it would mislead.
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => setTested(null) }), [form]);

  const showError = (error: ReplyError) => {
    const message = words(`problem:error.${error.code}`, error.params);
    const stores = form.getValues('stores').length;
    form.setError(fieldOf(error.field, stores) ?? 'root.form', { message }, { shouldFocus: true });
  };

  const test = async () => {
    form.clearErrors();
    const values = form.getValues();
    const draft = accountDraft(values, id);
    setTesting(true);
    const reply = await request('connection.test', { draft, key: values.key });
    setTesting(false);
    if (!reply.ok) {
      showError(reply.error);
      return null;
    }
    const { source } = reply.value;
    setTested(reply.value);
    if (source?.why === 'refused' && source.asked === 'store') setIdsWanted(true);
    return reply.value;
  };

  const save = form.handleSubmit(async (values) => {
    const draft = accountDraft(values, id);
    let savedAs = id;
    if (!locked) {
      const reply = await request('settings.saveAccount', draft);
      if (!reply.ok) return showError(reply.error);
      savedAs = reply.value.id;
      setId(savedAs);
    }
    if (savedAs !== null && values.key !== '') {
      const reply = await request('keys.set', { account: savedAs, key: values.key });
      if (!reply.ok) return showError({ ...reply.error, field: 'key' });
      if (reply.value.repaired) toast({ text: words('settings:key.repaired') });
    }
    onSaved();
  });

  return { form, account, locked, idsWanted, tested, testing, test, save, showError };
}
