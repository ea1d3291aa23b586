import { readFileSync } from 'node:fs';
import { safeStorage, type App } from 'electron';
import { systemClock } from '../platform/clock.ts';
import { systemWords } from '../platform/language.ts';
import { openElectronStore } from '../settings/electron-store.ts';
import { openKeyFile } from '../settings/key-file.ts';
import { createKeychain } from '../settings/keychain.ts';
import { createSecrets } from '../settings/secrets.ts';
import { checkEndpoint } from '../terminal-api/endpoints.ts';
import type { SetKeyArguments, ValidateArguments } from './arguments.ts';
import { keysChanged } from './second-launch.ts';
import { setKey, setProxyPassword, type SetKeyDeps } from './set-key.ts';
import { validateConfig } from './validate.ts';

/** More than any key has, so that a wrong file on standard input is not read to its end. */
const longestInput = 10_000;

/** `tillwatch --validate-config FILE` */
export async function validate(app: App, { file }: ValidateArguments): Promise<number> {
  return validateConfig(file, {
    words: await systemWords(app.getPreferredSystemLanguages()),
    checkEndpoint,
    readFile: (path) => readFileSync(path, 'utf8'),
    print: (line) => void process.stdout.write(`${line}\n`),
  });
}

/** `tillwatch set-key --account ID` */
export async function storeKey(app: App, { account }: SetKeyArguments): Promise<number> {
  return setKey(account, await keyDeps(app));
}

/** `tillwatch set-proxy-password` */
export async function storeProxyPassword(app: App): Promise<number> {
  return setProxyPassword(await keyDeps(app));
}

async function keyDeps(app: App): Promise<SetKeyDeps> {
  return {
    words: await systemWords(app.getPreferredSystemLanguages()),
    secrets: createSecrets({
      keychain: createKeychain(safeStorage, process.platform),
      file: openKeyFile({
        directory: app.getPath('userData'),
        openStore: openElectronStore,
        now: systemClock.now,
      }),
      env: {},
    }),
    readInput,
    keysChanged: () => void app.requestSingleInstanceLock(keysChanged),
    say: (line) => void process.stderr.write(`${line}\n`),
  };
}

async function readInput(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const part of process.stdin) {
    text += String(part);
    if (text.length > longestInput) break;
  }
  return text;
}
