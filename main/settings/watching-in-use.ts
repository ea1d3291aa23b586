import type { Store } from '../monitor/watchlist.ts';
import { setBy, type Managed } from './managed.ts';
import type { Settings } from './schema.ts';
import type { Watching } from './watching.ts';

/** What the managed file leaves to the user, and what is in use of the rest. */
export function watchingInUse(
  settings: Settings,
  managed: Managed,
): { watching: Watching; locked: (keyof Watching)[] } {
  const { closedIntervalSeconds, unstable } = settings.watching;
  if (managed.state !== 'ok') return { watching: { closedIntervalSeconds, unstable }, locked: [] };
  const set = { closedIntervalSeconds: managed.closedPollIntervalSeconds, unstable: managed.unstable };
  return {
    watching: {
      closedIntervalSeconds: set.closedIntervalSeconds ?? closedIntervalSeconds,
      unstable: set.unstable ?? unstable,
    },
    locked: (['closedIntervalSeconds', 'unstable'] as const).filter((name) => set[name] !== null),
  };
}

export function isRestartManaged(managed: Managed, id: string, reference: string): boolean {
  return managedStore(managed, id, reference)?.restart != null;
}

export function isHoursManaged(managed: Managed, id: string, reference: string): boolean {
  return managedStore(managed, id, reference)?.openingHours != null;
}

function managedStore(managed: Managed, id: string, reference: string): Store | undefined {
  const account = setBy(managed)?.accounts.find((one) => one.id === id);
  return account?.stores.find((one) => one.reference === reference);
}
