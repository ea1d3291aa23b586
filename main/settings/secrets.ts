import type { KeyState } from '../../preload/contract.ts';
import type { JsonFile, Saved } from './json-file.ts';
import { commonKeyVariable, keyVariable, readKey, type ReadKey } from './key.ts';
import type { KeyFile } from './key-file.ts';
import type { Keychain } from './keychain.ts';
import type { Notice } from './notice.ts';

export interface SecretsDeps {
  keychain: Keychain;
  file: JsonFile<KeyFile>;
  env: Readonly<Record<string, string | undefined>>;
}

/** API keys, by account. They live here and in request headers, nowhere else. */
export interface Secrets {
  /** Reads and decrypts what is stored; once, after `ready`. Never rejects. */
  load(): Promise<void>;
  /** Another process has written the file. Keys that are kept in memory only stay. Never rejects. */
  reload(): Promise<void>;
  /** False where keys can only be kept in memory. */
  keychain(): boolean;
  /** `TILLWATCH_API_KEY_<ID>` wins over `TILLWATCH_API_KEY`, which wins over what is stored. */
  get(account: string): string | null;
  state(account: string): KeyState;
  /** Never rejects: a key that cannot be stored is kept in memory. */
  set(
    account: string,
    typed: string,
  ): Promise<{ kept: KeyState; repaired: boolean } | { error: 'key-empty' | 'key-malformed' }>;
  remove(account: string): Saved;
  /** Every key in use, for redaction. */
  all(): string[];
  notices(): Notice[];
}

export function createSecrets({ keychain, file, env }: SecretsDeps): Secrets {
  const keys = new Map<string, { key: string; kept: 'keychain' | 'memory' }>();
  const given = keysGiven(env);
  let backend: string | null = null;

  const stored = () => file.current().keys;
  const fromEnvironment = (account: string) =>
    given.get(keyVariable(account)) ?? given.get(commonKeyVariable);
  const without = (account: string) => stored().filter((entry) => entry.account !== account);

  async function encrypt(account: string, key: string): Promise<boolean> {
    if (backend === null) return false;
    try {
      const ciphertext = await keychain.encrypt(key);
      // The stored one is given up only for one that certainly comes back.
      if ((await keychain.decrypt(ciphertext)).text !== key) return false;
      return file.save({ version: 1, keys: [...without(account), { account, backend, ciphertext }] }).ok;
    } catch {
      return false;
    }
  }

  async function load(): Promise<void> {
    backend = await keychain.backend().catch(() => null);
    for (const entry of stored()) {
      if (entry.backend !== backend) continue;
      try {
        const { text, outdated } = await keychain.decrypt(entry.ciphertext);
        keys.set(entry.account, { key: text, kept: 'keychain' });
        if (outdated) await encrypt(entry.account, text);
      } catch {
        // Shows as `unreadable`; the ciphertext stays, the keychain may be unlocked next time.
      }
    }
  }

  return {
    load,
    async reload() {
      file.reload();
      for (const [account, { kept }] of keys) if (kept === 'keychain') keys.delete(account);
      await load();
    },
    keychain: () => backend !== null,
    get(account) {
      const read = fromEnvironment(account);
      if (read) return read.ok ? read.key : null;
      return keys.get(account)?.key ?? null;
    },
    state(account) {
      const read = fromEnvironment(account);
      if (read) return read.ok ? 'environment' : 'none';
      const key = keys.get(account);
      if (key) return key.kept;
      return stored().some((entry) => entry.account === account) ? 'unreadable' : 'none';
    },
    async set(account, typed) {
      const read = readKey(typed);
      if (!read.ok) return { error: read.error };
      const kept = (await encrypt(account, read.key)) ? 'keychain' : 'memory';
      keys.set(account, { key: read.key, kept });
      return { kept, repaired: read.repaired };
    },
    remove(account) {
      keys.delete(account);
      const rest = without(account);
      return rest.length === stored().length ? { ok: true } : file.save({ version: 1, keys: rest });
    },
    all: () => [
      ...[...keys.values()].map(({ key }) => key),
      ...[...given.values()].flatMap((read) => (read.ok ? [read.key] : [])),
    ],
    notices() {
      const unreadable = stored().filter(({ account }) => !keys.has(account) && !fromEnvironment(account));
      const forgotten = [...keys].filter(([, { kept }]) => kept === 'memory');
      const malformed = [...given].filter(([, read]) => !read.ok);
      return [
        ...file.notices(),
        ...unreadable.map(({ account }): Notice => ({ code: 'key-unreadable', account })),
        ...forgotten.map(([account]): Notice => ({ code: 'key-in-memory', account })),
        ...malformed.map(([variable]): Notice => ({ code: 'environment-key-malformed', variable })),
      ];
    },
  };
}

/** By variable; an empty one counts as not set. */
function keysGiven(env: SecretsDeps['env']): Map<string, ReadKey> {
  const given = new Map<string, ReadKey>();
  for (const [variable, typed] of Object.entries(env)) {
    if (variable !== commonKeyVariable && !variable.startsWith(`${commonKeyVariable}_`)) continue;
    const read = readKey(typed ?? '');
    if (read.ok || read.error === 'key-malformed') given.set(variable, read);
  }
  return given;
}
