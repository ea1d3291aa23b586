import { useEffect, useState } from 'react';
import type { SetupAnswer } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useKept } from '../hooks/use-kept.ts';
import { accountDraft } from '../settings/account-draft.ts';
import { withoutKey } from '../settings/kept-account.ts';
import { useAccountForm } from '../settings/use-account-form.ts';
import { useWait } from '../settings/use-wait.ts';
import { stepOf, type Question } from './answers.ts';
import { freshDraft, readSetupDraft, steps, type SetupDraft, type Step } from './draft.ts';

export type SetupModel = ReturnType<typeof useSetup>;

/**
 * Of the same page, so that nothing is lost on the way back; kept, so that nothing is lost when it is closed.
 * @param keyMissing there is none to ask with: whoever had come further is asked for it first
 */
export function useSetup({ keyMissing, openNetwork }: { keyMissing: boolean; openNetwork: () => void }) {
  const [draft, keep] = useKept('setup.draft', (kept) => readSetupDraft(kept, { keyMissing }));
  const account = useAccountForm({
    account: null,
    initial: { ...draft.values, key: '' },
    onWrong: (field) => go(stepOf(field)),
  });
  const { form, showError, stopTest } = account;
  const [finishing, setFinishing] = useState(false);
  const { busy: asking, wait, stop: stopAsking } = useWait(null);
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
          stopAsking();
          setAnswers({});
        },
      }),
    [form, draft, keep, stopAsking],
  );

  const stop = () => {
    stopAsking();
    stopTest();
  };

  const go = (step: Step) => {
    if (step === draft.step) return;
    stop();
    const furthest = Math.max(steps.indexOf(step), steps.indexOf(draft.reached));
    change({ step, reached: steps[furthest] ?? step });
  };

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
    if (question === 'key' && !(await keepKey())) return undefined;
    const { environment, region, endpoint, source, merchantAccount } = form.getValues();
    const reply = await wait(
      request('setup.ask', {
        environment,
        region,
        endpoint,
        source,
        merchantAccount: question === 'merchant' ? merchantAccount : '',
        withKey: question !== 'where',
      }),
    );
    if (reply === null) return undefined;
    if (!reply.ok) return showError(reply.error);
    return setAnswers((before) => ({ ...before, [question]: reply.value }));
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
    setFinishing(true);
    const reply = await request('setup.finish', {
      draft: accountDraft(form.getValues(), null),
      found: found(),
    });
    setFinishing(false);
    if (reply.ok) keep(freshDraft());
    else showError(reply.error);
  };

  return {
    ...account,
    step: draft.step,
    reached: draft.reached,
    names: draft.names,
    busy: asking || finishing,
    answers,
    check,
    stop,
    finish,
    go,
    openNetwork,
    next: () => go(steps[steps.indexOf(draft.step) + 1] ?? draft.step),
    back: () => go(steps[steps.indexOf(draft.step) - 1] ?? draft.step),
    name: (poiid: string, name: string) => change({ names: { ...draft.names, [poiid]: name } }),
  };
}
