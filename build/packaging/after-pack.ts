import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { fuseConfig } from './fuses.ts';

/** Between copying and signing. */
export async function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext) {
  const { appInfo, config } = packager;
  const product = appInfo.productFilename;
  const linuxName = config.linux?.executableName ?? product;
  const { executable, resources } = places(electronPlatformName, product, linuxName);
  // An Electron that was unpacked already brings its own app, which would load any folder.
  await rm(join(appOutDir, resources, 'default_app.asar'), { force: true });
  const path = join(appOutDir, executable);
  await flipFuses(path, fuseConfig({ ...(await getCurrentFuseWire(path)) }));
}

function places(platform: string, product: string, linuxName: string) {
  switch (platform) {
    case 'darwin':
      return { executable: `${product}.app`, resources: join(`${product}.app`, 'Contents', 'Resources') };
    case 'win32':
      return { executable: `${product}.exe`, resources: 'resources' };
    default:
      return { executable: linuxName, resources: 'resources' };
  }
}
