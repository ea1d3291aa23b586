import { describe, expect, it } from 'vitest';
import {
  carryTicks,
  countTicked,
  firstTicks,
  stateOf,
  tick,
  tiesOf,
} from '../../../renderer/import/ticks.ts';
import { addStore, addTerminal, moveTerminal, nameStore, region } from './import-previews.ts';

const items = [
  region,
  nameStore('A', true),
  nameStore('B'),
  addStore('C'),
  addTerminal('1', 'A'),
  addTerminal('2', 'C'),
  moveTerminal('3', 'A', 'C'),
];
const ties = tiesOf({ items });

describe('a tick', () => {
  it('is there from the start where nothing of the user is replaced', () => {
    expect([...firstTicks(items)]).toEqual([
      'name-store:B',
      'add-store:C',
      'add-terminal:1',
      'add-terminal:2',
    ]);
  });

  it.each<[string, string[], string[], boolean, string[]]>([
    ['alone', [], ['add-terminal:1'], true, ['add-terminal:1']],
    [
      'of a terminal brings its new store along',
      [],
      ['add-terminal:2'],
      true,
      ['add-terminal:2', 'add-store:C'],
    ],
    ['of a move too', [], ['move-terminal:3'], true, ['move-terminal:3', 'add-store:C']],
    [
      'taken from a new store is taken from all that go there',
      ['add-store:C', 'add-terminal:1', 'add-terminal:2', 'move-terminal:3'],
      ['add-store:C'],
      false,
      ['add-terminal:1'],
    ],
    [
      'taken from a terminal leaves its store',
      ['add-store:C', 'add-terminal:2'],
      ['add-terminal:2'],
      false,
      ['add-store:C'],
    ],
    ['of several', [], ['name-store:B', 'region:'], true, ['name-store:B', 'region:']],
    ['that is there already stays', ['region:'], ['region:'], true, ['region:']],
  ])('%s', (_what, before, ids, on, after) => {
    const ticks = new Set(before);
    expect([...tick(ties, ticks, ids, on)]).toEqual(after);
    expect([...ticks]).toEqual(before);
  });

  it.each<[string[], string]>([
    [[], 'off'],
    [['a'], 'mixed'],
    [['a', 'b'], 'on'],
    [['a', 'b', 'c'], 'on'],
  ])('for two, of which %j are ticked, is %s', (ticked, state) => {
    expect(stateOf(new Set(ticked), ['a', 'b'])).toBe(state);
  });

  it('counts for what it does', () => {
    expect(countTicked(items, new Set(items.map(({ id }) => id)))).toEqual({
      stores: 1,
      terminals: 2,
      changes: 4,
    });
  });

  it('stays after a change of the settings only where it means the same', () => {
    const ticks = new Set(['name-store:A', 'name-store:B', 'add-terminal:1']);
    const after = [
      { ...nameStore('A', true), from: 'Changed since' },
      { ...nameStore('B'), from: 'Changed since' },
      addStore('C'),
      addTerminal('1', 'A'),
      addTerminal('4', 'A'),
      moveTerminal('5', 'A', 'C'),
    ];
    // A is the user's and has changed; C was unticked; 4 is new; 5 is new and the user's.
    expect([...carryTicks(items, ticks, after)]).toEqual([
      'name-store:B',
      'add-terminal:1',
      'add-terminal:4',
    ]);
  });
});
