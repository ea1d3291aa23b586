import { describe, expect, it } from 'vitest';
import { appImageOf, findMeans, type Installation } from '../../../main/updates/means.ts';

const local = 'C:\\Users\\ann\\AppData\\Local';
const signed = 'provider: generic\npublisherName:\n  - Example Ltd\nupdaterCacheDirName: tillwatch-updater\n';
const nsis = `${local}\\Programs\\tillwatch\\Tillwatch.exe`;
const mount = '/tmp/.mount_tillwaAbC';
const appImage = { APPIMAGE: '/home/ann/Tillwatch.AppImage', APPDIR: mount };

function installed(differently: Partial<Installation>): Installation {
  return {
    platform: 'linux',
    isPackaged: true,
    env: {},
    program: '/opt/Tillwatch/tillwatch',
    buildInfo: '',
    isFeedManaged: true,
    mayReplace: () => true,
    ...differently,
  };
}
const windows = (differently: Partial<Installation> = {}) =>
  installed({
    platform: 'win32',
    env: { LOCALAPPDATA: local },
    program: nsis,
    buildInfo: signed,
    ...differently,
  });
const mounted = (differently: Partial<Installation> = {}) =>
  installed({ env: appImage, program: `${mount}/tillwatch`, ...differently });

describe('an installation', () => {
  it.each<[string, Installation, string]>([
    ['a deb or an archive on Linux', installed({}), 'otherwise'],
    ['a clone on Linux', installed({ isPackaged: false }), 'development'],
    ['an AppImage', mounted(), 'appimage'],
    ['an AppImage whose feed somebody has typed', mounted({ isFeedManaged: false }), 'not-managed'],
    ['an AppImage that belongs to root', mounted({ mayReplace: () => false }), 'read-only'],
    [
      'a deb that another AppImage has started',
      installed({ env: { APPIMAGE: '/home/ann/Terminal.AppImage', APPDIR: '/tmp/.mount_TermX' } }),
      'otherwise',
    ],
    ['a deb with a variable that says little', installed({ env: { APPIMAGE: '/x' } }), 'otherwise'],
    ['a signed one of one user on Windows', windows(), 'nsis'],
    ['the same, whose feed somebody has typed', windows({ isFeedManaged: false }), 'nsis'],
    ['the same, spelled otherwise', windows({ env: { LOCALAPPDATA: local.toUpperCase() } }), 'nsis'],
    ['an unsigned one', windows({ buildInfo: 'provider: generic\n' }), 'unsigned'],
    ['one that does not know how it was built', windows({ buildInfo: '' }), 'unsigned'],
    [
      'one for all users',
      windows({ program: 'C:\\Program Files\\Tillwatch\\Tillwatch.exe' }),
      'for-all-users',
    ],
    ['one of a user that is not known', windows({ env: {} }), 'for-all-users'],
    [
      'a portable one',
      windows({ env: { LOCALAPPDATA: local, PORTABLE_EXECUTABLE_FILE: 'E:\\T.exe' } }),
      'portable',
    ],
    ['a clone on Windows', windows({ isPackaged: false }), 'development'],
    ['an app on macOS', installed({ platform: 'darwin' }), 'squirrel'],
    ['a clone on macOS', installed({ platform: 'darwin', isPackaged: false }), 'development'],
    ['a system that nobody built for', installed({ platform: 'freebsd' }), 'otherwise'],
  ])('%s', (_name, installation, expected) => {
    const found = findMeans(installation);
    expect(found.able ? found.means : found.why).toBe(expected);
  });

  it('is asked about the file that would be replaced', () => {
    const asked: string[] = [];
    findMeans(
      mounted({
        mayReplace(path) {
          asked.push(path);
          return true;
        },
      }),
    );
    expect(asked).toEqual([appImage.APPIMAGE]);
  });
});

it.each([
  [{ APPIMAGE: 'Tillwatch.AppImage', APPDIR: mount }, null],
  [{ APPIMAGE: '/a', APPDIR: `${mount}X` }, null],
  [{ APPIMAGE: '/a', APPDIR: '' }, null],
  [appImage, appImage.APPIMAGE],
])('of %j a program in the mount has %j as its AppImage', (env, file) => {
  expect(appImageOf({ env, program: `${mount}/tillwatch` })).toBe(file);
});
