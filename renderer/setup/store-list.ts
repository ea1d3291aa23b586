import type { AccountDraft } from '../settings/account-draft.ts';

type Store = AccountDraft['stores'][number];

/**
 * Stores as pasted from a spreadsheet or a mail: one a line, its reference first, then its name behind a tab, a comma
 * or a semicolon. Quotes around a cell go, as do the columns of a spreadsheet behind these two. What stands there twice
 * counts once.
 */
export function readStoreList(text: string): Store[] {
  const stores = new Map<string, Store>();
  for (const line of linesOf(text)) {
    const [, first = '', rest = ''] = /^\s*("[^"]*"|[^\t,;]*)\s*(?:[\t,;](.*))?$/u.exec(line) ?? [];
    const reference = unquoted(first);
    const name = unquoted(rest.trim().split('\t', 1)[0] ?? '');
    if (reference !== '' && !stores.has(reference)) stores.set(reference, { reference, name, id: '' });
  }
  return [...stores.values()];
}

/** Whether a text is more than what belongs into one field: several lines, or several cells. */
export function isStoreList(text: string): boolean {
  const lines = linesOf(text);
  return lines.length > 1 || (lines[0]?.includes('\t') ?? false);
}

/** Added to those that are there, of which empty lines go and the same reference stays as it is. */
export function withStores(present: readonly Store[], more: readonly Store[]): Store[] {
  const kept = present.filter(({ reference, name }) => reference.trim() !== '' || name.trim() !== '');
  const known = new Set(kept.map(({ reference }) => reference.trim()));
  return [...kept, ...more.filter(({ reference }) => !known.has(reference))];
}

function linesOf(text: string): string[] {
  return text
    .trim()
    .split(/[\r\n]+/u)
    .filter((line) => line.trim() !== '');
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"([^]*)"$/u, '$1')
    .replaceAll('""', '"')
    .trim();
}
