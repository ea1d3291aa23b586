import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { App } from 'electron';
import { autostartPlace, createAutostart, type AutostartFiles } from './autostart-file.ts';

/** `unknown`: the system does not say, or leaves it to somebody's approval. */
export type AtLogin = 'on' | 'off' | 'unknown';

export interface LoginItem {
  /** As the system has it now: people change it there too. */
  state(): AtLogin;
  /** Throws where the system refuses. */
  set(on: boolean): void;
}

export interface LoginItemDeps {
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  /** The program, and in development the folder of the app. */
  program: readonly string[];
}

const hidden = '--hidden';

/** Whether Tillwatch starts, hidden, when somebody logs in. */
export function createLoginItem({ app, platform, env, home, program }: LoginItemDeps): LoginItem {
  switch (platform) {
    case 'win32': {
      const [path = '', ...before] = program;
      const item = { path, args: [...before, hidden] };
      return {
        state() {
          const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(item);
          // [O] It is false as well where somebody has switched the entry off in the Task Manager.
          return openAtLogin && executableWillLaunchAtLogin ? 'on' : 'off';
        },
        // What the Task Manager has switched off comes back only so.
        set: (on) => app.setLoginItemSettings({ ...item, openAtLogin: on, enabled: on }),
      };
    }
    case 'darwin':
      return {
        state() {
          const { status, openAtLogin } = app.getLoginItemSettings();
          // [O] macOS 13 and later: somebody has to allow it in the system's settings first.
          if (status === 'requires-approval') return 'unknown';
          return openAtLogin ? 'on' : 'off';
        },
        set: (on) => app.setLoginItemSettings({ openAtLogin: on }),
      };
    default:
      // An AppImage runs from a mount that is gone at the next login.
      return createAutostart(autostartPlace(env, home), files, [
        ...(env['APPIMAGE'] ? [env['APPIMAGE']] : program),
        hidden,
      ]);
  }
}

/** macOS gives a login item no arguments, but says that it was one. */
export function isLoginStart(app: Pick<App, 'getLoginItemSettings'>, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

const files: AutostartFiles = {
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
  write(path, content) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  },
  remove: (path) => rmSync(path, { force: true }),
};
