import { chromium, type Page } from '@playwright/test';
import { startProcess } from './process.ts';
import type { Profile } from './profile.ts';

export interface AppOptions {
  /** The Electron executable. */
  executable: string;
  /** The folder whose package.json names the entry. */
  folder: string;
  profile: Profile;
  /** Address of the session bus. */
  bus: string;
  args?: string[];
  env?: Record<string, string>;
}

export interface RunningApp {
  pid: number;
  /** Everything it has written so far. */
  output(): string;
  /** Settles once it has ended, with its exit code or the signal's name. */
  ended: Promise<number | string>;
  /** The window's page, as soon as there is one. */
  page(): Promise<Page>;
  /** Pages of the windows that exist now. */
  pages(): Page[];
  /** Ends it the way a power cut does. */
  kill(): Promise<void>;
  /** Ends it the way the end of the user's session does. */
  quit(): Promise<void>;
}

/**
 * The app as users run it, plus a port through which Playwright sees its window. Not through Playwright's own
 * launcher for Electron: that holds `ready` back, and ends the program that uses it on a signal.
 */
export async function launchApp(options: AppOptions): Promise<RunningApp> {
  const app = await startProcess(
    options.executable,
    ['--remote-debugging-port=0', ...commandLine(options)],
    environment(options),
  );
  try {
    const [, address = ''] = await app.wrote(/DevTools listening on (ws:\S+)/);
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0];
    if (!context) throw new Error('the app has no browser context');
    return {
      pid: app.pid,
      output: () => app.stdout() + app.stderr(),
      ended: app.ended,
      page: async () => context.pages()[0] ?? (await context.waitForEvent('page')),
      pages: () => context.pages(),
      kill: () => app.kill(),
      quit: () => app.stop(),
    };
  } catch (error) {
    await app.kill();
    throw error;
  }
}

/** Starts the app beside the one that is running, as a user does from the menu; settles with its exit code. */
export async function launchSecond(options: AppOptions): Promise<number | string> {
  const second = await startProcess(options.executable, commandLine(options), environment(options));
  return second.ended;
}

/** What the executable is given, as `npm start` does it. */
export function commandLine({
  folder,
  profile,
  args = [],
}: Pick<AppOptions, 'folder' | 'profile' | 'args'>): string[] {
  return [...sandbox(), `--user-data-dir=${profile.userData}`, folder, ...args];
}

/** Chromium's sandbox refuses to run for root, who runs the tests in a container. */
export function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function environment({ profile, bus, env = {} }: AppOptions): Record<string, string> {
  return { ...profile.env, DBUS_SESSION_BUS_ADDRESS: bus, ...env };
}
