/** What an option takes: nothing, or a value of this kind. */
export type OptionKind = 'flag' | 'store' | 'account' | 'file';

export interface OptionFault {
  code: 'unknownOption' | 'unexpected' | 'missingStore' | 'missingAccount' | 'missingFile';
  argument: string;
}

export type ReadOptions = { ok: true; values: Record<string, string> } | { ok: false; fault: OptionFault };

/** `--name VALUE`, `--name=VALUE` and `--flag`; the last one counts. A flag's value is the empty text. */
export function readOptions(
  given: readonly string[],
  kinds: Readonly<Record<string, OptionKind>>,
): ReadOptions {
  const values: Record<string, string> = {};
  const wrong = (code: OptionFault['code'], argument: string): ReadOptions => ({
    ok: false,
    fault: { code, argument },
  });
  for (let at = 0; at < given.length; at += 1) {
    const option = given[at] ?? '';
    const [name, inline] = split(option);
    const kind = kinds[name];
    if (kind === 'flag' && inline === null) {
      values[name] = '';
    } else if (kind && kind !== 'flag') {
      const value = inline ?? given[(at += 1)] ?? '';
      const missing = value === '' || (inline === null && value.startsWith('-'));
      if (missing) return wrong(missingOf[kind], option);
      values[name] = value;
    } else if (!isChromiums(name)) {
      return wrong(option.startsWith('-') ? 'unknownOption' : 'unexpected', option);
    }
  }
  return { ok: true, values };
}

const missingOf = { store: 'missingStore', account: 'missingAccount', file: 'missingFile' } as const;

function split(option: string): [string, string | null] {
  const equals = option.indexOf('=');
  return equals < 0 ? [option, null] : [option.slice(0, equals), option.slice(equals + 1)];
}

/** Switches that choose the profile and the keychain, and those that a container needs. */
function isChromiums(name: string): boolean {
  return ['--user-data-dir', '--password-store', '--no-sandbox', '--lang'].includes(name);
}
