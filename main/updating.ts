import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App, Session } from 'electron';
import type { Foundation } from './foundation.ts';
import { setBy } from './settings/managed.ts';
import { updatesInUse } from './settings/updates.ts';
import { appImageOf, findMeans } from './updates/means.ts';
import { createUpdates, type Updates } from './updates/updates.ts';
import { openWayOut, proxyConfig } from './updates/way-out.ts';

/** Brings updates together with the settings, the network and this installation. */
export function createUpdating(
  {
    settings,
    managed,
    network,
    clock,
    random,
    log,
  }: Pick<Foundation, 'settings' | 'managed' | 'network' | 'clock' | 'random' | 'log'>,
  {
    app,
    sessions,
    changed,
  }: {
    app: App;
    sessions: { fromPartition: (name: string, options: { cache: boolean }) => Session };
    changed: () => void;
  },
): Updates {
  const { env, platform, execPath: program } = process;
  const set = () => setBy(managed.current());

  return createUpdates({
    feed: () => updatesInUse(settings.current().updates, set()?.updates ?? null).feed,
    means: () =>
      findMeans({
        platform,
        env,
        program,
        isPackaged: app.isPackaged,
        buildInfo: buildInfo(),
        isFeedManaged: Boolean(set()?.updates),
        mayReplace,
      }),
    async open(means, feed, tell) {
      const { openElectronUpdater } = await import('./updates/electron-updater.ts');
      // [O] NET_SESSION_NAME of electron-updater. Made here first, it is closed as every session is.
      const session = sessions.fromPartition('electron-updater', { cache: false });
      await openWayOut(session, { origin: new URL(feed).origin, proxy: proxyConfig(network.current()) });
      return openElectronUpdater(
        {
          means,
          url: feed,
          session,
          app,
          credentials: () => network.current().credentials,
          appImage: appImageOf({ env, program }),
          cache: env['XDG_CACHE_HOME'] || join(app.getPath('home'), '.cache'),
          log,
        },
        tell,
      );
    },
    clock,
    random,
    log,
    changed,
  });
}

function buildInfo(): string {
  try {
    return readFileSync(join(process.resourcesPath, 'app-update.yml'), 'utf8');
  } catch {
    return '';
  }
}

function mayReplace(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
