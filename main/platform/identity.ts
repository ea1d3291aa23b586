/** The part of Electron's App that is used. */
export interface IdentifiedApp {
  setAppUserModelId(id: string): void;
  /** Electron 45; 33 makes one up on every run. */
  setToastActivatorCLSID?(id: string): void;
}

/** Of the shortcut that the installer makes as well: with another one Windows shows no toast. */
export const appUserModelId = 'com.tillwatch.app';
/** Fixed, so that a click on a toast finds the app also when it does not run. */
export const toastActivator = '{7C1F0C52-2B5E-4B1E-9C57-3D6A5B8E4F10}';

/** Says to Windows who we are. Before anything is shown. */
export function identify(app: IdentifiedApp, platform: NodeJS.Platform): void {
  if (platform !== 'win32') return;
  app.setAppUserModelId(appUserModelId);
  app.setToastActivatorCLSID?.(toastActivator);
}
