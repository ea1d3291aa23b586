/** The part of Electron's command line that is used. */
export interface CommandLine {
  /** Empty where it was not given. */
  getSwitchValue(name: string): string;
  appendSwitch(name: string, value: string): void;
}

/** Chromium's name for it (`content_features.cc`); a version that does not know it goes on as before. */
const inProcess = 'NetworkServiceInProcess2';

/**
 * Chromium's network stack in main's own process instead of one for itself, which keeps about 9 MB of its own all
 * day (Electron 33 on Linux). Hardly anything is left for it to do: Adyen is asked through undici, and the window has no
 * network. Before `ready`: Chromium looks at it only then.
 */
export function hostNetworkService(commandLine: CommandLine): void {
  // Setting a switch replaces it, and somebody may have chosen features of their own.
  const given = commandLine.getSwitchValue('enable-features');
  commandLine.appendSwitch('enable-features', given === '' ? inProcess : `${given},${inProcess}`);
}
