import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { untilOwned } from './bus-names.ts';
import { startKeychain } from './keychain.ts';
import { notificationsName } from './notification-server.ts';
import { startProcess, type RunningProcess } from './process.ts';
import type { Profile } from './profile.ts';
import { watcherName } from './tray-item.ts';

export interface ThirdPartyDesktop {
  /** The user clicks the notification that is on screen. */
  clickNotification(): Promise<void>;
  /** Saves what is on the screen as PNG, a second later: panel and daemon draw in their own time and tell nobody. */
  screenshot(file: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A desktop made of programs that know nothing of us: xfce4-panel shows the tray, dunst the notifications, and
 * the keychain is gnome-keyring's.
 * Needs a display in the profile's environment and a bus that starts services (the panel's settings daemon).
 */
export async function startThirdPartyDesktop(profile: Profile, bus: string): Promise<ThirdPartyDesktop> {
  const env = { ...profile.env, DBUS_SESSION_BUS_ADDRESS: bus };
  await writeFiles(profile.env['XDG_CONFIG_HOME'] ?? profile.folder);
  const running: RunningProcess[] = [];
  const stop = async () => {
    for (const program of running.reverse()) await program.stop();
  };
  try {
    // Ends with 1 even where it worked, and only looks depend on it.
    await (
      await startProcess('display', ['-window', 'root', ...background], env)
    ).ended;
    running.push(await startKeychain(profile, bus));
    running.push(await startProcess('dunst', [], env));
    running.push(await startProcess('xfce4-panel', ['--disable-wm-check'], env));
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

async function writeFiles(folder: string): Promise<void> {
  const files = {
    'xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml': panel,
    'dunst/dunstrc': dunst,
    'gtk-3.0/settings.ini': gtk,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const background = ['-size', '1280x800', 'gradient:#2f4a63-#6d8ba3'];

/** One bar at the bottom: a spacer, the tray, the clock. Without it the first start asks which panel is wanted. */
const panel = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="true"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="36"/>
      <property name="icon-size" type="uint" value="22"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
    <property name="plugin-3" type="string" value="clock">
      <property name="digital-layout" type="uint" value="3"/>
      <property name="digital-time-font" type="string" value="Inter 11"/>
      <property name="digital-time-format" type="string" value=" %H:%M "/>
    </property>
  </property>
</channel>
`;

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
