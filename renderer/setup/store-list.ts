import type { AccountDraft } from '../settings/account-draft.ts';

type Store = AccountDraft['stores'][number];

/**
 * Stores as pasted from a spreadsheet or a mail: one a line, its reference first, then its name behind a tab, a comma
 * or a semicolon. What stands there twice counts once.
 */
export function readStoreList(text: string): Store[] {
  const stores = new Map<string, Store>();
  for (const line of text.split(/[\r\n]+/u)) {
    const [, reference = '', name = ''] = /^\s*([^\t,;]*?)\s*(?:[\t,;]\s*(.*?)\s*)?$/u.exec(line) ?? [];
    if (reference !== '' && !stores.has(reference)) stores.set(reference, { reference, name, id: '' });
  }
  return [...stores.values()];
}

/** Added to those that are there, of which empty lines go and the same reference stays as it is. */
export function withStores(present: readonly Store[], more: readonly Store[]): Store[] {
  const kept = present.filter(({ reference, name }) => reference.trim() !== '' || name.trim() !== '');
  const known = new Set(kept.map(({ reference }) => reference.trim()));
  return [...kept, ...more.filter(({ reference }) => !known.has(reference))];
}
