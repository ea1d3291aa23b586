/** What this process was started for. */
export type Command = AppArguments | CheckArguments | { kind: 'wrong'; fault: ArgumentFault };

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

export interface ArgumentFault {
  code: 'unknownCommand' | 'unknownOption' | 'unexpected' | 'missingStore';
  argument: string;
}

/**
 * @param argv as Electron has it
 * @param hasAppPath the first argument that is no switch is the folder of the app, as in development
 *
 * Switches that nobody knows are ignored for the app itself and in front of `check`, because Chromium and desktops
 * add their own there; what follows `check` is typed by people, and a typing mistake must not look like a good answer.
 */
export function parseArguments(argv: readonly string[], hasAppPath: boolean): Command {
  const given = argv.slice(1);
  const path = hasAppPath ? given.findIndex((argument) => !argument.startsWith('-')) : -1;
  const own = given.filter((_, at) => at !== path);
  const at = own.findIndex((argument) => !argument.startsWith('-'));
  const word = own[at];
  if (word === undefined) {
    return { kind: 'app', demo: own.includes('--demo'), hidden: own.includes('--hidden') };
  }
  if (word !== 'check') return wrong('unknownCommand', word);
  return parseCheck([...own.slice(0, at).filter(isOurs), ...own.slice(at + 1)]);
}

function parseCheck(options: readonly string[]): Command {
  let json = false;
  let store: string | null = null;
  for (let at = 0; at < options.length; at += 1) {
    const option = options[at] ?? '';
    const [name, inline] = split(option);
    if (option === '--json') {
      json = true;
    } else if (name === '--store') {
      const reference = inline ?? options[(at += 1)] ?? '';
      const missing = reference === '' || (inline === null && reference.startsWith('-'));
      if (missing) return wrong('missingStore', option);
      store = reference;
    } else if (!isChromiums(name)) {
      return wrong(option.startsWith('-') ? 'unknownOption' : 'unexpected', option);
    }
  }
  return { kind: 'check', json, store };
}

function split(option: string): [string, string | null] {
  const equals = option.indexOf('=');
  return equals < 0 ? [option, null] : [option.slice(0, equals), option.slice(equals + 1)];
}

function isOurs(option: string): boolean {
  return ['--json', '--store'].includes(split(option)[0]);
}

/** Switches that choose the profile and the keychain, and those that a container needs. */
function isChromiums(name: string): boolean {
  return ['--user-data-dir', '--password-store', '--no-sandbox', '--lang'].includes(name);
}

function wrong(code: ArgumentFault['code'], argument: string): Command {
  return { kind: 'wrong', fault: { code, argument } };
}
