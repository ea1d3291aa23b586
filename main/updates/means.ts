/** How a new version takes the place of this one. */
export type Means = 'appimage' | 'nsis' | 'squirrel';

/**
 * Why an installation is not updated from here:
 * - `development`: it is no package at all;
 * - `otherwise`: a deb belongs to apt, an unpacked archive to whoever unpacked it;
 * - `portable`: a single file that may lie on a stick;
 * - `unsigned`: nothing says who must have signed the next version;
 * - `for-all-users`: it takes an administrator, whom a cashier cannot call at the end of a shift;
 * - `read-only`: its file, or the folder of it, cannot be written by this user;
 * - `not-managed`: nothing is signed there, and the feed was chosen in the window, which a hostile page might do as well.
 */
export type Unable =
  'development' | 'otherwise' | 'portable' | 'unsigned' | 'for-all-users' | 'read-only' | 'not-managed';

export interface Installation {
  platform: NodeJS.Platform;
  isPackaged: boolean;
  /** `APPIMAGE`, `APPDIR`, `PORTABLE_EXECUTABLE_FILE` and `LOCALAPPDATA` are looked at. */
  env: Readonly<Record<string, string | undefined>>;
  /** Path of the program that runs. */
  program: string;
  /** Text of `app-update.yml`, which electron-builder writes beside the app; empty where there is none. */
  buildInfo: string;
  /** Whether the managed configuration has set the feed. */
  isFeedManaged: boolean;
  /** Whether this user may replace a file. */
  mayReplace: (path: string) => boolean;
}

/** Whether this installation may update itself, and how. */
export function findMeans(
  installation: Installation,
): { able: true; means: Means } | { able: false; why: Unable } {
  switch (installation.platform) {
    case 'linux':
      return onLinux(installation);
    case 'win32':
      return onWindows(installation);
    case 'darwin':
      // Squirrel takes only what bears the signature of the running app, and refuses where that has none.
      return installation.isPackaged ? able('squirrel') : unable('development');
    default:
      return unable('otherwise');
  }
}

/** The file that an AppImage was started from; null where this is none. */
export function appImageOf({ env, program }: Pick<Installation, 'env' | 'program'>): string | null {
  const { APPIMAGE: file, APPDIR: mount } = env;
  // Programs that an AppImage starts inherit its environment: without this, a Tillwatch from a deb would replace the
  // file of the terminal emulator that it was typed into.
  return file?.startsWith('/') && mount && program.startsWith(`${mount}/`) ? file : null;
}

function onLinux(installation: Installation) {
  const file = appImageOf(installation);
  if (file === null) return unable(installation.isPackaged ? 'otherwise' : 'development');
  if (!installation.isFeedManaged) return unable('not-managed');
  return installation.mayReplace(file) ? able('appimage') : unable('read-only');
}

function onWindows({ isPackaged, env, program, buildInfo }: Installation) {
  if (!isPackaged) return unable('development');
  // [O] electron-builder's portable sets it; what runs then is an unpacked copy.
  if (env['PORTABLE_EXECUTABLE_FILE']) return unable('portable');
  // [O] NsisUpdater.verifySignature: without a name in that file every installer passes.
  if (!/^publisherName:/m.test(buildInfo)) return unable('unsigned');
  const own = env['LOCALAPPDATA'];
  const forThisUser = own && program.toLowerCase().startsWith(`${own.toLowerCase()}\\`);
  return forThisUser ? able('nsis') : unable('for-all-users');
}

function able(means: Means) {
  return { able: true, means } as const;
}

function unable(why: Unable) {
  return { able: false, why } as const;
}
