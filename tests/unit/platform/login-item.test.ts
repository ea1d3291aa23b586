import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLoginItem, isLoginStart, type LoginItemDeps } from '../../../main/platform/login-item.ts';
import { makeDirectory } from '../settings/make.ts';

type SystemSettings = ReturnType<LoginItemDeps['app']['getLoginItemSettings']>;

/** What Windows and macOS answer, and what they were told. */
function makeApp(answer: Partial<SystemSettings> = {}) {
  const told: unknown[] = [];
  const settings: SystemSettings = {
    openAtLogin: false,
    wasOpenedAtLogin: false,
    status: 'enabled',
    executableWillLaunchAtLogin: false,
    launchItems: [],
    ...answer,
  };
  const app: LoginItemDeps['app'] = {
    getLoginItemSettings: () => settings,
    setLoginItemSettings: (next) => void told.push(next),
  };
  return { app, told };
}

function make(deps: Partial<LoginItemDeps> = {}) {
  return createLoginItem({
    app: makeApp().app,
    platform: 'linux',
    env: {},
    home: '/home/till',
    program: ['/opt/Tillwatch/tillwatch'],
    ...deps,
  });
}

describe('start at login on Windows', () => {
  it.each([
    [{ openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
    [{ openAtLogin: true, executableWillLaunchAtLogin: false }, 'off'],
    [{ openAtLogin: false, executableWillLaunchAtLogin: false }, 'off'],
  ])('where the system says %j is %s', (answer, state) => {
    expect(make({ platform: 'win32', app: makeApp(answer).app }).state()).toBe(state);
  });

  it('is switched on hidden, also where the Task Manager had switched it off', () => {
    const { app, told } = makeApp();
    const item = make({ platform: 'win32', app, program: ['C:\\Tillwatch.exe'] });
    item.set(true);
    item.set(false);
    expect(told).toEqual([
      { path: 'C:\\Tillwatch.exe', args: ['--hidden'], openAtLogin: true, enabled: true },
      { path: 'C:\\Tillwatch.exe', args: ['--hidden'], openAtLogin: false, enabled: false },
    ]);
  });
});

describe('start at login on macOS', () => {
  it.each<[Partial<SystemSettings>, string]>([
    [{ openAtLogin: true, status: 'enabled' }, 'on'],
    [{ openAtLogin: false, status: 'not-registered' }, 'off'],
    [{ openAtLogin: true, status: 'requires-approval' }, 'unknown'],
  ])('where the system says %j is %s', (answer, state) => {
    expect(make({ platform: 'darwin', app: makeApp(answer).app }).state()).toBe(state);
  });

  it('opens no window: a login item gets no arguments there', () => {
    const { app } = makeApp({ wasOpenedAtLogin: true });
    expect([isLoginStart(app, 'darwin'), isLoginStart(app, 'linux')]).toEqual([true, false]);
  });
});

describe('start at login on Linux', () => {
  function makeHome(env: Record<string, string> = {}) {
    const { path: home } = makeDirectory();
    const own = join(home, '.config/autostart/tillwatch.desktop');
    const system = join(home, 'etc/xdg/autostart/tillwatch.desktop');
    const write = (file: string, content: string) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    };
    const deps = { home, env: { XDG_CONFIG_DIRS: join(home, 'etc/xdg'), ...env } };
    return { own, system, write, deps, item: make(deps) };
  }

  it('is off before anybody has switched it on, on afterwards, and off again', () => {
    const { item } = makeHome();
    expect(item.state()).toBe('off');
    item.set(true);
    expect(item.state()).toBe('on');
    item.set(false);
    expect(item.state()).toBe('off');
  });

  it('is an entry that starts it hidden, a moment after the login', () => {
    const { item, own } = makeHome();
    item.set(true);
    const lines = readFileSync(own, 'utf8').split('\n');
    expect(lines).toContain('[Desktop Entry]');
    expect(lines).toContain('Exec="/opt/Tillwatch/tillwatch" "--hidden"');
    expect(lines).toContain('X-GNOME-Autostart-Delay=10');
  });

  it.each([
    ['/opt/my shop/$till', 'Exec="/opt/my shop/\\\\$till" "--hidden"'],
    ['/opt/100%/"till"', 'Exec="/opt/100%%/\\\\"till\\\\"" "--hidden"'],
    ['/opt/back\\slash', 'Exec="/opt/back\\\\\\\\slash" "--hidden"'],
  ])('quotes what the entry would take for something else: %s', (path, line) => {
    const { deps, own } = makeHome();
    make({ ...deps, program: [path] }).set(true);
    expect(readFileSync(own, 'utf8').split('\n')).toContain(line);
  });

  it('starts the AppImage itself, not what it is unpacked to while it runs', () => {
    const { own, deps } = makeHome({ APPIMAGE: '/home/till/Tillwatch.AppImage' });
    make({ ...deps, program: ['/tmp/.mount_x/tillwatch'] }).set(true);
    expect(readFileSync(own, 'utf8')).toContain('Exec="/home/till/Tillwatch.AppImage" "--hidden"');
  });

  it.each([
    ['Exec=tillwatch --hidden', 'on'],
    ['Exec=tillwatch\nHidden=true', 'off'],
    ['Exec=tillwatch\nX-GNOME-Autostart-enabled=false', 'off'],
    ['Exec=tillwatch\nOnlyShowIn=GNOME;', 'unknown'],
    ['nonsense', 'unknown'],
  ])('is what the entry says: %j is %s', (entry, state) => {
    const { item, own, write } = makeHome();
    write(own, `[Desktop Entry]\n${entry}\n`);
    expect(item.state()).toBe(state);
  });

  it('of an administrator can be switched off for oneself, and on again', () => {
    const { item, system, write } = makeHome();
    write(system, '[Desktop Entry]\nExec=tillwatch --hidden\n');
    expect(item.state()).toBe('on');
    item.set(false);
    expect(item.state()).toBe('off');
    item.set(true);
    expect(item.state()).toBe('on');
  });

  it('cannot be told where the entry cannot be read, and a disk that refuses is an error', () => {
    const { item, own, write, deps } = makeHome();
    mkdirSync(own, { recursive: true });
    expect(item.state()).toBe('unknown');
    const file = join(deps.home, 'a-file');
    write(file, '');
    expect(() => make({ ...deps, env: { XDG_CONFIG_HOME: file } }).set(true)).toThrow(/ENOTDIR|EEXIST/);
  });
});
