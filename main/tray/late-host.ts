import type { Run } from '../platform/run.ts';

/** `there`: a host was there before us. `unknown`: nobody can tell, as without `gdbus` or a session bus. */
export type HostArrival = 'there' | 'arrived' | 'unknown';

const watcher = 'org.kde.StatusNotifierWatcher';
const method = 'org.freedesktop.DBus.NameHasOwner';
const bus = ['--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'];
const nameHasOwner = ['call', '--session', ...bus, '--method', method, watcher];

/**
 * Settles once the desktop has a tray, for Electron looks for one when an icon is made and never again (tried on
 * 33.2.1). GLib's own tool asks the bus: it comes with the desktops that have such a tray, and nothing of it
 * runs in this process.
 */
export async function hostArrival(run: Run): Promise<HostArrival> {
  try {
    if ((await run('gdbus', nameHasOwner)).includes('true')) return 'there';
    await run('gdbus', ['wait', '--session', watcher]);
    return 'arrived';
  } catch {
    return 'unknown';
  }
}
