import type { Request } from '../../preload/contract.ts';
import { usualRestart } from '../monitor/restart-window.ts';
import { placeOf } from '../monitor/terminal.ts';
import { done, wrong, type Edit } from './edit.ts';
import type { Managed } from './managed.ts';
import { pathText } from './path-text.ts';
import type { Settings } from './schema.ts';
import { restartSchema, watching, type StoreRestart, type Watching } from './watching.ts';
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

/** What the request leaves out stays as it is. */
export function setRestart(
  settings: Settings,
  managed: Managed,
  { account, store, restart: change }: Request<'settings.setRestart'>,
): Edit<null> {
  if (isRestartManaged(managed, account, store)) return wrong('managed');
  const key = placeOf({ account, store });
  const isOther = (entry: StoreRestart) => placeOf(entry) !== key;
  const before = settings.restarts.find((entry) => !isOther(entry));
  const { at, graceMinutes } = before?.restart ?? usualRestart;
  const read = restartSchema.safeParse({ at, graceMinutes, ...change });
  if (!read.success) return wrong('invalid', pathText(read.error.issues[0]?.path ?? []));
  const others = settings.restarts.filter(isOther);
  return done(
    { ...settings, restarts: [...others, { ...before, account, store, restart: read.data }] },
    null,
  );
}
