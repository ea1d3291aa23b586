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

/** API keys, by account, and the proxy's password. They live here and in request headers, nowhere else. */
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
  proxyPassword: ProxyPassword;
  /** Every key in use and the password, for redaction. */
  all(): string[];
  notices(): Notice[];
}

/** Of the proxy, kept as a key is. */
export interface ProxyPassword {
  /** `TILLWATCH_PROXY_PASSWORD` wins over what is stored. */
  get(): string | null;
  state(): KeyState;
  /** Never rejects. */
  set(password: string): Promise<KeyState>;
  remove(): Saved;
}

/** No account can have this ID. */
const proxy = ':proxy';
const passwordVariable = 'TILLWATCH_PROXY_PASSWORD';

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

  function storedState(name: string): KeyState {
    const kept = keys.get(name)?.kept;
    if (kept) return kept;
    return stored().some((entry) => entry.account === name) ? 'unreadable' : 'none';
  }

  async function keep(name: string, text: string): Promise<'keychain' | 'memory'> {
    const kept = (await encrypt(name, text)) ? 'keychain' : 'memory';
    keys.set(name, { key: text, kept });
    return kept;
  }

  function remove(name: string): Saved {
    keys.delete(name);
    const rest = without(name);
    return rest.length === stored().length ? { ok: true } : file.save({ version: 1, keys: rest });
  }

  const givenPassword = env[passwordVariable] || null;

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
      return storedState(account);
    },
    async set(account, typed) {
      const read = readKey(typed);
      if (!read.ok) return { error: read.error };
      return { kept: await keep(account, read.key), repaired: read.repaired };
    },
    remove,
    proxyPassword: {
      get: () => givenPassword ?? keys.get(proxy)?.key ?? null,
      state: () => (givenPassword === null ? storedState(proxy) : 'environment'),
      set: (password) => keep(proxy, password),
      remove: () => remove(proxy),
    },
    all: () => [
      ...[...keys.values()].map(({ key }) => key),
      ...[...given.values()].flatMap((read) => (read.ok ? [read.key] : [])),
      ...(givenPassword === null ? [] : [givenPassword]),
    ],
    notices() {
      // The network settings say it of the password.
      const accounts = stored().filter(({ account }) => account !== proxy);
      const unreadable = accounts.filter(({ account }) => !keys.has(account) && !fromEnvironment(account));
      const forgotten = [...keys].filter(([name, { kept }]) => kept === 'memory' && name !== proxy);
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
