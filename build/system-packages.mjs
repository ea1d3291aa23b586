import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal, run, say } from './process.mjs';

/**
 * Debian packages by what needs them. Where a package was renamed in a later release both names are given,
 * and either will do.
 */
const groups = {
  /** Without libnotify4 Electron starts but sends no notification. */
  runtime: [
    'libgtk-3-0|libgtk-3-0t64',
    'libnss3',
    'libasound2|libasound2t64',
    'libgbm1',
    'libnotify4',
    'libx11-xcb1',
  ],
  unpacking: ['unzip'],
  /** Makes the tar.gz. */
  packaging: ['p7zip-full'],
  /** A desktop session of its own: display, bus, keychain. */
  session: ['xvfb', 'xauth', 'dbus-daemon', 'gnome-keyring'],
  /** A desktop to look at: tray host, notification daemon, screenshots. */
  desktop: ['xfce4-panel', 'dunst', 'imagemagick', 'fonts-inter', 'adwaita-icon-theme'],
  /** The tray of the other family of desktops. */
  secondTray: ['lxqt-panel'],
  /** Tries packages: a window and ports to be found, a Debian to install into, the compiler of Windows' installer. */
  packages: ['xdotool', 'iproute2', 'mmdebstrap', 'nsis'],
};

/**
 * Sees to it that the packages of these groups are installed: on Debian-like Linux as root it installs the
 * missing ones; elsewhere there is nothing to do.
 * @param {(keyof typeof groups)[]} names
 * @throws {Refusal} with the one command to run, where packages are missing and we are not root
 */
export async function systemPackages(names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const wanted = names.flatMap((name) => groups[name]).map((entry) => entry.split('|'));
  const installed = installedAmong(wanted.flat());
  const missing = wanted.filter((alternatives) => !alternatives.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get install --no-install-recommends ${missing.map(available).join(' ')}`;
    throw new Refusal(`System packages are missing. This installs them:\n  ${command}`);
  }
  await install(missing);
}

function installedAmong(names) {
  const query = ['-W', '-f', '${db:Status-Status} ${Package}\n', ...names];
  const { stdout } = spawnSync('dpkg-query', query, { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([status]) => status === 'installed').map(([, name]) => name));
}

async function install(missing) {
  say('Installing system packages …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const plainly = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  await run('apt-get', ['-qq', 'update'], { env });
  const names = missing.map(available);
  const args = ['-qq', '-y', ...plainly, 'install', '--no-install-recommends', ...names];
  if ((await run('apt-get', args, { env })) !== 0) {
    throw new Refusal(`apt-get could not install: ${names.join(' ')}`);
  }
}

/** The name that this release knows; `apt-cache show` fails for a name that others merely provide. */
function available(alternatives) {
  const known = (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
  return alternatives.find(known) ?? alternatives[0];
}
