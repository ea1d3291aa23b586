import type { Request } from '../../preload/contract.ts';
import { storeKey } from '../monitor/terminal.ts';
import { done, wrong, type Edit } from './edit.ts';
import type { Managed } from './managed.ts';
import { pathText } from './path-text.ts';
import type { Settings } from './schema.ts';
import { restartSchema, watching, type Watching } from './watching.ts';
import { isRestartManaged, watchingInUse } from './watching-in-use.ts';

/** What the request leaves out stays as it is. */
export function setWatching(
  settings: Settings,
  managed: Managed,
  { closedIntervalSeconds, ...unstable }: Request<'settings.setWatching'>,
): Edit<null> {
  const { locked } = watchingInUse(settings, managed);
  const touches = (name: keyof Watching) =>
    name === 'unstable' ? Object.keys(unstable).length > 0 : closedIntervalSeconds !== undefined;
  if (locked.some(touches)) return wrong('managed');
  const before = settings.watching;
  const read = watching.safeParse({
    closedIntervalSeconds:
      closedIntervalSeconds === undefined ? before.closedIntervalSeconds : closedIntervalSeconds,
    unstable: { ...before.unstable, ...unstable },
  });
  if (!read.success) return wrong('invalid', pathText(read.error.issues[0]?.path ?? []));
  return done({ ...settings, watching: read.data }, null);
}

/** For all of these stores the same. */
export function setRestart(
  settings: Settings,
  managed: Managed,
  { stores, restart }: Request<'settings.setRestart'>,
): Edit<null> {
  if (stores.some(({ account, store }) => isRestartManaged(managed, account, store))) return wrong('managed');
  const read = restartSchema.safeParse(restart);
  if (!read.success) return wrong('invalid', pathText(read.error.issues[0]?.path ?? []));
  const named = new Set(stores.map(({ account, store }) => storeKey(account, store)));
  const others = settings.restarts.filter(({ account, store }) => !named.has(storeKey(account, store)));
  const added = stores.map(({ account, store }) => ({ account, store, restart: read.data }));
  return done({ ...settings, restarts: [...others, ...added] }, null);
}
