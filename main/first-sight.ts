import { join } from 'node:path';
import { Menu, nativeImage, screen, Tray, type App, type NativeImage } from 'electron';
import { createRunner, type Run } from './platform/run.ts';
import type { TrayIcon } from './tray/icon.ts';
import { createIconLoader } from './tray/icon-files.ts';
import { hostArrival, type HostArrival } from './tray/late-host.ts';

export interface FirstSight {
  /** The icon that is up already; every further time a new one. */
  createTray(image: NativeImage): Tray;
  /** Whether the desktop's tray came after the icon; pending while there is none. */
  host: Promise<HostArrival>;
  run: Run;
  image(icon: TrayIcon): NativeImage;
}

/**
 * The icon in the tray before anything else is loaded: that takes longer than all of this, and nobody should wait
 * for the icon. The painter takes it over. After `ready`.
 */
export function showFirstSight(app: App): FirstSight {
  const run = createRunner(app);
  const image = createIconLoader({
    folder: join(app.getAppPath(), 'out', 'app', 'assets', 'icons', 'tray'),
    platform: process.platform,
    scale: () => Math.max(...screen.getAllDisplays().map(({ scaleFactor }) => scaleFactor)),
    load: (path) => nativeImage.createFromPath(path),
  });
  // Asked before the icon is made, so that a host that comes in between is not missed.
  const host = process.platform === 'linux' ? hostArrival(run) : Promise.resolve('there' as const);
  const tray = new Tray(image('checking'));
  tray.setToolTip(app.getName());
  tray.setContextMenu(Menu.buildFromTemplate([{ label: app.getName(), enabled: false }]));
  let first: Tray | null = tray;
  return {
    createTray(icon) {
      const made = first ?? new Tray(icon);
      first = null;
      made.setImage(icon);
      return made;
    },
    host,
    run,
    image,
  };
}
