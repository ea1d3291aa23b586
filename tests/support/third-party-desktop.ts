import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { untilOwned, untilUnowned } from './bus-names.ts';
import { startKeychain } from './keychain.ts';
import { notificationsName } from './notification-server.ts';
import { panels, type Panel, type PanelName } from './panels.ts';
import { startProcess, type RunningProcess } from './process.ts';
import type { Profile } from './profile.ts';
import { watcherName } from './tray-item.ts';

export interface ThirdPartyDesktop {
  /** The user clicks the notification that is on screen. */
  clickNotification(): Promise<void>;
  /** The panel crashes and is started again. */
  restartPanel(): Promise<void>;
  /** Saves what is on the screen as PNG, a second later: panel and daemon draw in their own time and tell nobody. */
  screenshot(file: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A desktop made of programs that know nothing of us: a panel shows the tray, dunst the notifications, and
 * the keychain is gnome-keyring's.
 * Needs a display in the profile's environment and a bus that starts services (the panel's settings daemon).
 */
export async function startThirdPartyDesktop(
  profile: Profile,
  bus: string,
  name: PanelName = 'xfce4-panel',
): Promise<ThirdPartyDesktop> {
  const env = { ...profile.env, DBUS_SESSION_BUS_ADDRESS: bus };
  const panel = panels[name];
  await writeFiles(profile.env['XDG_CONFIG_HOME'] ?? profile.folder, panel);
  const running: RunningProcess[] = [];
  const startPanel = () => startProcess(name, panel.args, { ...env, ...panel.env });
  let shown: RunningProcess | null = null;
  const stop = async () => {
    await shown?.stop();
    for (const program of running.reverse()) await program.stop();
  };
  try {
    // Ends with 1 even where it worked, and only looks depend on it.
    await (
      await startProcess('display', ['-window', 'root', ...background], env)
    ).ended;
    running.push(await startKeychain(profile, bus));
    running.push(await startProcess('dunst', [], env));
    shown = await startPanel();
    await untilOwned(bus, [watcherName, notificationsName]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    async clickNotification() {
      // What dunst binds to a mouse button: do_action, close_current.
      await run('dunstctl', ['action', '0'], env);
      await run('dunstctl', ['close'], env);
    },
    async restartPanel() {
      await shown?.kill();
      await untilUnowned(bus, watcherName);
      shown = await startPanel();
      await untilOwned(bus, [watcherName]);
    },
    screenshot: async (file) => {
      await mkdir(dirname(file), { recursive: true });
      await setTimeout(1000);
      await run('import', ['-window', 'root', file], env);
    },
    stop,
  };
}

async function run(command: string, args: string[], env: Record<string, string>): Promise<void> {
  const program = await startProcess(command, args, env);
  const code = await program.ended;
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${program.stderr()}`);
}

async function writeFiles(folder: string, panel: Panel): Promise<void> {
  const files = { [panel.file]: panel.configuration, 'dunst/dunstrc': dunst, 'gtk-3.0/settings.ini': gtk };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const background = ['-size', '1280x800', 'gradient:#2f4a63-#6d8ba3'];

/** Bottom right, as on the desktops of shops; stays long enough to be looked at. */
const dunst = `[global]
  width = 360
  origin = bottom-right
  offset = 16x52
  notification_limit = 3
  padding = 14
  horizontal_padding = 16
  frame_width = 1
  frame_color = "#d5dbe1"
  separator_height = 1
  font = Inter 11
  markup = full
  format = "<b>%s</b>\\n%b"
  show_indicators = no
  icon_position = left
  max_icon_size = 40
[urgency_normal]
  background = "#ffffff"
  foreground = "#1b2530"
  timeout = 20
[urgency_critical]
  background = "#ffffff"
  foreground = "#1b2530"
  timeout = 0
`;

const gtk = `[Settings]
gtk-theme-name=Adwaita
gtk-icon-theme-name=Adwaita
gtk-font-name=Inter 10
`;
