import type { ImportItem, PresentTerminal, ShownPreview } from './model.ts';
import { placeOf } from './ticks.ts';

export const filters = ['all', 'new', 'changed', 'there', 'left'] as const;
export type Filter = (typeof filters)[number];

/** A store with all that is said of it. */
export interface Group {
  reference: string;
  name: string;
  isNew: boolean;
  /** Nothing of the store itself would change. */
  isThere: boolean;
  /** What its own tick stands for: all that replaces no word of the user. */
  harmless: string[];
  /** Shown one by one; what adds the store is its head. */
  items: ImportItem[];
  present: PresentTerminal[];
}

export type LeftOut =
  | { of: 'store'; name: string; about: string; why: ShownPreview['skippedStores'][number]['why'] }
  | { of: 'terminal'; name: string; about: string; why: ShownPreview['skippedTerminals'][number]['why'] };

type Content =
  | { kind: 'heading'; of: 'account' | 'left' }
  | { kind: 'store'; group: Group }
  | { kind: 'item'; item: ImportItem }
  | { kind: 'present'; terminal: PresentTerminal }
  | { kind: 'left'; left: LeftOut };

/** `last`: of its section. */
export type Line = Content & { key: string; last: boolean };

export interface Grouped {
  /** Of no store. */
  account: ImportItem[];
  groups: Group[];
  left: LeftOut[];
}

/** By store, in Adyen's order. */
export function groupPreview(preview: ShownPreview): Grouped {
  const account: ImportItem[] = [];
  const groups = new Map<string, Group>();
  for (const { reference, name, isNew } of preview.stores) {
    const group = { reference, name, isNew, isThere: !isNew, harmless: [], items: [], present: [] };
    groups.set(reference, group);
  }
  for (const item of preview.items) {
    const group = groups.get(placeOf(item));
    if (!group) {
      account.push(item);
      continue;
    }
    if (!item.conflict) group.harmless.push(item.id);
    if (item.kind !== 'add-store') group.items.push(item);
    if ('reference' in item) group.isThere = false;
  }
  for (const terminal of preview.present) groups.get(terminal.store)?.present.push(terminal);
  const left = [
    ...preview.skippedStores.map(({ id, name, why }): LeftOut => ({ of: 'store', name, about: id, why })),
    ...preview.skippedTerminals.map(({ poiid, why }): LeftOut => ({
      of: 'terminal',
      name: poiid,
      about: '',
      why,
    })),
  ];
  return { account, groups: [...groups.values()], left };
}

export function countLines({ account, groups, left }: Grouped): Record<Exclude<Filter, 'all'>, number> {
  const counts = { new: 0, changed: account.length, there: 0, left: left.length };
  for (const { isNew, isThere, items, present } of groups) {
    const added = items.filter(({ kind }) => kind === 'add-terminal').length;
    counts.new += added + (isNew ? 1 : 0);
    counts.changed += items.length - added;
    counts.there += present.length + (isThere ? 1 : 0);
  }
  return counts;
}

/** @param search any part of the name or ID of a store, which then shows all of it, or of a terminal */
export function linesOf({ account, groups, left }: Grouped, filter: Filter, search: string): Line[] {
  const wanted = search.trim().toLowerCase();
  const found = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  const lines: Line[] = [];
  const section = (head: Keyed, rest: Keyed[]) =>
    [head, ...rest].forEach((line, at) => lines.push({ ...line, last: at === rest.length }));

  const changes = filter === 'all' || filter === 'changed' ? account.filter(() => wanted === '') : [];
  if (changes.length > 0)
    section({ key: 'account', kind: 'heading', of: 'account' }, changes.map(lineOfItem));
  for (const group of groups) {
    const whole = found(group.name, group.reference);
    const items = group.items.filter((item) => shows(filter, item) && (whole || found(...textsOf(item))));
    const present = filter === 'all' || filter === 'there' ? group.present : [];
    const rest = [
      ...items.map(lineOfItem),
      ...present
        .filter(({ name, poiid }) => whole || found(name, poiid))
        .map((terminal): Keyed => ({ key: `present:${terminal.poiid}`, kind: 'present', terminal })),
    ];
    const itself =
      filter === 'all' || (filter === 'new' && group.isNew) || (filter === 'there' && group.isThere);
    if (rest.length > 0 || (itself && whole)) {
      section({ key: `store:${group.reference}`, kind: 'store', group }, rest);
    }
  }
  const leftOut =
    filter === 'all' || filter === 'left' ? left.filter((one) => found(one.name, one.about)) : [];
  if (leftOut.length > 0) {
    section(
      { key: 'left', kind: 'heading', of: 'left' },
      leftOut.map((one, at): Keyed => ({
        key: `left:${one.of}:${one.about || one.name}:${at}`,
        kind: 'left',
        left: one,
      })),
    );
  }
  return lines;
}

type Keyed = Content & { key: string };

function lineOfItem(item: ImportItem): Keyed {
  return { key: item.id, kind: 'item', item };
}

function shows(filter: Filter, { kind }: ImportItem): boolean {
  return filter === 'all' || (kind === 'add-terminal' ? filter === 'new' : filter === 'changed');
}

function textsOf(item: ImportItem): string[] {
  switch (item.kind) {
    case 'add-terminal':
    case 'move-terminal':
      return [item.poiid, item.name];
    case 'name-terminal':
      return [item.poiid, item.from, item.to];
    case 'name-store':
      return [item.to];
    default:
      return [];
  }
}

/** What a tick of all that is shown stands for: as a store's own, without what the user wrote. */
export function harmlessOf(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => {
    if (line.kind === 'item') return line.item.conflict ? [] : [line.item.id];
    return line.kind === 'store' ? line.group.harmless.filter((id) => id.startsWith('add-store:')) : [];
  });
}
