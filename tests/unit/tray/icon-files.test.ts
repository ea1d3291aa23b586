import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { createIconLoader } from '../../../main/tray/icon-files.ts';
import { trayIcons } from '../../../main/tray/icon.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'assets/icons/tray');

function makeLoader(platform: NodeJS.Platform, scale: number) {
  const loads: string[] = [];
  const image = createIconLoader({
    folder,
    platform,
    scale: () => scale,
    load(path) {
      loads.push(path);
      return path;
    },
  });
  return { image, loads };
}

it.each<[NodeJS.Platform, number, string]>([
  ['linux', 1, 'offline-22.png'],
  ['linux', 1.25, 'offline-32.png'],
  ['linux', 2, 'offline-48.png'],
  ['linux', 4, 'offline-64.png'],
  ['win32', 1, 'offline.ico'],
  ['win32', 2, 'offline.ico'],
  ['darwin', 2, 'offlineTemplate.png'],
])('on %s at scale %d the icon is %s', (platform, scale, file) => {
  expect(makeLoader(platform, scale).image('offline')).toBe(join(folder, file));
});

it('reads each image once', () => {
  const { image, loads } = makeLoader('linux', 1);
  image('offline');
  image('connected');
  image('offline');
  expect(loads).toHaveLength(2);
});

it.each(trayIcons)('%s is drawn in every size and as a template', (icon) => {
  const names = [16, 22, 24, 32, 48, 64].map((size) => `${icon}-${size}.png`);
  const missing = [...names, `${icon}.ico`, `${icon}Template.png`, `${icon}Template@2x.png`].filter(
    (name) => !existsSync(join(folder, name)),
  );
  expect(missing).toEqual([]);
});

it.each([...trayIcons.map((icon) => `tray/${icon}.ico`), 'app.ico'])(
  '%s holds a PNG of every size that Windows asks for',
  (name) => {
    const file = readFileSync(join(root, 'assets/icons', name));
    expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
    const images = Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
      const { width } = PNG.sync.read(file.subarray(offset, offset + length));
      expect(file.readUInt8(entry)).toBe(width % 256);
      return width;
    });
    expect(images).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
  },
);
