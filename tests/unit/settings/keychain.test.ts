import { describe, expect, it } from 'vitest';
import { createKeychain } from '../../../main/settings/keychain.ts';

type SafeStorage = Parameters<typeof createKeychain>[0];

const seal = (text: string) => Buffer.from(`sealed ${text}`);
const unseal = (bytes: Buffer) => bytes.toString().replace(/^sealed /, '');

/** Electron 33, where everything is synchronous. */
function makeOlder(storage: Partial<SafeStorage> = {}): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    encryptString: seal,
    decryptString: unseal,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...storage,
  };
}

/** Electron 45: its old methods are not to be called. */
function makeNewer(storage: Partial<SafeStorage> = {}): SafeStorage {
  const never = () => {
    throw new Error('deprecated');
  };
  return {
    ...makeOlder({ isEncryptionAvailable: never, encryptString: never, decryptString: never }),
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => seal(text),
    decryptStringAsync: async (bytes) => ({ result: unseal(bytes), shouldReEncrypt: false }),
    ...storage,
  };
}

describe.each([
  ['Electron 33', makeOlder],
  ['Electron 45', makeNewer],
])('the keychain of %s', (_, make) => {
  it('gives back what it took, in base64 between', async () => {
    const keychain = createKeychain(make(), 'linux');
    const ciphertext = await keychain.encrypt('AQEkey');
    expect(ciphertext).toBe(seal('AQEkey').toString('base64'));
    expect(await keychain.decrypt(ciphertext)).toEqual({ text: 'AQEkey', outdated: false });
  });

  it.each([
    ['linux', 'gnome_libsecret', 'gnome_libsecret'],
    ['linux', 'kwallet6', 'kwallet6'],
    ['linux', 'basic_text', null],
    ['linux', 'unknown', null],
    ['win32', 'unknown', 'win32'],
    ['darwin', 'unknown', 'darwin'],
  ] as const)('on %s with %s is %s', async (platform, backend, name) => {
    const storage = make({ getSelectedStorageBackend: () => backend });
    expect(await createKeychain(storage, platform).backend()).toBe(name);
  });

  it('is none while the system offers no encryption', async () => {
    const storage = make(
      make === makeOlder
        ? { isEncryptionAvailable: () => false }
        : { isAsyncEncryptionAvailable: async () => false },
    );
    expect(await createKeychain(storage, 'linux').backend()).toBeNull();
  });
});

describe('the keychain of Electron 45', () => {
  it('says when what it holds should be encrypted anew', async () => {
    const storage = makeNewer({
      decryptStringAsync: async (bytes) => ({ result: unseal(bytes), shouldReEncrypt: true }),
    });
    const ciphertext = seal('AQEkey').toString('base64');
    expect(await createKeychain(storage, 'win32').decrypt(ciphertext)).toEqual({
      text: 'AQEkey',
      outdated: true,
    });
  });
});
