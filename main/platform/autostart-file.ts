import type { AtLogin } from './login-item.ts';

export interface AutostartFiles {
  /** Null where there is none. Throws as `fs.readFileSync` does, but for a file that is not there. */
  read(path: string): string | null;
  /** Makes the folders that are missing. Throws as `fs` does. */
  write(path: string, content: string): void;
  remove(path: string): void;
}

export interface AutostartPlace {
  /** The user's own entry. */
  own: string;
  /** Entries of the system for everybody, the first one counts. */
  system: readonly string[];
}

/**
 * The entry of the XDG autostart specification: the user's own file takes the place of the system's, and `Hidden=true`
 * in it means that there is none (specifications.freedesktop.org/autostart-spec).
 */
export function createAutostart(
  { own, system }: AutostartPlace,
  files: AutostartFiles,
  /** What starts the app: the program and its arguments. */
  command: readonly string[],
) {
  const first = () =>
    files.read(own) ?? system.map((path) => files.read(path)).find((found) => found !== null);

  return {
    state(): AtLogin {
      try {
        const entry = first();
        return entry == null ? 'off' : stateOf(entry);
      } catch {
        return 'unknown';
      }
    },
    /** Throws as `fs` does. */
    set(on: boolean): void {
      if (on) files.write(own, entryOf(command));
      else if (system.some((path) => files.read(path) !== null)) files.write(own, absent);
      else files.remove(own);
    },
  };
}

/** `/home/me/.config/autostart/tillwatch.desktop`, and where the system's would lie. */
export function autostartPlace(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): AutostartPlace {
  const file = 'autostart/tillwatch.desktop';
  const folders = (env['XDG_CONFIG_DIRS'] || '/etc/xdg').split(':').filter(Boolean);
  return {
    own: `${env['XDG_CONFIG_HOME'] || `${home}/.config`}/${file}`,
    system: folders.map((folder) => `${folder}/${file}`),
  };
}

function stateOf(entry: string): AtLogin {
  const says = (line: RegExp) => line.test(entry);
  if (says(/^Hidden\s*=\s*true\s*$/m) || says(/^X-GNOME-Autostart-enabled\s*=\s*false\s*$/m)) return 'off';
  // Only some desktops start it: this one or others.
  if (says(/^(OnlyShowIn|NotShowIn|AutostartCondition|TryExec)\s*=/m)) return 'unknown';
  return says(/^Exec\s*=\s*\S/m) ? 'on' : 'unknown';
}

const head = '[Desktop Entry]\nType=Application\nName=Tillwatch\n';
const absent = `${head}Hidden=true\n`;

/** With a delay where the desktop knows one: a tray that comes up later may never take the icon (GNOME, MATE, Cinnamon). */
function entryOf(command: readonly string[]): string {
  const line = command.map(quoted).join(' ');
  return `${head}Exec=${line}\nIcon=tillwatch\nTerminal=false\nX-GNOME-Autostart-enabled=true\nX-GNOME-Autostart-Delay=10\n`;
}

/** As the `Exec` key wants it: quoted, four characters escaped, a percent sign doubled; and escaped once more as a string. */
function quoted(argument: string): string {
  const escaped = argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${escaped.replaceAll('\\', '\\\\')}"`;
}
