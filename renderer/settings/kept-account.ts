import { omit } from 'es-toolkit';
import { accountValues, type AccountValues } from './account-draft.ts';

/** What is typed of an account. The key is not in it: main has that, and nobody else keeps it. */
export type KeptValues = Omit<AccountValues, 'key'>;

/** What was typed and is not saved. */
export interface KeptAccount {
  /** What the account was then. */
  base: KeptValues;
  typed: KeptValues;
}

export function withoutKey(values: AccountValues): KeptValues {
  return omit(values, ['key']);
}

/** As it was kept; null where that is nothing, or not to be made sense of. */
export function readKeptAccount(kept: unknown): KeptAccount | null {
  if (!isRecord(kept)) return null;
  const { base, typed } = kept;
  return isValues(base) && isValues(typed) ? { base, typed } : null;
}

export function isValues(value: unknown): value is KeptValues {
  if (!isRecord(value)) return false;
  const { stores } = value;
  const isWhole = Object.entries(withoutKey(accountValues(null))).every(
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
