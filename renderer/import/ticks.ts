import type { ImportItem, ShownPreview } from './model.ts';

/** IDs of what is ticked. */
export type Ticks = ReadonlySet<string>;

/** Before anybody has looked: what replaces no word of the user. */
export function firstTicks(items: readonly ImportItem[]): Set<string> {
  return new Set(items.filter(({ conflict }) => !conflict).map(({ id }) => id));
}

/** After the settings have changed: what is as it was stays as it was ticked. */
export function carryTicks(
  before: readonly ImportItem[],
  ticks: Ticks,
  after: readonly ImportItem[],
): Set<string> {
  const known = new Map(before.map((item) => [item.id, JSON.stringify(item)]));
  return new Set(
    after
      .filter((item) => {
        const was = known.get(item.id);
        return was === JSON.stringify(item) ? ticks.has(item.id) : !item.conflict;
      })
      .map(({ id }) => id),
  );
}

/** Which items can only be done along with which: a terminal needs the new store that it goes to. */
export interface Ties {
  /** The item that adds its store, by the item. */
  needs: ReadonlyMap<string, string>;
  /** By the item that adds a store, those that go there. */
  neededBy: ReadonlyMap<string, string[]>;
}

export function tiesOf({ items }: Pick<ShownPreview, 'items'>): Ties {
  const adds = new Map(
    items.flatMap((item) => (item.kind === 'add-store' ? [[item.reference, item.id]] : [])),
  );
  const needs = new Map<string, string>();
  const neededBy = new Map<string, string[]>();
  for (const item of items) {
    const add = adds.get(placeOf(item));
    if (add === undefined || add === item.id) continue;
    needs.set(item.id, add);
    neededBy.set(add, [...(neededBy.get(add) ?? []), item.id]);
  }
  return { needs, neededBy };
}

/** Ticks or unticks, along with what that cannot be without. */
export function tick({ needs, neededBy }: Ties, ticks: Ticks, ids: readonly string[], on: boolean): Ticks {
  const next = new Set(ticks);
  for (const id of ids) {
    if (on) {
      next.add(id);
      const store = needs.get(id);
      if (store !== undefined) next.add(store);
    } else {
      next.delete(id);
      neededBy.get(id)?.forEach((other) => next.delete(other));
    }
  }
  return next;
}

export type TickState = 'on' | 'off' | 'mixed';

export function stateOf(ticks: Ticks, ids: readonly string[]): TickState {
  const ticked = ids.filter((id) => ticks.has(id)).length;
  if (ticked === 0) return 'off';
  return ticked === ids.length ? 'on' : 'mixed';
}

export function countTicked(items: readonly ImportItem[], ticks: Ticks) {
  const ticked = items.filter(({ id }) => ticks.has(id));
  const stores = ticked.filter(({ kind }) => kind === 'add-store').length;
  const terminals = ticked.filter(({ kind }) => kind === 'add-terminal').length;
  return { stores, terminals, changes: ticked.length - stores - terminals };
}

/** Reference of the store where it is shown; empty for the account itself. */
export function placeOf(item: ImportItem): string {
  switch (item.kind) {
    case 'region':
      return '';
    case 'add-store':
    case 'name-store':
    case 'store-id':
    case 'restart':
      return item.reference;
    case 'add-terminal':
    case 'name-terminal':
      return item.store;
    case 'move-terminal':
      return item.to;
  }
}
