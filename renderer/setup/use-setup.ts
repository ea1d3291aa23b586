import { useEffect, useState } from 'react';
import type { SetupAnswer } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useAsk } from '../hooks/use-ask.ts';
import { useKept } from '../hooks/use-kept.ts';
import { accountDraft } from '../settings/account-draft.ts';
import { withoutKey } from '../settings/kept-account.ts';
import { useAccountForm } from '../settings/use-account-form.ts';
import type { Question } from './answers.ts';
import { freshDraft, readSetupDraft, steps, type SetupDraft, type Step } from './draft.ts';

export type SetupModel = ReturnType<typeof useSetup>;

/** Of the same page, so that nothing is lost on the way back; kept, so that nothing is lost when it is closed. */
export function useSetup() {
  const ask = useAsk();
  const [draft, keep] = useKept('setup.draft', readSetupDraft);
  const account = useAccountForm({
    account: null,
    initial: { ...draft.values, key: '' },
  });
  const { form, showError } = account;
  const [busy, setBusy] = useState(false);
  const [answers, setAnswers] = useState<Partial<Record<Question, SetupAnswer>>>({});

  const change = (part: Partial<SetupDraft>) =>
    keep({ ...draft, values: withoutKey(form.getValues()), ...part });
  // An answer is about what was asked, and what is typed outlives the window.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback({ values }) {
          keep({ ...draft, values: withoutKey(values) });
          setAnswers({});
        },
      }),
    [form, draft, keep],
  );

  /** Keeps a key that was typed. False where it cannot be used. */
  const keepKey = async () => {
    const { key } = form.getValues();
    if (key === '') return true;
    const reply = await request('setup.key', { key });
    if (!reply.ok) {
      showError(reply.error);
      return false;
    }
    form.setValue('key', '');
    return true;
  };

  /** Asks Adyen what a step wants to know. */
  const check = async (question: Question) => {
    form.clearErrors();
    if (question === 'merchant' && form.getValues('merchantAccount').trim() === '') {
      return showError({ code: 'required', field: 'merchantAccount', params: {} });
    }
    setBusy(true);
    if (question !== 'key' || (await keepKey())) {
      const { environment, region, endpoint, source, merchantAccount } = form.getValues();
      const reply = await request('setup.ask', {
        environment,
        region,
        endpoint,
        source,
        merchantAccount: question === 'merchant' ? merchantAccount : '',
        withKey: question !== 'where',
      });
      if (reply.ok) setAnswers((before) => ({ ...before, [question]: reply.value }));
      else showError(reply.error);
    }
    setBusy(false);
  };

  const found = () =>
    (account.tested?.results ?? []).flatMap((result) =>
      result.ok
        ? result.connected.map((poiid) => ({
            store: result.reference,
            poiid,
            name: draft.names[poiid] ?? '',
          }))
        : [],
    );

  const finish = async () => {
    setBusy(true);
    const reply = await ask('setup.finish', { draft: accountDraft(form.getValues(), null), found: found() });
    setBusy(false);
    if (reply.ok) keep(freshDraft());
  };

  return {
    ...account,
    step: draft.step,
    names: draft.names,
    busy,
    answers,
    check,
    finish,
    go: (step: Step) => change({ step }),
    next: () => change({ step: steps[steps.indexOf(draft.step) + 1] ?? draft.step }),
    back: () => change({ step: steps[steps.indexOf(draft.step) - 1] ?? draft.step }),
    name: (poiid: string, name: string) => change({ names: { ...draft.names, [poiid]: name } }),
  };
}
