import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { appUserModelId } from '../../main/platform/identity.ts';
import { afterPack } from './after-pack.ts';

const here = 'build/packaging';

/**
 * What goes into a package and what it looks like, for all three systems. Paths are relative to the top folder.
 * Everything is bundled, so no `node_modules` come along; whatever is added to `files` is in the test that lists them.
 */
export const configuration: Configuration = {
  appId: appUserModelId,
  productName: 'Tillwatch',
  copyright: 'MIT licence',
  directories: { output: 'out/package', buildResources: here },
  // The simulator for developers stays out; the demo store's is part of the bundle. Tray icons: see each system.
  files: [
    'out/app/{main,preload,renderer}/**',
    '!out/app/main/simulator.js',
    'out/app/assets/icons/app-{64,256}.png',
  ],
  asar: true,
  // Nothing native is compiled.
  npmRebuild: false,
  afterPack,
  // No address is built in: where updates come from is the administrator's to say. What is written beside the app
  // are the name of the download folder and, in a signed package, who must have signed the next one.
  publish: { provider: 'generic', url: 'https://updates.invalid' },

  win: {
    files: ['out/app/assets/icons/tray/*.ico'],
    icon: 'assets/icons/app.ico',
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64'] },
    ],
  },
  nsis: {
    // Assisted: it asks whether for this user or for all; `/S /currentuser` and `/S /allusers` answer beforehand.
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: false,
    createDesktopShortcut: false,
    deleteAppDataOnUninstall: false,
    include: join(here, 'installer.nsh'),
    artifactName: '${productName}-Setup-${version}-${arch}.${ext}',
  },
  portable: { artifactName: '${productName}-Portable-${version}.${ext}' },

  mac: {
    files: ['out/app/assets/icons/tray/*Template*.png'],
    icon: 'assets/icons/app-mac-1024.png',
    category: 'public.app-category.business',
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      // Updates are made from this one.
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: join(here, 'entitlements.plist'),
    entitlementsInherit: join(here, 'entitlements.plist'),
    // It lives in the menu bar, not in the Dock.
    extendInfo: { LSUIElement: true },
    artifactName: '${productName}-${version}-${arch}.${ext}',
  },

  linux: {
    files: ['out/app/assets/icons/tray/*-{16,22,24,32,48,64}.png'],
    icon: 'out/icons',
    executableName: 'tillwatch',
    category: 'Utility',
    synopsis: 'Watches the connection of payment terminals',
    // Under the name that Electron gives notifications and windows, from `desktopName` in package.json.
    syncDesktopName: true,
    desktop: { entry: { StartupNotify: 'false', Keywords: 'payment;terminal;till;' } },
    target: ['deb', 'AppImage', 'tar.gz'],
    artifactName: '${name}-${version}-${arch}.${ext}',
  },
  deb: {
    artifactName: '${name}_${version}_${arch}.${ext}',
    packageCategory: 'utils',
    // Found by an installation into a Debian that has nothing else (tests/packages/deb.spec.ts).
    depends: [
      'libasound2 | libasound2t64',
      'libgbm1',
      'libgtk-3-0 | libgtk-3-0t64',
      // Loaded when a notification is sent; without it none appears and nothing says so.
      'libnotify4',
      'libnss3',
      // Loaded at the start, and missed with a crash.
      'libx11-xcb1',
    ],
    // A keychain for the API key, and `gdbus`, which tells when the desktop's tray comes late.
    recommends: ['gnome-keyring | kwalletmanager', 'libglib2.0-bin', 'libsecret-1-0'],
    fpm: ['LICENSE=/usr/share/doc/tillwatch/copyright'],
  },
};
