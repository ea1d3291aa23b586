import { accountValues } from '../settings/account-draft.ts';
import { isRecord, isValues, withoutKey, type KeptValues } from '../settings/kept-account.ts';

export const steps = ['where', 'key', 'merchant', 'stores', 'found', 'finish'] as const;
export type Step = (typeof steps)[number];

/** How far the first run has come. The key is not in it: main has that. */
export interface SetupDraft {
  step: Step;
  values: KeptValues;
  /** Given to terminals that were found, by POIID. */
  names: Record<string, string>;
}

export function freshDraft(): SetupDraft {
  return { step: 'where', values: withoutKey(accountValues(null)), names: {} };
}

/** As it was kept, begun anew where that is not to be made sense of. What was found is asked for again. */
export function readSetupDraft(kept: unknown): SetupDraft {
  if (!isRecord(kept) || !isValues(kept['values'])) return freshDraft();
  const { values, names } = kept;
  const step = steps.find((one) => one === kept['step']) ?? 'where';
  return {
    step: steps.indexOf(step) > steps.indexOf('stores') ? 'stores' : step,
    values,
    names: isRecord(names) ? onlyTexts(names) : {},
  };
}

function onlyTexts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
