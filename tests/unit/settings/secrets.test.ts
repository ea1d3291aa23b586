import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeyFile } from '../../../main/settings/key-file.ts';
import type { Keychain } from '../../../main/settings/keychain.ts';
import { createSecrets } from '../../../main/settings/secrets.ts';
import { makeDirectory, makeFiles } from './make.ts';

const key = 'AQEyhmfxK4rIaxdEw0m/n3Q5qf3V+abc=-JtQ5H0iXtu8';

/** Turns letters around: enough to see that no key lies anywhere as it is. */
function makeKeychain(keychain: Partial<Keychain> = {}): Keychain {
  const turn = (text: string) => text.split('').reverse().join('');
  return {
    backend: async () => 'gnome_libsecret',
    encrypt: async (text) => Buffer.from(`v11${turn(text)}`).toString('base64'),
    decrypt: async (ciphertext) => {
      const text = Buffer.from(ciphertext, 'base64').toString();
      if (!text.startsWith('v11')) throw new Error('not mine');
      return { text: turn(text.slice(3)), outdated: false };
    },
    ...keychain,
  };
}

const locked = makeKeychain({ decrypt: () => Promise.reject(new Error('locked')) });
const none = makeKeychain({ backend: async () => null });

async function open(
  directory: string,
  {
    keychain = makeKeychain(),
    env = {},
    readOnly = false,
  }: { keychain?: Keychain; env?: Record<string, string>; readOnly?: boolean } = {},
) {
  const secrets = createSecrets({ keychain, file: openKeyFile(makeFiles(directory, { readOnly })), env });
  await secrets.load();
  return secrets;
}

/** A profile in which the key of `nl` is stored. */
async function makeProfile() {
  const directory = makeDirectory();
  await (await open(directory.path)).set('nl', key);
  return directory;
}

describe('a key', () => {
  it('comes back in the next run', async () => {
    const directory = await makeProfile();
    const secrets = await open(directory.path);
    expect(secrets.get('nl')).toBe(key);
    expect(secrets.state('nl')).toBe('keychain');
    expect(secrets.keychain()).toBe(true);
    expect(secrets.notices()).toEqual([]);
  });

  it('lies in no file as it is', async () => {
    const directory = await makeProfile();
    expect(directory.list()).toEqual(['keys.json']);
    expect(JSON.stringify(directory.content())).not.toContain(key);
    expect(JSON.stringify(directory.content())).not.toContain(Buffer.from(key).toString('base64'));
  });

  it('is repaired visibly, or refused', async () => {
    const secrets = await open(makeDirectory().path);
    expect(await secrets.set('nl', ` ${key}\n`)).toEqual({ kept: 'keychain', repaired: true });
    expect(await secrets.set('nl', '  ')).toEqual({ error: 'key-empty' });
    expect(await secrets.set('nl', 'AQE and more')).toEqual({ error: 'key-malformed' });
    expect(secrets.get('nl')).toBe(key);
  });

  it('replaces the one before, of its own account only', async () => {
    const directory = await makeProfile();
    const secrets = await open(directory.path);
    await Promise.all([secrets.set('us', 'AQEother'), secrets.set('nl', 'AQEnew')]);
    const again = await open(directory.path);
    expect([again.get('nl'), again.get('us'), again.get('au')]).toEqual(['AQEnew', 'AQEother', null]);
  });

  it('is gone for good when it is removed', async () => {
    const directory = await makeProfile();
    const secrets = await open(directory.path);
    expect(secrets.remove('nl')).toEqual({ ok: true });
    expect(secrets.remove('nl')).toEqual({ ok: true });
    expect(secrets.get('nl')).toBeNull();
    expect((await open(directory.path)).state('nl')).toBe('none');
    expect(directory.json('keys.json')).toEqual({ version: 1, keys: [] });
  });

  it('is encrypted anew when the keychain says that it should', async () => {
    const directory = await makeProfile();
    const before = directory.json('keys.json');
    const { encrypt, decrypt } = makeKeychain();
    const keychain = makeKeychain({
      encrypt: (text) => encrypt(`${text}!`),
      decrypt: async (ciphertext) => {
        const { text } = await decrypt(ciphertext);
        return text.endsWith('!') ? { text: text.slice(0, -1), outdated: false } : { text, outdated: true };
      },
    });
    expect((await open(directory.path, { keychain })).get('nl')).toBe(key);
    expect(directory.json('keys.json')).not.toEqual(before);
    expect((await open(directory.path, { keychain })).get('nl')).toBe(key);
  });
});

describe('a key that another process has stored', () => {
  it('counts after the next look, and a key of this run stays', async () => {
    const directory = await makeProfile();
    const { encrypt, decrypt } = makeKeychain();
    const forgetful = makeKeychain({
      encrypt: (text) => (text === 'AQEmine' ? Promise.reject(new Error('locked')) : encrypt(text)),
      decrypt,
    });
    const running = await open(directory.path, { keychain: forgetful });
    await running.set('us', 'AQEmine');
    const other = await open(directory.path);
    await other.set('nl', 'AQEnew');
    await other.set('be', 'AQEbe');
    expect([running.get('nl'), running.get('be')]).toEqual([key, null]);
    await running.reload();
    expect(['nl', 'be', 'us'].map(running.get)).toEqual(['AQEnew', 'AQEbe', 'AQEmine']);
    await other.set('be', 'AQElater');
    other.remove('nl');
    await running.reload();
    expect(['nl', 'be', 'us'].map(running.get)).toEqual([null, 'AQElater', 'AQEmine']);
  });
});

describe('without a keychain', () => {
  it('a key counts for this run only, and no trace of it is written', async () => {
    const directory = makeDirectory();
    const secrets = await open(directory.path, { keychain: none });
    expect(secrets.keychain()).toBe(false);
    expect(await secrets.set('nl', key)).toEqual({ kept: 'memory', repaired: false });
    expect(secrets.get('nl')).toBe(key);
    expect(secrets.state('nl')).toBe('memory');
    expect(secrets.notices()).toEqual([{ code: 'key-in-memory', account: 'nl' }]);
    expect(directory.list()).toEqual([]);
  });

  it.each([
    ['does not answer', makeKeychain({ backend: () => Promise.reject(new Error('no bus')) })],
    ['refuses to encrypt', makeKeychain({ encrypt: () => Promise.reject(new Error('locked')) })],
    ['gives back something else', makeKeychain({ decrypt: async () => ({ text: 'x', outdated: false }) })],
  ])('that works, a key is kept in memory: it %s', async (_, keychain) => {
    const directory = makeDirectory();
    const secrets = await open(directory.path, { keychain });
    expect(await secrets.set('nl', key)).toEqual({ kept: 'memory', repaired: false });
    expect(secrets.notices()).toEqual([{ code: 'key-in-memory', account: 'nl' }]);
    expect(directory.list()).toEqual([]);
  });

  it('and with a disk that refuses, both are said', async () => {
    const profile = join(makeDirectory().path, 'profile');
    const secrets = await open(profile);
    writeFileSync(profile, 'a file where the folder should be');
    expect(await secrets.set('nl', key)).toEqual({ kept: 'memory', repaired: false });
    expect(secrets.notices().map(({ code }) => code)).toEqual(['not-saved', 'key-in-memory']);
    rmSync(profile);
  });
});

describe('a stored key that cannot be decrypted', () => {
  it.each([
    ['the keychain is locked', locked],
    ['the keychain is gone', none],
    ['the keychain is another', makeKeychain({ backend: async () => 'kwallet6' })],
  ])('is unreadable, and its ciphertext stays: %s', async (_, keychain) => {
    const directory = await makeProfile();
    const before = directory.content();
    const secrets = await open(directory.path, { keychain });
    expect(secrets.get('nl')).toBeNull();
    expect(secrets.state('nl')).toBe('unreadable');
    expect(secrets.notices()).toEqual([{ code: 'key-unreadable', account: 'nl' }]);
    expect(directory.content()).toEqual(before);
    expect((await open(directory.path)).get('nl')).toBe(key);
  });

  it('does not take the others along', async () => {
    const directory = await makeProfile();
    await (await open(directory.path)).set('us', 'AQEother');
    const { decrypt } = makeKeychain();
    const keychain = makeKeychain({
      decrypt: async (ciphertext) => {
        const plain = await decrypt(ciphertext);
        if (plain.text === key) throw new Error('damaged');
        return plain;
      },
    });
    const secrets = await open(directory.path, { keychain });
    expect([secrets.state('nl'), secrets.state('us')]).toEqual(['unreadable', 'keychain']);
  });

  it('is settled by entering the key again', async () => {
    const directory = await makeProfile();
    const keychain = makeKeychain({ backend: async () => 'kwallet6' });
    const secrets = await open(directory.path, { keychain });
    expect(await secrets.set('nl', 'AQEnew')).toEqual({ kept: 'keychain', repaired: false });
    expect(secrets.notices()).toEqual([]);
    expect((await open(directory.path, { keychain })).get('nl')).toBe('AQEnew');
  });
});

describe('a key from the environment', () => {
  it.each([
    ['of the account', { TILLWATCH_API_KEY_NL: 'AQEown', TILLWATCH_API_KEY: 'AQEall' }, 'AQEown'],
    ['for all', { TILLWATCH_API_KEY: 'AQEall' }, 'AQEall'],
    ['of the account, empty: for all', { TILLWATCH_API_KEY_NL: '', TILLWATCH_API_KEY: 'AQEall' }, 'AQEall'],
    ['with a line break', { TILLWATCH_API_KEY: 'AQEall\n' }, 'AQEall'],
  ])('wins over the stored one: %s', async (_, env, wanted) => {
    const directory = await makeProfile();
    const secrets = await open(directory.path, { env });
    expect(secrets.get('nl')).toBe(wanted);
    expect(secrets.state('nl')).toBe('environment');
    expect(secrets.notices()).toEqual([]);
  });

  it('of another account, or an empty one, changes nothing', async () => {
    const directory = await makeProfile();
    const secrets = await open(directory.path, {
      env: { TILLWATCH_API_KEY_US: 'AQEus', TILLWATCH_API_KEY: ' ' },
    });
    expect(secrets.get('nl')).toBe(key);
    expect(secrets.state('nl')).toBe('keychain');
    expect(secrets.get('us')).toBe('AQEus');
  });

  it('that no header takes is not used, and no other in its place: it is said', async () => {
    const directory = await makeProfile();
    const secrets = await open(directory.path, {
      env: { TILLWATCH_API_KEY_NL: 'AQE with blanks', TILLWATCH_API_KEY: 'AQEall' },
    });
    expect(secrets.get('nl')).toBeNull();
    expect(secrets.state('nl')).toBe('none');
    expect(secrets.notices()).toEqual([
      { code: 'environment-key-malformed', variable: 'TILLWATCH_API_KEY_NL' },
    ]);
  });

  it('makes a stored one that cannot be decrypted nobody’s concern', async () => {
    const directory = await makeProfile();
    const secrets = await open(directory.path, { keychain: locked, env: { TILLWATCH_API_KEY: 'AQEall' } });
    expect(secrets.notices()).toEqual([]);
  });

  it('is written nowhere', async () => {
    const directory = makeDirectory();
    await open(directory.path, { env: { TILLWATCH_API_KEY: key } });
    expect(directory.list()).toEqual([]);
  });
});

describe('all keys', () => {
  it('are known to the redaction, wherever they come from', async () => {
    const directory = await makeProfile();
    const secrets = await open(directory.path, { env: { TILLWATCH_API_KEY_US: 'AQEus' } });
    await secrets.set('au', 'AQEau');
    expect(secrets.all().sort()).toEqual(['AQEau', 'AQEus', key].sort());
  });
});

describe('the file of the keys', () => {
  it('is not touched by a check beside the running app', async () => {
    const directory = await makeProfile();
    const before = directory.content();
    const secrets = await open(directory.path, { readOnly: true });
    expect(await secrets.set('nl', 'AQEnew')).toEqual({ kept: 'memory', repaired: false });
    expect(directory.content()).toEqual(before);
  });

  it('loses one damaged entry alone, and keeps a copy', async () => {
    const directory = await makeProfile();
    await (await open(directory.path)).set('us', 'AQEother');
    const file = JSON.stringify(directory.json('keys.json')).replace(
      /"ciphertext":"[^"]*"/,
      '"ciphertext":"%%"',
    );
    directory.write('keys.json', file);
    const secrets = await open(directory.path);
    expect([secrets.get('nl'), secrets.get('us')]).toEqual([null, 'AQEother']);
    expect(secrets.notices()).toMatchObject([{ code: 'fields-repaired', file: 'keys', paths: ['keys[0]'] }]);
    expect(directory.list()).toEqual(['keys.json', 'keys.kept-20261124T140000Z.json']);
  });
});

describe("the proxy's password", () => {
  const password = ' open "sesame" ';

  it("is kept in the keychain as it was typed, and is nobody's key", async () => {
    const directory = makeDirectory();
    const { proxyPassword } = await open(directory.path);
    expect([proxyPassword.state(), proxyPassword.get()]).toEqual(['none', null]);
    expect(await proxyPassword.set(password)).toBe('keychain');
    expect(JSON.stringify(directory.content())).not.toContain('sesame');

    const again = await open(directory.path);
    expect([again.proxyPassword.state(), again.proxyPassword.get()]).toEqual(['keychain', password]);
    expect(again.all()).toEqual([password]);
    expect(again.proxyPassword.remove()).toEqual({ ok: true });
    expect((await open(directory.path)).proxyPassword.state()).toBe('none');
  });

  it('counts for this run only where there is no keychain, and no trace of it is written', async () => {
    const directory = makeDirectory();
    const secrets = await open(directory.path, { keychain: none });
    expect(await secrets.proxyPassword.set(password)).toBe('memory');
    expect([secrets.proxyPassword.state(), secrets.notices()]).toEqual(['memory', []]);
    expect(directory.list()).toEqual([]);
  });

  it('that the keychain does not open any more is told by its state', async () => {
    const directory = makeDirectory();
    await (await open(directory.path)).proxyPassword.set(password);
    const secrets = await open(directory.path, { keychain: locked });
    expect([secrets.proxyPassword.state(), secrets.proxyPassword.get()]).toEqual(['unreadable', null]);
    expect(secrets.notices()).toEqual([]);
  });

  it('comes from the environment where it is there, whatever is stored; a key for all accounts is none', async () => {
    const env = { TILLWATCH_PROXY_PASSWORD: 'given', TILLWATCH_API_KEY: key };
    const directory = makeDirectory();
    await (await open(directory.path)).proxyPassword.set(password);
    const secrets = await open(directory.path, { env });
    expect([secrets.proxyPassword.state(), secrets.proxyPassword.get()]).toEqual(['environment', 'given']);
    expect(secrets.all()).toContain('given');
    const { proxyPassword } = await open(makeDirectory().path, { env: { TILLWATCH_API_KEY: key } });
    expect([proxyPassword.state(), proxyPassword.get()]).toEqual(['none', null]);
  });
});
