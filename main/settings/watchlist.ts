import { foldPoiid } from '../monitor/poiid.ts';
import { usualRestart } from '../monitor/restart-window.ts';
import type { Account, ListedTerminal, Pace, Store, Unstable, Watchlist } from '../monitor/watchlist.ts';
import { watchingInUse } from './watching-in-use.ts';
import type { Managed } from './managed.ts';
import type { StoreHours } from './opening-hours.ts';
import type { Settings, TerminalSettings } from './schema.ts';
import type { StoreRestart } from './watching.ts';

/** The demo store while it is on, with the fast pace that its scenario needs. */
export interface Demo {
  account: Account;
  pace: Pace;
}

/**
 * Of accounts with the same ID the managed one counts, then the demo; the user's stays in the settings,
 * unseen. What the user said of a terminal counts wherever its store came from.
 */
export function buildWatchlist(settings: Settings, managed: Managed, demo: Demo | null): Watchlist {
  const set = managed.state === 'ok' ? managed.accounts : [];
  const taken = new Set([...set, ...(demo ? [demo.account] : [])].map(({ id }) => id));
  const own = settings.accounts
    .filter(({ id }) => !taken.has(id))
    .map((account): Account => ({
      ...account,
      origin: 'settings',
      stores: account.stores.map((store) => ({
        ...store,
        restart: null,
        openingHours: null,
        terminals: [],
      })),
    }));
  const shown = demo && !set.some(({ id }) => id === demo.account.id) ? [demo.account] : [];
  return {
    accounts: [...set, ...own, ...shown]
      .map((account) => overlay(account, settings.terminals))
      .map((account) => withHours(account, settings.openingHours))
      .map((account) => withRestarts(account, settings.restarts)),
    unstable: unstableOf(settings, managed),
    incomplete: managed.state === 'refused' || (managed.state === 'ok' && managed.fault !== null),
    pace: shown.length > 0 && set.length + own.length === 0 && demo ? demo.pace : pace(settings, managed),
  };
}

/** The user's words on terminals laid over what the account lists itself. */
function overlay(account: Account, entries: readonly TerminalSettings[]): Account {
  const said = new Map(
    entries.filter((entry) => entry.account === account.id).map((entry) => [foldPoiid(entry.poiid), entry]),
  );
  if (said.size === 0) return account;
  const listed = new Set(
    account.stores.flatMap(({ terminals }) => terminals.map(({ poiid }) => foldPoiid(poiid))),
  );
  // By store at once: thousands of each would be compared with each at every look.
  const added = new Map<string, TerminalSettings[]>();
  for (const entry of said.values()) {
    if (listed.has(foldPoiid(entry.poiid))) continue;
    const others = added.get(entry.store);
    if (others) others.push(entry);
    else added.set(entry.store, [entry]);
  }
  const stores = account.stores.map((store): Store => ({
    ...store,
    terminals: [
      ...store.terminals.map((terminal) => {
        const entry = said.get(foldPoiid(terminal.poiid));
        return entry ? { ...terminal, name: entry.name || terminal.name, watched: entry.watched } : terminal;
      }),
      ...(added.get(store.reference) ?? []).map(({ poiid, name, watched }): ListedTerminal => ({
        poiid,
        name,
        watched,
        origin: 'settings',
      })),
    ],
  }));
  return { ...account, stores };
}

/**
 * The user's, where nobody else has set them, else the usual one; in the time zone of the store's opening hours.
 * The demo store has none: it may be looked at at six.
 */
function withRestarts(account: Account, entries: readonly StoreRestart[]): Account {
  if (account.origin === 'demo') return account;
  const said = new Map(
    entries.filter((entry) => entry.account === account.id).map(({ store, restart }) => [store, restart]),
  );
  const stores = account.stores.map((store): Store => ({
    ...store,
    restart: store.restart ?? {
      ...(said.get(store.reference) ?? usualRestart),
      timeZone: store.openingHours?.timeZone ?? null,
    },
  }));
  return { ...account, stores };
}

/** The user's, where nobody else has set them. */
function withHours(account: Account, entries: readonly StoreHours[]): Account {
  const said = new Map(
    entries.filter((entry) => entry.account === account.id).map(({ store, hours }) => [store, hours]),
  );
  if (said.size === 0) return account;
  const stores = account.stores.map((store): Store => ({
    ...store,
    openingHours: store.openingHours ?? said.get(store.reference) ?? null,
  }));
  return { ...account, stores };
}

function pace(settings: Settings, managed: Managed): Pace {
  const { intervalSeconds, confirmationSeconds } = pollingInUse(settings, managed);
  const closed = watchingInUse(settings, managed).watching.closedIntervalSeconds;
  return {
    intervalMs: intervalSeconds * 1000,
    confirmationMs: confirmationSeconds * 1000,
    closedIntervalMs: closed === null ? null : closed * 1000,
  };
}

export function pollingInUse(
  settings: Settings,
  managed: Managed,
): Settings['polling'] & { locked: boolean } {
  const { polling } = settings;
  if (managed.state !== 'ok') return { ...polling, locked: false };
  const { pollIntervalSeconds, confirmationDelaySeconds } = managed;
  return {
    intervalSeconds: pollIntervalSeconds ?? polling.intervalSeconds,
    confirmationSeconds: confirmationDelaySeconds ?? polling.confirmationSeconds,
    locked: pollIntervalSeconds !== null || confirmationDelaySeconds !== null,
  };
}

function unstableOf(settings: Settings, managed: Managed): Unstable {
  const { changes, withinMinutes, calmMinutes } = watchingInUse(settings, managed).watching.unstable;
  return { changes, windowMs: withinMinutes * 60_000, calmMs: calmMinutes * 60_000 };
}
