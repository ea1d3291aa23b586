import type { Request } from '../../preload/contract.ts';
import { storeKey } from '../monitor/terminal.ts';
import type { NotificationRules } from '../notifications/rules.ts';
import { done, wrong, type Edit } from './edit.ts';
import { setBy, type Managed } from './managed.ts';
import { rulesInUse, stillAfterMinutes } from './notifications.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { pathText } from './path-text.ts';
import type { Settings } from './schema.ts';
import { isHoursManaged } from './watching-in-use.ts';

/** What the organisation has set stays what the user had set before. */
export function setNotifications(
  settings: Settings,
  managed: Managed,
  wanted: NotificationRules,
): Edit<null> {
  const { least, most } = stillAfterMinutes;
  const minutes = wanted.stillAfterMinutes;
  if (!Number.isInteger(minutes) || minutes < least || minutes > most) {
    return wrong('out-of-range', 'stillAfterMinutes', { least, most });
  }
  const { locked } = rulesInUse(wanted, setBy(managed)?.notifications ?? null);
  const kept = Object.fromEntries(locked.map((name) => [name, settings.notifications[name]]));
  return done({ ...settings, notifications: { ...wanted, ...kept } }, null);
}

/** What the request leaves out stays as it is; a fault is answered with its place within `hours`. */
export function setOpeningHours(
  settings: Settings,
  managed: Managed,
  { account, store, hours: change }: Request<'settings.setOpeningHours'>,
): Edit<null> {
  if (isHoursManaged(managed, account, store)) return wrong('managed');
  const key = storeKey(account, store);
  const isOther = (entry: { account: string; store: string }) => storeKey(entry.account, entry.store) !== key;
  const others = settings.openingHours.filter(isOther);
  if (change === null) return done({ ...settings, openingHours: others }, null);
  const before = settings.openingHours.find((entry) => !isOther(entry))?.hours;
  const week = { ...before?.week, ...change.week };
  const read = openingHoursSchema.safeParse({ ...before, ...change, week });
  if (!read.success) return wrong('invalid', pathText(read.error.issues[0]?.path ?? []));
  return done({ ...settings, openingHours: [...others, { account, store, hours: read.data }] }, null);
}
