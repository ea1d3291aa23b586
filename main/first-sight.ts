import { join } from 'node:path';
import { Menu, nativeImage, screen, Tray, type App, type NativeImage } from 'electron';
import type { TrayIcon } from './tray/icon.ts';
import { createIconLoader } from './tray/icon-files.ts';

export interface FirstSight {
  tray: Tray;
  image(icon: TrayIcon): NativeImage;
}

/**
 * The icon in the tray before anything else is loaded: that takes longer than all of this, and nobody should wait
 * for the icon. The painter takes it over. After `ready`.
 */
export function showFirstSight(app: App): FirstSight {
  const image = createIconLoader({
    folder: join(app.getAppPath(), 'out', 'app', 'assets', 'icons', 'tray'),
    platform: process.platform,
    scale: () => Math.max(...screen.getAllDisplays().map(({ scaleFactor }) => scaleFactor)),
    load: (path) => nativeImage.createFromPath(path),
  });
  const tray = new Tray(image('checking'));
  tray.setToolTip(app.getName());
  tray.setContextMenu(Menu.buildFromTemplate([{ label: app.getName(), enabled: false }]));
  return { tray, image };
}
