import { expect, it } from 'vitest';
import { identify } from '../../../main/platform/identity.ts';

function makeApp() {
  const calls: string[] = [];
  return {
    calls,
    old: { setAppUserModelId: (id: string) => void calls.push(id) },
    current: {
      setAppUserModelId: (id: string) => void calls.push(id),
      setToastActivatorCLSID: (id: string) => void calls.push(id),
    },
  };
}

const clsid = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/;

it('says to Windows who we are, and who is to be woken by a toast', () => {
  const { current, calls } = makeApp();
  identify(current, 'win32');
  expect(calls).toEqual([expect.stringMatching(/^com\./), expect.stringMatching(clsid)]);
});

it('leaves out what an older Electron does not have', () => {
  const { old, calls } = makeApp();
  identify(old, 'win32');
  expect(calls).toHaveLength(1);
});

it('says nothing elsewhere', () => {
  const { current, calls } = makeApp();
  identify(current, 'linux');
  expect(calls).toEqual([]);
});
