import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of a user who has never been here before. */
export interface Profile {
  folder: string;
  /** Where Tillwatch keeps what it knows (Chromium's user data folder). */
  userData: string;
  /** A whole environment for a program of this user; nothing of the developer's own leaks in. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

export async function createProfile(): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'tillwatch-user-'));
  const at = (name: string) => join(folder, name);
  const folders = {
    HOME: folder,
    XDG_CONFIG_HOME: at('config'),
    XDG_CACHE_HOME: at('cache'),
    XDG_DATA_HOME: at('data'),
    XDG_STATE_HOME: at('state'),
    XDG_RUNTIME_DIR: at('runtime'),
    TMPDIR: at('tmp'),
  };
  // The runtime folder must be its owner's alone, or the programs that use it refuse to.
  for (const path of Object.values(folders)) await mkdir(path, { recursive: true, mode: 0o700 });
  const inherited: Record<string, string> = {};
  for (const key of ['PATH', 'DISPLAY', 'XAUTHORITY', 'TZ']) {
    const value = process.env[key];
    if (value !== undefined) inherited[key] = value;
  }
  return {
    folder,
    userData: at('tillwatch'),
    env: {
      ...inherited,
      ...folders,
      LANG: 'C.UTF-8',
      // Chooses the tray protocol and the keychain that Chromium talks to.
      XDG_CURRENT_DESKTOP: 'XFCE',
      // GTK would start the accessibility services, which outlive the bus that they were started on.
      NO_AT_BRIDGE: '1',
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
