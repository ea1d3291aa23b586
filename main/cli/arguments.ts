import { readOptions, type OptionFault } from './options.ts';

/** What this process was started for. */
export type Command =
  | AppArguments
  | CheckArguments
  | ValidateArguments
  | SetKeyArguments
  | SetPasswordArguments
  | { kind: 'wrong'; fault: ArgumentFault };

export interface AppArguments {
  kind: 'app';
  /** Turns the demo store on. */
  demo: boolean;
  /** Only the tray, no window. */
  hidden: boolean;
}

export interface CheckArguments {
  kind: 'check';
  json: boolean;
  /** Reference of the only store to check; null for all. */
  store: string | null;
}

/** Is this file a managed configuration? */
export interface ValidateArguments {
  kind: 'validate-config';
  file: string;
}

/** The key of an account, from standard input into the keychain. */
export interface SetKeyArguments {
  kind: 'set-key';
  account: string;
}

/** The password of the proxy, likewise. */
export interface SetPasswordArguments {
  kind: 'set-proxy-password';
}

export interface ArgumentFault {
  code: 'unknownCommand' | 'missingAccount' | OptionFault['code'];
  argument: string;
}

const validate = '--validate-config';
const options = {
  check: { '--json': 'flag', '--store': 'store' },
  'set-key': { '--account': 'account' },
  [validate]: { [validate]: 'file' },
} as const;

/**
 * @param argv as Electron has it
 * @param hasAppPath the first argument that is no switch is the folder of the app, as in development
 *
 * Switches that nobody knows are ignored for the app itself and in front of a command, because Chromium and desktops
 * add their own there; what follows a command is typed by people, and a typing mistake must not look like a good answer.
 */
export function parseArguments(argv: readonly string[], hasAppPath: boolean): Command {
  const given = argv.slice(1);
  const path = hasAppPath ? given.findIndex((argument) => !argument.startsWith('-')) : -1;
  const own = given.filter((_, at) => at !== path);
  const from = own.findIndex((argument) => argument === validate || argument.startsWith(`${validate}=`));
  if (from >= 0) {
    const read = readOptions(own.slice(from), options[validate]);
    return read.ok ? { kind: 'validate-config', file: read.values[validate] ?? '' } : wrong(read.fault);
  }
  const at = own.findIndex((argument) => !argument.startsWith('-'));
  const word = own[at];
  if (word === undefined) {
    return { kind: 'app', demo: own.includes('--demo'), hidden: own.includes('--hidden') };
  }
  const rest = (names: readonly string[]) => [
    ...own.slice(0, at).filter((option) => names.includes(option.split('=', 1)[0] ?? '')),
    ...own.slice(at + 1),
  ];
  switch (word) {
    case 'check': {
      const read = readOptions(rest(Object.keys(options.check)), options.check);
      if (!read.ok) return wrong(read.fault);
      return { kind: 'check', json: '--json' in read.values, store: read.values['--store'] ?? null };
    }
    case 'set-key': {
      const read = readOptions(rest(Object.keys(options['set-key'])), options['set-key']);
      if (!read.ok) return wrong(read.fault);
      const account = read.values['--account'];
      return account ? { kind: 'set-key', account } : wrong({ code: 'missingAccount', argument: word });
    }
    case 'set-proxy-password': {
      const read = readOptions(rest([]), {});
      return read.ok ? { kind: 'set-proxy-password' } : wrong(read.fault);
    }
    default:
      return wrong({ code: 'unknownCommand', argument: word });
  }
}

function wrong(fault: ArgumentFault): Command {
  return { kind: 'wrong', fault };
}
