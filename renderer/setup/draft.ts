import { accountValues } from '../settings/account-draft.ts';
import { isRecord, isValues, withoutKey, type KeptValues } from '../settings/kept-account.ts';

export const steps = ['where', 'key', 'merchant', 'stores', 'found', 'finish'] as const;
export type Step = (typeof steps)[number];

/** How far the first run has come. The key is not in it: main has that. */
export interface SetupDraft {
  step: Step;
  /** The furthest step that was seen: there is a way forward to it as there is one back. */
  reached: Step;
  values: KeptValues;
  /** Given to terminals that were found, by POIID. */
  names: Record<string, string>;
}

export function freshDraft(): SetupDraft {
  return { step: 'where', reached: 'where', values: withoutKey(accountValues(null)), names: {} };
}

/**
 * As it was kept, begun anew where that is not to be made sense of. What was found is asked for again, and so is a key
 * that is not there any more.
 */
export function readSetupDraft(kept: unknown, { keyMissing }: { keyMissing: boolean }): SetupDraft {
  if (!isRecord(kept) || !isValues(kept['values'])) return freshDraft();
  const { values, names } = kept;
  const step = earlier(readStep(kept['step']) ?? 'where', 'stores');
  return {
    step: keyMissing ? earlier(step, 'key') : step,
    reached: earlier(readStep(kept['reached']) ?? step, 'stores'),
    values,
    names: isRecord(names) ? onlyTexts(names) : {},
  };
}

function readStep(value: unknown): Step | undefined {
  return steps.find((step) => step === value);
}

export function earlier(one: Step, other: Step): Step {
  return steps.indexOf(one) < steps.indexOf(other) ? one : other;
}

function onlyTexts(record: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
