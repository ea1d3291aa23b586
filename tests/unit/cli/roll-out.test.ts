import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { setKey, setProxyPassword } from '../../../main/cli/set-key.ts';
import { validateConfig } from '../../../main/cli/validate.ts';
import { readGuarded } from '../../../main/settings/guarded-file.ts';
import { readManaged } from '../../../main/settings/managed.ts';
import type { Secrets } from '../../../main/settings/secrets.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeDirectory, makeProxyPassword } from '../settings/make.ts';

const { words } = createSpeech();
const examples = fileURLToPath(new URL('../../../build/roll-out', import.meta.url));

function validate(content: string | Error) {
  const lines: string[] = [];
  const code = validateConfig('managed.json', {
    words,
    checkEndpoint,
    readFile() {
      if (content instanceof Error) throw content;
      return content;
    },
    print: (line) => void lines.push(line),
  });
  return { code, lines };
}

describe('a managed configuration that is looked over', () => {
  it('is said to be usable', () => {
    expect(validate('{ "accounts": [] }')).toEqual({
      code: 0,
      lines: ['managed.json: This managed configuration can be used.'],
    });
  });

  it('is said to be wrong, every mistake with its place', () => {
    const { code, lines } = validate('{ "accounts": [{ "id": "a b", "stores": [] }], "key": "AQE" }');
    expect(code).toBe(1);
    expect(lines).toContain('managed.json: accounts[0].environment: This is missing.');
    expect(lines).toContain('managed.json: accounts[0].stores: This must not be empty.');
    expect(lines).toContain('managed.json: key: This field does not exist.');
  });

  it('is said to be no JSON, and at which line', () => {
    expect(validate('{\n"accounts": [\n').lines).toEqual([
      'managed.json: This is not valid JSON; look at line 3.',
    ]);
  });

  it('is said to be unreadable', () => {
    const error = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    expect(validate(error)).toEqual({
      code: 1,
      lines: ['managed.json: The file could not be read (ENOENT).'],
    });
  });
});

describe('the examples for a roll-out', () => {
  it('hold a configuration that can be used', () => {
    expect(validate(readFileSync(join(examples, 'managed.json'), 'utf8')).code).toBe(0);
  });

  it('put it where it is taken from, safe from all but administrators', () => {
    const folder = join(makeDirectory().path, 'Tillwatch');
    execFileSync(join(examples, 'jamf.sh'), ['/', 'till-1', 'somebody', folder]);
    const file = join(folder, 'managed.json');
    const managed = readManaged({
      place: { file, named: true },
      words,
      checkEndpoint,
      readFile: (path) => readGuarded(path, 'darwin'),
    });
    expect(managed).toMatchObject({ state: 'ok', accounts: [{ id: 'nl' }] });
    expect(statSync(file).mode & 0o777).toBe(0o644);
  });
});

describe('a password from standard input', () => {
  async function run(input: string, kept: 'keychain' | 'memory' = 'keychain') {
    const said: string[] = [];
    const done: string[] = [];
    const code = await setProxyPassword({
      words,
      secrets: {
        load: async () => void done.push('load'),
        set: () => Promise.reject(new Error('this is no key')),
        proxyPassword: makeProxyPassword({
          async set(password) {
            done.push(`set ${password}`);
            return kept;
          },
        }),
      },
      readInput: async () => input,
      keysChanged: () => void done.push('told'),
      say: (line) => void said.push(line),
    });
    return { code, said: said.join(), done };
  }

  it.each([' open sesame \n', ' open sesame \r\n', ' open sesame '])(
    'goes into the keychain as it is, but for the end of its line: %j',
    async (input) => {
      expect(await run(input)).toEqual({
        code: 0,
        said: 'The password of the proxy is stored in the password store of this computer.',
        done: ['load', 'set  open sesame ', 'told'],
      });
    },
  );

  it('is refused where it is empty, or where there is no keychain', async () => {
    expect(await run('\n')).toMatchObject({ code: 1, done: [] });
    const { code, said, done } = await run('sesame', 'memory');
    expect([code, done.includes('told')]).toEqual([1, false]);
    expect(said).toContain('no safe place');
    expect(said).not.toContain('sesame');
  });
});

describe('a key from standard input', () => {
  const key = 'AQEyhmfxK4rIaxdEw0m';

  async function run(account: string, outcome: Awaited<ReturnType<Secrets['set']>>) {
    const said: string[] = [];
    const done: string[] = [];
    const code = await setKey(account, {
      words,
      secrets: {
        load: async () => void done.push('load'),
        async set(id, typed) {
          done.push(`set ${id} ${typed}`);
          return outcome;
        },
        proxyPassword: makeProxyPassword(),
      },
      readInput: async () => key,
      keysChanged: () => void done.push('told'),
      say: (line) => void said.push(line),
    });
    expect(said.join('\n')).not.toContain(key);
    return { code, said, done };
  }

  it('goes into the keychain, and the running app is told', async () => {
    expect(await run('nl', { kept: 'keychain', repaired: false })).toEqual({
      code: 0,
      said: ['The key of nl is stored in the password store of this computer.'],
      done: ['load', `set nl ${key}`, 'told'],
    });
  });

  it.each([
    ['there is no keychain', 'nl', { kept: 'memory', repaired: false }, 'no safe place'],
    ['it is empty', 'nl', { error: 'key-empty' }, 'enter the API key'],
    ['it is none', 'nl', { error: 'key-malformed' }, 'does not look like an API key'],
    ['the account can have no such ID', 'a b', { kept: 'keychain', repaired: false }, 'letters, digits'],
  ] as const)('is refused where %s, and nobody is told', async (_, account, outcome, says) => {
    const { code, said, done } = await run(account, outcome);
    expect([code, done.includes('told')]).toEqual([1, false]);
    expect(said.join()).toContain(says);
  });
});
