import { omit } from 'es-toolkit';
import { accountValues, type AccountValues } from '../settings/account-draft.ts';

export const steps = ['where', 'key', 'merchant', 'stores', 'found', 'finish'] as const;
export type Step = (typeof steps)[number];

/** How far the first run has come. The key is not in it: main has that. */
export interface SetupDraft {
  step: Step;
  values: Omit<AccountValues, 'key'>;
  /** Given to terminals that were found, by POIID. */
  names: Record<string, string>;
}

export function freshDraft(): SetupDraft {
  return { step: 'where', values: withoutKey(accountValues(null)), names: {} };
}

export function withoutKey(values: AccountValues): SetupDraft['values'] {
  return omit(values, ['key']);
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

function isValues(value: unknown): value is SetupDraft['values'] {
  if (!isRecord(value)) return false;
  const { stores } = value;
  const isWhole = Object.entries(freshDraft().values).every(
    ([field, usual]) => typeof value[field] === typeof usual,
  );
  return (
    isWhole &&
    Array.isArray(stores) &&
    stores.every(
      (store) =>
        isRecord(store) && ['reference', 'name', 'id'].every((part) => typeof store[part] === 'string'),
    )
  );
}

function onlyTexts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
