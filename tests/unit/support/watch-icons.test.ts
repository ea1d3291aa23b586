import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode, encode, loadWatchIcons } from '../../support/watch-icons.ts';

const folder = fileURLToPath(new URL('../../../assets/icons/tray', import.meta.url));

async function makeImage(name: string, change: (argb: Buffer) => void = () => undefined) {
  const image = decode(await readFile(join(folder, `${name}.png`)));
  change(image.argb);
  return image;
}

describe('an icon on the bus', () => {
  test.each([
    'connected',
    'disconnected-1',
    'disconnected-9plus',
    'attention',
    'offline',
    'checking',
    'paused',
  ])('%s is told by its pixels, at every size', async (name) => {
    const icons = await loadWatchIcons(folder);
    for (const size of [16, 22, 24, 32]) {
      expect(icons.nameOf(await makeImage(`${name}-${size}`))).toBe(name);
    }
  });

  test('is told though rounding has shifted its colours a little', async () => {
    const icons = await loadWatchIcons(folder);
    const shifted = await makeImage('connected-24', (argb) => {
      argb.forEach((value, at) => (argb[at] = Math.min(255, value + 1)));
    });
    expect(icons.nameOf(shifted)).toBe('connected');
  });

  test('that is not ours is refused by naming the nearest', async () => {
    const icons = await loadWatchIcons(folder);
    const red = await makeImage('connected-24', (argb) => {
      for (let at = 0; at < argb.length; at += 4) argb.writeUInt32BE(0xffff0000, at);
    });
    expect(() => icons.nameOf(red)).toThrow(/none of ours; the nearest is/);
  });

  test('of a size that we do not draw is refused', async () => {
    const icons = await loadWatchIcons(folder);
    const image = { width: 17, height: 17, argb: Buffer.alloc(17 * 17 * 4) };
    expect(() => icons.nameOf(image)).toThrow('17x17');
  });
});

test('pixels survive being saved as a file', () => {
  const image = { width: 2, height: 1, argb: Buffer.from([255, 1, 2, 3, 128, 250, 251, 252]) };
  expect(decode(encode(image))).toEqual(image);
});
