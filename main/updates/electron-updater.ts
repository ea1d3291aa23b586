import { join } from 'node:path';
import type { App, AuthInfo, Session } from 'electron';
import { AppImageUpdater, MacUpdater, NsisUpdater, type AppUpdater } from 'electron-updater';
import type { InstallOptions } from 'electron-updater/out/BaseUpdater.js';
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper.js';
import type { Log } from '../platform/log.ts';
import { replaceFile } from './app-image.ts';
import { updateFailure } from './failure.ts';
import type { Means } from './means.ts';
import type { UpdateEvent, Updater } from './updates.ts';

export interface ElectronUpdaterDeps {
  means: Means;
  /** Of the feed, with a slash at its end. */
  url: string;
  /** The one that electron-updater uses, open to the feed. */
  session: Pick<Session, 'closeAllConnections'>;
  app: Pick<App, 'relaunch'>;
  /** For a proxy that asks. */
  credentials: () => { user: string; password: string } | null;
  /** The file that an AppImage was started from. */
  appImage: string | null;
  /** Where its download is kept. */
  cache: string;
  log: Log;
}

/** The room's only file that knows electron-updater, so that it is loaded where a feed is configured and nowhere else. */
export function openElectronUpdater(
  { means, url, session, app, credentials, appImage, cache, log }: ElectronUpdaterDeps,
  tell: (event: UpdateEvent) => void,
): Updater {
  const updater = create();
  let version = '';
  let percent = -1;
  let answered = false;
  let open = true;
  const say = (event: UpdateEvent) => open && tell(event);

  updater.logger = {
    info: (message) => log.info('electron-updater', { message: String(message) }),
    warn: (message) => log.warn('electron-updater', { message: String(message) }),
    error: (message) => log.error('electron-updater', { message: String(message) }),
  };
  updater.setFeedURL({ provider: 'generic', url });
  // A feed is two files; the maps that a partial download needs are not among them.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  updater.allowDowngrade = false;
  updater.on('update-not-available', () => say({ is: 'current' }));
  updater.on('update-available', (info) => {
    version = info.version;
    percent = 0;
    say({ is: 'downloading', version, percent });
  });
  updater.on('download-progress', (progress) => {
    // A hundred steps are enough to look at.
    if (Math.floor(progress.percent) === percent) return;
    percent = Math.floor(progress.percent);
    say({ is: 'downloading', version, percent });
  });
  updater.on('update-downloaded', (info) => say({ is: 'ready', version: info.version }));
  updater.on('error', (error) => say({ is: 'failed', why: updateFailure(error) }));
  updater.on('login', ({ isProxy }: AuthInfo, callback) => {
    const given = credentials();
    // Once: to be asked again means that they were wrong. What is right the session remembers.
    if (!isProxy || answered || given === null) return callback('', '');
    answered = true;
    callback(given.user, given.password);
  });

  function create(): AppUpdater {
    switch (means) {
      case 'appimage':
        return new InPlace(appImage ?? '', cache, app);
      case 'nsis':
        return new NsisUpdater();
      case 'squirrel':
        return new MacUpdater();
    }
  }

  return {
    check() {
      answered = false;
      updater
        .checkForUpdates()
        .then((result) => result?.downloadPromise)
        // Told by the event.
        .catch(() => undefined);
    },
    abort: () => void session.closeAllConnections(),
    restart: () => updater.quitAndInstall(true, true),
    close() {
      open = false;
      updater.autoInstallOnAppQuit = false;
    },
  };
}

/** electron-updater's own deletes the AppImage before the new one is there, and gives that another name. */
class InPlace extends AppImageUpdater {
  readonly #file: string;
  readonly #electron: Pick<App, 'relaunch'>;

  constructor(file: string, cache: string, electron: Pick<App, 'relaunch'>) {
    super();
    this.#file = file;
    this.#electron = electron;
    this.downloadedUpdateHelper = new DownloadedUpdateHelper(join(cache, 'tillwatch-updater'));
  }

  override isUpdaterActive(): boolean {
    return true;
  }

  protected override doInstall({ isForceRunAfter }: InstallOptions): boolean {
    if (this.installerPath === null) return false;
    replaceFile(this.#file, this.installerPath);
    // Once this one has ended: as long as it runs, a second one only shows the window of the first.
    if (isForceRunAfter) this.#electron.relaunch({ execPath: this.#file, args: [] });
    return true;
  }
}
