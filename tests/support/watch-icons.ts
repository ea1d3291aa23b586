import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { argbOf } from './pixels.ts';
import type { IconImage } from './tray-item.ts';

/** Our own icons, to say by pixels which one a tray is showing. */
export interface WatchIcons {
  /** The name of the icon, as in `disconnected-1`; anything else is an error that names the nearest one. */
  nameOf(image: IconImage): string;
}

interface KnownIcon {
  name: string;
  image: IconImage;
}

/** Mean difference of a channel, of 255, that rounding on the way through Chromium and the bus may cause. */
const tolerance = 2;

/** @param folder holds `<name>-<size>.png` */
export async function loadWatchIcons(folder: string): Promise<WatchIcons> {
  const files = await readdir(folder);
  const known = await Promise.all(
    files.flatMap((file) => {
      const name = /^(.+)-\d+\.png$/.exec(file)?.[1];
      return name === undefined
        ? []
        : [readFile(join(folder, file)).then((png): KnownIcon => ({ name, image: decode(png) }))];
    }),
  );
  return { nameOf: (image) => nameOf(image, known) };
}

/** Straight ARGB pixels of a PNG file, as they go over the bus. */
export function decode(file: Buffer): IconImage {
  const { width, height, data } = PNG.sync.read(file);
  return { width, height, argb: argbOf(data) };
}

/** A PNG file of straight ARGB pixels, to look at. */
export function encode({ width, height, argb }: IconImage): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < argb.length; at += 4) {
    png.data.writeUInt32BE(((argb.readUInt32BE(at) << 8) | argb.readUInt8(at)) >>> 0, at);
  }
  return PNG.sync.write(png);
}

function nameOf(image: IconImage, known: KnownIcon[]): string {
  const ranked = known
    .filter((icon) => icon.image.width === image.width && icon.image.height === image.height)
    .map((icon) => ({ name: icon.name, off: difference(icon.image.argb, image.argb) }))
    .toSorted((a, b) => a.off - b.off);
  const nearest = ranked[0];
  if (nearest && nearest.off <= tolerance) return nearest.name;
  const size = `${image.width}x${image.height}`;
  throw new Error(
    nearest
      ? `a ${size} icon that is none of ours; the nearest is ${nearest.name}, off by ${nearest.off.toFixed(1)}`
      : `a ${size} icon, a size that we have no icon of`,
  );
}

/** Mean over all channels, weighted by opacity: what a transparent pixel's colour is says nothing. */
function difference(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 4) {
    const [alphaA, alphaB] = [a.readUInt8(at), b.readUInt8(at)];
    sum += Math.abs(alphaA - alphaB);
    for (let channel = 1; channel < 4; channel += 1) {
      sum += Math.abs(a.readUInt8(at + channel) * alphaA - b.readUInt8(at + channel) * alphaB) / 255;
    }
  }
  return sum / a.length;
}
