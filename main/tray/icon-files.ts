import { join } from 'node:path';
import type { TrayIcon } from './icon.ts';

/** Pixel sizes that `build/icons.mjs` writes for Linux. */
const sizes = [16, 22, 24, 32, 48, 64] as const;

export interface IconFiles<Image> {
  /** `assets/icons/tray`. */
  folder: string;
  platform: NodeJS.Platform;
  /** The largest scale factor of any display. */
  scale(): number;
  load(path: string): Image;
}

/** Reads each image once, when it is first needed. */
export function createIconLoader<Image>(files: IconFiles<Image>): (icon: TrayIcon) => Image {
  const loaded = new Map<string, Image>();
  return (icon) => {
    const path = join(files.folder, fileName(icon, files.platform, files.scale()));
    const image = loaded.get(path) ?? files.load(path);
    loaded.set(path, image);
    return image;
  };
}

/**
 * On Linux one image of the right size at scale 1: tray hosts take the biggest representation there is,
 * wanted or not (electron#21445).
 */
function fileName(icon: TrayIcon, platform: NodeJS.Platform, scale: number): string {
  switch (platform) {
    case 'darwin':
      // Electron finds `@2x` beside it and knows a template by its name.
      return `${icon}Template.png`;
    case 'win32':
      // Electron reads the size that the taskbar wants from the file itself.
      return `${icon}.ico`;
    default:
      return `${icon}-${sizeFor(22 * scale)}.png`;
  }
}

function sizeFor(pixels: number): number {
  return sizes.find((size) => size >= pixels) ?? 64;
}
