import type { Request } from '../../preload/contract.ts';
import { placeOf } from '../monitor/terminal.ts';
import { done, wrong, type Edit } from './edit.ts';
import { setBy, type Managed } from './managed.ts';
import { notificationRulesSchema, rulesInUse, stillAfterMinutes } from './notifications.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { pathText } from './path-text.ts';
import type { Settings } from './schema.ts';
import { isHoursManaged } from './watching-in-use.ts';

/** What the request leaves out stays as it is. */
export function setNotifications(
  settings: Settings,
  managed: Managed,
  change: Request<'settings.setNotifications'>,
): Edit<null> {
  const { locked } = rulesInUse(settings.notifications, setBy(managed)?.notifications ?? null);
  if (locked.some((name) => change[name] !== undefined)) return wrong('managed');
  const read = notificationRulesSchema.safeParse({ ...settings.notifications, ...change });
  if (read.success) return done({ ...settings, notifications: read.data }, null);
  // Of the others the contract knows every value.
  const { least, most } = stillAfterMinutes;
  return wrong('out-of-range', 'stillAfterMinutes', { least, most });
}

/** What the request leaves out stays as it is; a fault is answered with its place within `hours`. */
export function setOpeningHours(
  settings: Settings,
  managed: Managed,
  { account, store, hours: change }: Request<'settings.setOpeningHours'>,
): Edit<null> {
  if (isHoursManaged(managed, account, store)) return wrong('managed');
  const key = placeOf({ account, store });
  const isOther = (entry: { account: string; store: string }) => placeOf(entry) !== key;
  const others = settings.openingHours.filter(isOther);
  if (change === null) return done({ ...settings, openingHours: others }, null);
  const before = settings.openingHours.find((entry) => !isOther(entry))?.hours;
  const week = { ...before?.week, ...change.week };
  const read = openingHoursSchema.safeParse({ ...before, ...change, week });
  if (!read.success) return wrong('invalid', pathText(read.error.issues[0]?.path ?? []));
  return done({ ...settings, openingHours: [...others, { account, store, hours: read.data }] }, null);
}
