import { join } from 'node:path';
import type { TrayIcon } from './icon.ts';

/** Pixel sizes that `build/icons.mjs` writes. */
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
 * One image of the right size at scale 1: tray hosts of Linux take the biggest representation there is,
 * wanted or not (electron#21445), and Windows is handed a single bitmap.
 */
function fileName(icon: TrayIcon, platform: NodeJS.Platform, scale: number): string {
  switch (platform) {
    case 'darwin':
      // Electron finds `@2x` beside it and knows a template by its name.
      return `${icon}Template.png`;
    case 'win32':
      return `${icon}-${sizeFor(16 * scale)}.png`;
    default:
      return `${icon}-${sizeFor(22 * scale)}.png`;
  }
}

function sizeFor(pixels: number): number {
  return sizes.find((size) => size >= pixels) ?? 64;
}
