import { chunk, partition } from 'es-toolkit';
import { item, submenu } from './entries.ts';
import { nameOf } from './headline.ts';
import type { MenuEntry, Telling } from './view-types.ts';

/** The longest list that still reads as a menu. */
export const listLength = 25;
/** What is folded away can be found up to here; beyond it a menu is slow to build and of no use. */
const foldedLength = 10 * listLength;

export interface Listing<T> {
  isTroubled(one: T): boolean;
  entry(one: T): MenuEntry;
  foldedEntry(one: T): MenuEntry;
  foldedLabel(count: number): string;
}

/** All entries of a short list; of a long one the troubled ones, and the rest folded into a submenu. */
export function listed<T extends { name: string }>(
  list: T[],
  { isTroubled, entry, foldedEntry, foldedLabel }: Listing<T>,
  telling: Telling,
): MenuEntry[] {
  if (list.length <= listLength) return list.map(entry);
  const [troubled, calm] = partition(list, isTroubled);
  const folded = [...troubled.slice(listLength), ...calm];
  return [
    ...troubled.slice(0, listLength).map(entry),
    submenu(foldedLabel(folded.length), grouped(folded, foldedEntry, telling)),
  ];
}

/** Submenus of a bearable length, each named after its first and its last entry. */
function grouped<T extends { name: string }>(
  list: T[],
  entry: (one: T) => MenuEntry,
  { words }: Telling,
): MenuEntry[] {
  if (list.length <= listLength) return list.map(entry);
  const groups = chunk(list.slice(0, foldedLength), listLength).map((group) => {
    const [first, last] = [group[0], group.at(-1)].map((one) => (one ? nameOf(one) : ''));
    return submenu(words('tray:menu.range', { first, last }), group.map(entry));
  });
  const left = list.length - foldedLength;
  if (left <= 0) return groups;
  return [...groups, item(words('tray:menu.more', { count: left }), { kind: 'open', terminal: null })];
}
