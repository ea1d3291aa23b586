import { isEmptyObject } from 'es-toolkit';
import { useEffect, useEffectEvent, useState } from 'react';
import type { AccountView, ReplyError, Response } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useToast } from '../components/toaster.tsx';
import { useWords } from '../hooks/use-words.ts';
import {
  accountDraft,
  accountValues,
  fieldOf,
  ownFields,
  type AccountValues,
  type FieldName,
} from './account-draft.ts';
import { createTurns } from './turns.ts';
import { useSaid } from './use-save.ts';
import { useTypedAccount } from './use-typed-account.ts';
import { useWait } from './use-wait.ts';

export type AccountFormModel = ReturnType<typeof useAccountForm>;

/** What is typed has come to rest by then, in ms. */
const restMs = 300;

/**
 * The account form of settings and of the first run. Typed values are its own: a push from main never
 * overwrites them, and they outlive the form, and the window but for the key. Whether they will do is for main to say, and is shown at
 * the field that it names.
 */
export function useAccountForm({
  account,
  initial,
  onAdded = () => {},
  onWrong = () => {},
}: {
  /** Null for a new account. */
  account: AccountView | null;
  /** In place of what the account holds; then somebody else asks whether it will do. */
  initial?: AccountValues;
  /** The new account is saved. One that is there already is saved as it is changed. */
  onAdded?: () => void;
  /** Main has refused what stands in this field, which may not be in sight. */
  onWrong?: (field: FieldName) => void;
}) {
  const words = useWords();
  const toast = useToast();
  // The account may be saved and its key then be refused: the next attempt must not add a second one.
  const [id, setId] = useState(account?.id ?? null);
  const [tested, setTested] = useState<Response<'connection.test'> | null>(null);
  const { form, isSaved, saved, keepTyped, kept, forget } = useTypedAccount({ account, initial, id });
  // Most need none, so there is no place for them until one is there or was asked for.
  const [idsWanted, setIdsWanted] = useState(account?.stores.some((store) => store.id !== '') ?? false);
  const locked = account !== null && account.origin !== 'settings';
  const checked = initial === undefined && !locked;
  const said = useSaid();
  const [keysSaved, setKeysSaved] = useState(0);
  const [focusAsked, setFocusAsked] = useState(0);
  const [turns] = useState(createTurns);

  const { busy: testing, wait, stop: stopTest } = useWait(id);

  // An answer is about what was asked; once something else is typed it would mislead.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback() {
          setTested(null);
          stopTest();
        },
      }),
    [form, stopTest],
  );

  const showError = (error: ReplyError, { focus = true }: { focus?: boolean } = {}) => {
    const message = words(`problem:error.${error.code}`, error.params);
    const stores = form.getValues('stores').length;
    const field = fieldOf(error.field, stores);
    form.setError(field ?? 'root.form', { message }, { shouldFocus: focus });
    if (field) onWrong(field);
    if (focus) setFocusAsked((times) => times + 1);
  };

  const check = useEffectEvent(async () => {
    const isOvertaken = turns.take();
    const reply = await request('settings.checkAccount', accountDraft(form.getValues(), id));
    if (isOvertaken()) return;
    form.clearErrors();
    // Nobody has to be told of a field that they have not come to yet.
    if (!reply.ok && reply.error.code !== 'required') showError(reply.error, { focus: false });
  });

  const test = async () => {
    turns.cancel();
    form.clearErrors();
    const values = form.getValues();
    const draft = accountDraft(values, id);
    const reply = await wait(request('connection.test', { draft, key: values.key }));
    if (reply === null) return null;
    if (!reply.ok) {
      showError(reply.error);
      return null;
    }
    const { source } = reply.value;
    setTested(reply.value);
    if (source?.why === 'refused' && source.asked === 'store') setIdsWanted(true);
    return reply.value;
  };

  /** Saves what an account that is there already has become, once a field was left. True where it is saved. */
  const commit = async ({ focus = false }: { focus?: boolean } = {}) => {
    const draft = accountDraft(form.getValues(), id);
    if (account === null || locked || isSaved(draft)) return true;
    const isOvertaken = turns.take();
    const reply = await request('settings.saveAccount', draft);
    if (!reply.ok) {
      if (!isOvertaken()) showError(reply.error, { focus });
      return false;
    }
    if (!isOvertaken()) form.clearErrors();
    saved(draft);
    said();
    return true;
  };

  const resume = useEffectEvent(async () => {
    // It may have been saved while the window closed.
    if (kept && account !== null && (await commit())) forget();
  });
  const typed = useEffectEvent(() => {
    keepTyped();
    turns.later(restMs, () => void check());
  });
  useEffect(() => {
    if (!checked) return undefined;
    turns.later(0, () => void resume());
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => typed(),
    });
    return () => {
      stop();
      turns.cancel();
    };
  }, [form, checked, turns]);

  const add = async () => {
    turns.take();
    const draft = accountDraft(form.getValues(), id);
    const reply = await request('settings.saveAccount', draft);
    if (!reply.ok) {
      showError(reply.error);
      return null;
    }
    setId(reply.value.id);
    saved(draft);
    return reply.value.id;
  };

  const saveKey = async (to: string) => {
    const { key } = form.getValues();
    if (key === '') return true;
    turns.take();
    const reply = await request('keys.set', { account: to, key });
    if (!reply.ok) {
      showError({ ...reply.error, field: 'key' });
      return false;
    }
    if (reply.value.repaired) toast({ text: words('settings:key.repaired') });
    form.setValue('key', '');
    setKeysSaved((times) => times + 1);
    said();
    return true;
  };

  const { errors } = form.formState;
  const hasKey = form.watch('key') !== '';
  /** Why something of an account that is there already is not saved. */
  const unsaved: 'wrong' | 'key' | null =
    account === null ? null : !locked && !isEmptyObject(errors) ? 'wrong' : hasKey ? 'key' : null;

  /** Gives the focus to what is not saved, wherever that is. */
  const showUnsaved = () => {
    const own = unsaved === 'key' ? 'key' : ownFields.find((name) => errors[name] !== undefined);
    if (own) form.setFocus(own);
    else setFocusAsked((times) => times + 1);
  };

  const save = form.handleSubmit(async () => {
    if (account !== null) {
      if (await commit({ focus: true })) await saveKey(account.id);
      return;
    }
    const added = await add();
    if (added !== null && (await saveKey(added))) onAdded();
  });

  return {
    form,
    account,
    locked,
    idsWanted,
    tested,
    testing,
    stopTest,
    keysSaved,
    focusAsked,
    test,
    commit,
    save,
    showError,
    unsaved,
    showUnsaved,
    discard() {
      const own = accountValues(account);
      form.reset(own);
      saved(accountDraft(own, id));
    },
  };
}
