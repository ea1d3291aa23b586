import { expect, it } from 'vitest';
import { doNotDisturbReader } from '../../../main/platform/do-not-disturb.ts';

function read(desktop: string, answer: string | Error) {
  const asked: string[] = [];
  const reader = doNotDisturbReader('linux', desktop, (program) => {
    asked.push(program);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return reader().then((on) => [...asked, on]);
}

it.each([
  ['KDE', '(<true>,)\n', 'gdbus', true],
  ['KDE', '(<false>,)\n', 'gdbus', false],
  ['ubuntu:GNOME', 'false\n', 'gsettings', true],
  ['GNOME', 'true\n', 'gsettings', false],
  ['X-Cinnamon', 'false\n', 'gsettings', true],
  ['X-Cinnamon', 'true\n', 'gsettings', false],
  ['MATE', 'true\n', 'gsettings', true],
  ['MATE', 'false\n', 'gsettings', false],
  ['XFCE', 'true\n', 'xfconf-query', true],
  ['XFCE', 'false\n', 'xfconf-query', false],
  ['', '(<true>,)\n', 'gdbus', true],
  ['constructor', '(<false>,)\n', 'gdbus', false],
])('on the desktop "%s" that answers %j', async (desktop, answer, program, on) => {
  expect(await read(desktop, answer)).toEqual([program, on]);
});

it('a desktop that has no such switch may be disturbed', async () => {
  expect(await read('LXQt', new Error('No such property'))).toEqual(['gdbus', false]);
});

it.each(['win32', 'darwin'] as const)(
  '%s holds notifications back itself and tells nobody',
  async (platform) => {
    const reader = doNotDisturbReader(platform, '', () => Promise.resolve('true'));
    expect(await reader()).toBe(false);
  },
);
