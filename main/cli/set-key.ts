import type { Words } from '../../assets/locales/index.ts';
import { accountId } from '../settings/schema.ts';
import type { Secrets } from '../settings/secrets.ts';

export interface SetKeyDeps {
  words: Words;
  secrets: Pick<Secrets, 'load' | 'set' | 'proxyPassword'>;
  /** What stands on standard input, to its end; no more of it than a key can have. */
  readInput: () => Promise<string>;
  /** Tells the app that runs on this profile, if one does. */
  keysChanged: () => void;
  /** Standard error, a line each. Never the key. */
  say: (line: string) => void;
}

/** Puts a key from standard input into the keychain; returns the exit code. Where there is no keychain nothing is kept. */
export async function setKey(account: string, deps: SetKeyDeps): Promise<0 | 1> {
  const { words, secrets, say } = deps;
  if (!accountId.safeParse(account).success) {
    say(`--account: ${words('problem:managed.accountId')}`);
    return 1;
  }
  const typed = await deps.readInput();
  await secrets.load();
  const outcome = await secrets.set(account, typed);
  if ('error' in outcome) {
    say(words(`problem:error.${outcome.error}`));
    return 1;
  }
  if (outcome.kept !== 'keychain') {
    say(words('cli:noKeychain'));
    return 1;
  }
  deps.keysChanged();
  say(words('cli:keyStored', { account }));
  return 0;
}

/** The same for the proxy's password. */
export async function setProxyPassword(deps: SetKeyDeps): Promise<0 | 1> {
  const { words, secrets, say } = deps;
  // Blanks may belong to it; the end of the line is that of whoever gave it.
  const password = (await deps.readInput()).replace(/\r?\n$/, '');
  if (password === '') {
    say(words('problem:error.required'));
    return 1;
  }
  await secrets.load();
  if ((await secrets.proxyPassword.set(password)) !== 'keychain') {
    say(words('cli:noKeychainForPassword'));
    return 1;
  }
  deps.keysChanged();
  say(words('cli:passwordStored'));
  return 0;
}
