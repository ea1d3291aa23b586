/** The part of Electron's command line that is used. */
export interface CommandLine {
  hasSwitch(name: string): boolean;
  removeSwitch(name: string): void;
}

/**
 * Switches of Chromium with which whoever starts a package could look into it, or run something else under its name.
 * For Node's own there are fuses; for Chromium's there are none.
 */
const closed = [
  // The window, and with it all that it may ask of main, in reach of any program that finds the port.
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  // Another program in place of, or in front of, a process of ours.
  'browser-subprocess-path',
  'gpu-launcher',
  'ppapi-plugin-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  // Rules of the page and of its network that somebody would switch off.
  'disable-web-security',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'load-extension',
  'js-flags',
  // Everything that goes over the wire, with the keys of its encryption.
  'log-net-log',
  'ssl-key-log-file',
];

/** Before `ready`: Chromium looks at them only then. */
export function closeSwitches(commandLine: CommandLine): void {
  for (const name of closed) if (commandLine.hasSwitch(name)) commandLine.removeSwitch(name);
}
