import { FuseV1Options } from '@electron/fuses';
import { expect, it } from 'vitest';
import { fuseConfig } from '../../../build/packaging/fuses.ts';

const wireOf = (length: number) => ({
  version: '1',
  ...Object.fromEntries(Array.from({ length }, (_, at) => [at, 0x30])),
});

it.each([
  { electron: 33, length: 8 },
  { electron: 45, length: 9 },
])('all $length fuses of Electron $electron are decided, and none that it has not', ({ length }) => {
  const { version, strictlyRequireAllFuses, resetAdHocDarwinSignature, ...fuses } = fuseConfig(
    wireOf(length),
  );
  expect(Object.keys(fuses)).toEqual(Array.from({ length }, (_, at) => String(at)));
  expect([version, strictlyRequireAllFuses, resetAdHocDarwinSignature]).toEqual(['1', true, true]);
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
  });
});

it('a fuse that nobody knows is no package', () => {
  expect(() => fuseConfig(wireOf(10))).toThrow('number 9');
});
