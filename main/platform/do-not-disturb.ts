import type { Run } from './run.ts';

interface Question {
  program: string;
  args: string[];
  /** What the answer holds while nobody is to be disturbed. */
  on: string;
}

/** What is to be told waits for the answer, and a desktop that hangs gives none. */
const patienceMs = 2_000;

const notifications = 'org.freedesktop.Notifications';
const get = 'org.freedesktop.DBus.Properties.Get';
const object = ['--object-path', '/org/freedesktop/Notifications'];

/** KDE Plasma's own server has this property, and any other one may. */
const inhibited: Question = {
  program: 'gdbus',
  args: [
    'call',
    '--session',
    '--dest',
    notifications,
    ...object,
    '--method',
    get,
    notifications,
    'Inhibited',
  ],
  on: 'true',
};

/** Where the desktops that have the switch keep it; by the names in XDG_CURRENT_DESKTOP. */
const byDesktop: ReadonlyMap<string, Question> = new Map([
  [
    'GNOME',
    { program: 'gsettings', args: ['get', 'org.gnome.desktop.notifications', 'show-banners'], on: 'false' },
  ],
  // https://github.com/linuxmint/cinnamon-desktop/tree/master/schemas
  [
    'X-Cinnamon',
    {
      program: 'gsettings',
      args: ['get', 'org.cinnamon.desktop.notifications', 'display-notifications'],
      on: 'false',
    },
  ],
  // https://github.com/mate-desktop/mate-notification-daemon/tree/master/data
  [
    'MATE',
    { program: 'gsettings', args: ['get', 'org.mate.NotificationDaemon', 'do-not-disturb'], on: 'true' },
  ],
  ['XFCE', { program: 'xfconf-query', args: ['-c', 'xfce4-notifyd', '-p', '/do-not-disturb'], on: 'true' }],
]);

/**
 * Asks whether somebody has told the system not to disturb; false where that cannot be read. Windows and macOS tell
 * no program: they hold a notification back themselves, and list it.
 */
export function doNotDisturbReader(
  platform: NodeJS.Platform,
  desktop: string,
  run: Run,
): () => Promise<boolean> {
  if (platform !== 'linux') return () => Promise.resolve(false);
  const named = desktop.split(':').find((name) => byDesktop.has(name)) ?? '';
  const { program, args, on } = byDesktop.get(named) ?? inhibited;
  return () =>
    run(program, args, patienceMs).then(
      (answer) => answer.includes(on),
      () => false,
    );
}
