import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp } from '../../tests/support/app.ts';
import { connectBus } from '../../tests/support/bus-connection.ts';
import { watchNotifications } from '../../tests/support/notification-watch.ts';
import { startPrivateBus } from '../../tests/support/private-bus.ts';
import { createProfile } from '../../tests/support/profile.ts';
import { startThirdPartyDesktop } from '../../tests/support/third-party-desktop.ts';
import { waitForTrayItem, type TrayItem, type TrayState } from '../../tests/support/tray-item.ts';
import { loadWatchIcons, type WatchIcons } from '../../tests/support/watch-icons.ts';
import { startDisplay } from './display.ts';

export interface Play {
  /** The Electron executable. */
  executable: string;
  /** The folder of this clone. */
  root: string;
  /** Takes one plain line for the person who watches. */
  say: (line: string) => void;
  /** Aborts when the person has seen enough. */
  signal: AbortSignal;
}

/**
 * The demo where there is no display: a desktop of its own, the app in its tray, and a terminal that drops and
 * returns. Rejects with a plain sentence when something that must appear did not. Leaves only its screenshots.
 */
export async function play(options: Play): Promise<void> {
  const { signal } = options;
  const undo: (() => unknown)[] = [];
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
  });
  try {
    await Promise.race([perform(options, undo), stopped]);
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}

async function perform({ executable, root, say }: Play, undo: (() => unknown)[]): Promise<void> {
  const tell = narrator(say);
  const pictures = join(root, 'out', 'demo');
  await rm(pictures, { recursive: true, force: true });
  const icons = await loadWatchIcons(join(root, 'assets', 'icons', 'tray'));

  const profile = await createProfile();
  undo.push(() => profile.remove());
  const display = await startDisplay(profile.env);
  undo.push(() => display.stop());
  profile.env['DISPLAY'] = display.name;
  const bus = await startPrivateBus({ services: true, env: profile.env });
  undo.push(() => bus.stop());
  const desktop = await startThirdPartyDesktop(profile, bus.address);
  undo.push(() => desktop.stop());
  const notifications = await watchNotifications(bus.address, ({ summary, body }) => {
    tell('notification', `${summary} | ${body.replaceAll('\n', ' ')}`);
  });
  undo.push(() => notifications.stop());
  tell('desktop', `display ${display.name}, xfce4-panel shows the tray, dunst the notifications`);

  const app = await launchApp({
    executable,
    folder: root,
    profile,
    bus: bus.address,
    args: ['--demo', '--hidden'],
  });
  undo.push(() => app.kill());
  const connection = await connectBus(bus.address);
  undo.push(() => connection.close());
  const tray = await waitForTrayItem(connection).catch((error: unknown) => {
    throw new Error(`The tray icon did not appear. ${String(error)}\n${app.output()}`);
  });
  const watched = watchTray(tray, icons, tell);

  const picture = async (name: string, take: (file: string) => Promise<unknown>) => {
    const file = join(pictures, `${name}.png`);
    await take(file);
    tell('screenshot', file);
  };

  await watched('connected');
  await picture('desktop-connected', desktop.screenshot);

  await watched('disconnected-1');
  await notifications.nth(1).catch(missing('The notification of the drop'));
  await picture('desktop-disconnected', desktop.screenshot);

  tell('click', 'Recheck now, in the menu');
  await tray.click('Recheck now');

  tell('click', 'the notification');
  await desktop.clickNotification();
  const page = await app.page();
  await photograph(page, tray, picture, tell);

  await watched('connected');
  await notifications.nth(2).catch(missing('The notification of the return'));
  await picture('desktop-recovered', desktop.screenshot);

  tell('click', 'Quit Tillwatch, in the menu');
  await tray.click('Quit Tillwatch');
  await app.ended;
}

type Tell = (what: string, line: string) => void;
type Picture = (name: string, take: (file: string) => Promise<unknown>) => Promise<void>;

function narrator(say: (line: string) => void): Tell {
  return (what, line) => {
    const time = new Date().toTimeString().slice(0, 8);
    say(`${time}  ${what.padEnd(12)}  ${line}`);
  };
}

/** Waits for an icon, telling of everything that the tray shows on the way. */
function watchTray(tray: TrayItem, icons: WatchIcons, tell: Tell): (icon: string) => Promise<TrayState> {
  let told = '';
  return (wanted) =>
    tray.waitFor(
      `the icon to be ${wanted}`,
      ({ icon, tooltip, menu }) => {
        const name = icons.nameOf(icon);
        const line = `icon ${name} | ${tooltip.replaceAll('\n', ' / ')} | menu: ${menu[0]?.label ?? '(empty)'}`;
        if (line !== told) tell('tray', line);
        told = line;
        return name === wanted;
      },
      90_000,
    );
}

function missing(what: string): (error: unknown) => never {
  return (error) => {
    throw new Error(`${what} did not appear. ${String(error)}`);
  };
}

/** Every page of the window in light and dark: first as the notification opened it, at the terminal that dropped. */
async function photograph(page: Page, tray: TrayItem, picture: Picture, tell: Tell): Promise<void> {
  await page.getByRole('complementary').waitFor();
  await bothThemes(page, 'window-terminal', picture);
  await page.keyboard.press('Escape');
  await bothThemes(page, 'window-terminals', picture);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('row', { name: 'Till 2' }).waitFor();
  await bothThemes(page, 'window-history', picture);
  tell('click', 'Settings, in the menu');
  await tray.click('Settings');
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await bothThemes(page, 'window-settings', picture);
  tell('click', 'Open Tillwatch, in the menu');
  await tray.click('Open Tillwatch');
}

async function bothThemes(page: Page, name: string, picture: Picture): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(`${name}-${colorScheme}`, (path) => page.screenshot({ path, animations: 'disabled' }));
  }
  await page.emulateMedia({ colorScheme: null });
}
