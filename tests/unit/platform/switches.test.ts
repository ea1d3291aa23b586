import { expect, it } from 'vitest';
import { closeSwitches } from '../../../main/platform/switches.ts';

it('takes away what lets somebody look inside, and leaves the rest', () => {
  const given = new Set(['remote-debugging-port', 'gpu-launcher', 'user-data-dir', 'no-sandbox', 'lang']);
  closeSwitches({
    hasSwitch: (name) => given.has(name),
    removeSwitch: (name) => {
      if (!given.delete(name)) throw new Error(`${name} was not given`);
    },
  });
  expect([...given]).toEqual(['user-data-dir', 'no-sandbox', 'lang']);
});
