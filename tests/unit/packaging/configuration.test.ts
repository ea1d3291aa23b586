import { readFileSync } from 'node:fs';
import { DebugLogger } from 'builder-util';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { expect, it } from 'vitest';
import { configuration } from '../../../build/packaging/configuration.ts';
import { appUserModelId, toastActivator } from '../../../main/platform/identity.ts';

it('is what electron-builder understands, for all three systems', async () => {
  await expect(validateConfiguration(configuration, new DebugLogger(false))).resolves.toBeUndefined();
  expect([configuration.win, configuration.mac, configuration.linux]).not.toContain(undefined);
});

it('a mistake in it would be found', async () => {
  const wrong = { ...configuration, nsis: { ...configuration.nsis, perMashine: true } };
  await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow('configuration.nsis');
});

it('is the app that Windows knows by the same names as at run time', () => {
  expect(configuration.appId).toBe(appUserModelId);
  const installer = readFileSync(new URL('../../../build/packaging/installer.nsh', import.meta.url), 'utf8');
  expect(installer).toContain(toastActivator);
});
