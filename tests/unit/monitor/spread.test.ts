import { expect, it } from 'vitest';
import { spread } from '../../../main/monitor/spread.ts';

const letters = Array.from('ABCDEFG');

it.each<[string, string[], number, number, string]>([
  ['nobody of nobody', [], 3, 0.5, ''],
  ['all of no more than are wanted', ['A', 'B'], 3, 0, 'AB'],
  ['all of them, whichever is first', ['A', 'B', 'C'], 3, 0.5, 'BCA'],
  ['from the first', letters, 3, 0, 'ACE'],
  ['from the last', letters, 3, 0.999, 'GBD'],
  ['a single one', letters, 1, 0.5, 'D'],
])('%s', (_, list, count, from, expected) => {
  expect(spread(list, count, from).join('')).toBe(expected);
});
