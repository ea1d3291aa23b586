import type { Request } from '../../preload/contract.ts';
import { placeOf } from '../monitor/terminal.ts';
import type { Watchlist } from '../monitor/watchlist.ts';
import { done, wrong, type Edit } from './edit.ts';
import type { Managed } from './managed.ts';
import { merged } from './merged.ts';
import type { Settings } from './schema.ts';
import { isHoursManaged, isRestartManaged } from './watching-in-use.ts';

/** Gives what one store has to all in which the organisation has not set it. */
export function copyToStores(
  settings: Settings,
  managed: Managed,
  { accounts }: Pick<Watchlist, 'accounts'>,
  { what, account, store }: Request<'settings.copyToStores'>,
): Edit<null> {
  const all = accounts.flatMap(({ id, stores }) =>
    stores.map(({ reference, openingHours, restart }) => ({
      account: id,
      store: reference,
      openingHours,
      restart,
    })),
  );
  const from = all.find((one) => one.account === account && one.store === store);
  if (what === 'openingHours') {
    const hours = from?.openingHours;
    if (!hours) return wrong('not-found');
    const entries = all
      .filter((one) => !isHoursManaged(managed, one.account, one.store))
      .map((one) => ({ account: one.account, store: one.store, hours }));
    return done({ ...settings, openingHours: merged(settings.openingHours, entries, placeOf).list }, null);
  }
  if (!from?.restart) return wrong('not-found');
  const { at, graceMinutes } = from.restart;
  const entries = all
    // The demo store has none.
    .filter((one) => one.restart !== null && !isRestartManaged(managed, one.account, one.store))
    .map((one) => ({ account: one.account, store: one.store, restart: { at, graceMinutes } }));
  const { list } = merged(settings.restarts, entries, placeOf, (was, { restart }) => ({ ...was, restart }));
  return done({ ...settings, restarts: list }, null);
}
