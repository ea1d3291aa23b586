import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
  ['win32', 1, 'offline-16.png'],
  ['win32', 1.25, 'offline-22.png'],
  ['win32', 1.5, 'offline-24.png'],
  ['win32', 2, 'offline-32.png'],
  ['win32', 3, 'offline-48.png'],
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
  const missing = [...names, `${icon}Template.png`, `${icon}Template@2x.png`].filter(
    (name) => !existsSync(join(folder, name)),
  );
  expect(missing).toEqual([]);
});

it('the drawn icons are those that the script draws', () => {
  expect(() => execFileSync(process.execPath, [join(root, 'build/icons.mjs'), '--check'])).not.toThrow();
});
