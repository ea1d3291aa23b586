import { expect, it } from 'vitest';
import { createKeyNames } from '../../../main/settings/key-names.ts';

it('a key has one name, another key another, and neither says anything of the key', () => {
  const nameOf = createKeyNames(new Uint8Array(32).fill(7));
  const names = ['one', 'one', 'two', ''].map(nameOf);
  expect(names[1]).toBe(names[0]);
  expect(new Set(names).size).toBe(3);
  expect(names.join()).not.toMatch(/one|two/);
});

it('the name of a key is another one in the next run', () => {
  const [before, after] = [7, 8].map((salt) => createKeyNames(new Uint8Array(32).fill(salt))('one'));
  expect(after).not.toBe(before);
});
