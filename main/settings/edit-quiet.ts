import type { Request } from '../../preload/contract.ts';
import { storeKey } from '../monitor/terminal.ts';
import type { NotificationRules } from '../notifications/rules.ts';
import { done, wrong, type Edit } from './edit.ts';
import { setBy, type Managed } from './managed.ts';
import { rulesInUse, stillAfterMinutes } from './notifications.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { pathText } from './path-text.ts';
import type { Settings } from './schema.ts';

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

/** For all of these stores the same; a fault is answered with its place within `hours`. */
export function setOpeningHours(
  settings: Settings,
  managed: Managed,
  { stores, hours }: Request<'settings.setOpeningHours'>,
): Edit<null> {
  const set = new Set(
    (managed.state === 'ok' ? managed.accounts : []).flatMap((account) =>
      account.stores
        .filter(({ openingHours }) => openingHours !== null)
        .map(({ reference }) => storeKey(account.id, reference)),
    ),
  );
  if (stores.some(({ account, store }) => set.has(storeKey(account, store)))) return wrong('managed');
  const read = openingHoursSchema.nullable().safeParse(hours);
  if (!read.success) return wrong('invalid', pathText(read.error.issues[0]?.path ?? []));
  const named = new Set(stores.map(({ account, store }) => storeKey(account, store)));
  const others = settings.openingHours.filter(({ account, store }) => !named.has(storeKey(account, store)));
  const { data } = read;
  const added = data === null ? [] : stores.map(({ account, store }) => ({ account, store, hours: data }));
  return done({ ...settings, openingHours: [...others, ...added] }, null);
}
