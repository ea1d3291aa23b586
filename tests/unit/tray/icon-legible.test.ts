import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { trayIcons, type TrayIcon } from '../../../main/tray/icon.ts';
import { contrast, distance, linear, seen, type Colour, type Sight } from '../../support/colours.ts';

const folder = join(import.meta.dirname, '../../../assets/icons/tray');
const size = 16;
const bars = [
  ['white', 255],
  ['mid-grey', 128],
  ['black', 0],
] as const;
const sights: Sight[] = ['greyscale', 'deuteranopia', 'protanopia'];

const files = new Map(
  trayIcons.map((icon) => [icon, PNG.sync.read(readFileSync(join(folder, `${icon}-${size}.png`))).data]),
);

function alpha(icon: TrayIcon, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= size || y >= size) return 0;
  return files.get(icon)?.readUInt8((y * size + x) * 4 + 3) ?? 0;
}

/** The pixel as it is on a bar of this grey; blended as screens do, in sRGB. */
function on(bar: number, icon: TrayIcon, x: number, y: number): Colour {
  const cover = alpha(icon, x, y) / 255;
  const channel = (index: number) => {
    const value = files.get(icon)?.readUInt8((y * size + x) * 4 + index) ?? 0;
    return linear(value * cover + bar * (1 - cover));
  };
  return [channel(0), channel(1), channel(2)];
}

const pixels = Array.from(
  { length: size * size },
  (_, index) => [index % size, Math.floor(index / size)] as const,
);
/** Steps to the pixels that are at most so far away. */
function within(reach: number) {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  return steps.flatMap((dx) => steps.map((dy) => [dx, dy] as const));
}

/** Where the icon ends: covered at least half, with a neighbour that is not. */
function rim(icon: TrayIcon) {
  return pixels.filter(
    ([x, y]) => alpha(icon, x, y) >= 128 && within(1).some(([dx, dy]) => alpha(icon, x + dx, y + dy) < 128),
  );
}

describe.each(bars)('on a %s bar', (_, grey) => {
  const bar: Colour = [linear(grey), linear(grey), linear(grey)];

  it.each(trayIcons)('%s stands out all around, by its rim or what is right behind it', (icon) => {
    const edge = rim(icon);
    const clear = edge.filter(([x, y]) =>
      within(2).some(([dx, dy]) => {
        const inside = alpha(icon, x + dx, y + dy) > 0;
        return inside && contrast(on(grey, icon, x + dx, y + dy), bar) >= 3;
      }),
    );
    expect(clear.length / edge.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe.each(sights)('seen in %s', (sight) => {
  const pairs = trayIcons.flatMap((one, index) =>
    trayIcons.slice(index + 1).map((other) => [one, other] as const),
  );

  it.each(pairs)('%s and %s are told apart', (one, other) => {
    for (const [, grey] of bars) {
      const apart = pixels.filter(
        ([x, y]) => distance(seen(on(grey, one, x, y), sight), seen(on(grey, other, x, y), sight)) >= 25,
      );
      expect(apart.length).toBeGreaterThanOrEqual(6);
    }
  });
});
