import { expect, it } from 'vitest';
import { createKeyNames } from '../../../main/settings/key-names.ts';

it('accounts that share a key share a name, and a key that replaces another has one of its own', () => {
  const keys = new Map([
    ['amsterdam', 'one'],
    ['ede', 'one'],
    ['utrecht', 'two'],
  ]);
  const nameOf = createKeyNames({
    get: (account) => keys.get(account) ?? null,
    all: () => [...keys.values()],
  });
  const before = ['amsterdam', 'ede', 'utrecht'].map(nameOf);
  expect(before).toEqual([before[0], before[0], expect.not.stringMatching(`^${before[0]}$`)]);
  expect(before.join()).not.toMatch(/one|two/);

  keys.delete('amsterdam');
  keys.set('ede', 'three');
  expect(before).not.toContain(nameOf('ede'));
  expect(nameOf('utrecht')).toBe(before[2]);
  expect(nameOf('nobody')).not.toBe(nameOf('utrecht'));
});
