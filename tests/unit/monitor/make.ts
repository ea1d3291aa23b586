import { createBudgets } from '../../../main/monitor/budget.ts';
import type { Clock } from '../../../main/monitor/clock.ts';
import type { EngineDeps } from '../../../main/monitor/engine.ts';
import type { OpeningHours } from '../../../main/monitor/opening-hours.ts';
import type { Source } from '../../../main/monitor/source.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import { nothingWatched, type Account, type Store, type Watchlist } from '../../../main/monitor/watchlist.ts';

export const t0 = Date.UTC(2026, 10, 24, 14, 0, 0);

export function makeRecord(record: Partial<TerminalRecord> = {}): TerminalRecord {
  return {
    account: 'shop',
    store: 'UTR-01',
    poiid: 'V400m-324688179',
    installation: false,
    status: 'connected',
    since: t0 - 3_600_000,
    connectedSince: t0 - 3_600_000,
    outageSince: null,
    seenAt: t0 - 30_000,
    evidenceAt: t0 - 30_000,
    misses: 0,
    hits: 0,
    swings: [],
    flapping: false,
    told: 'connected',
    ...record,
  };
}

export function makeStore(reference: string, poiids: string[] = [], name = reference): Store {
  return {
    reference,
    name,
    id: '',
    restart: null,
    openingHours: null,
    terminals: poiids.map((poiid) => ({ poiid, name: '', watched: true, origin: 'settings' })),
  };
}

export function makeAccount(stores: Store[], account: Partial<Account> = {}): Account {
  return {
    id: 'shop',
    environment: 'test',
    region: 'eu',
    source: 'auto',
    merchantAccount: 'ShopNL',
    endpoint: null,
    stores,
    origin: 'settings',
    ...account,
  };
}

export function makeWatchlist(stores: Store[], watchlist: Partial<Watchlist> = {}): Watchlist {
  return {
    ...nothingWatched,
    accounts: [makeAccount(stores)],
    ...watchlist,
  };
}

/** The same every day, as `09:00-12:00 13:00-18:00`. */
export function makeHours(text: string, timeZone: string | null = null): OpeningHours {
  const spans = text.split(' ').map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { from, to };
  });
  const weekdays = { monday: spans, tuesday: spans, wednesday: spans, thursday: spans, friday: spans };
  return { week: { ...weekdays, saturday: spans, sunday: spans }, holidays: [], timeZone };
}

/** A vendor with one list for whatever is asked, of those that are connected at the moment. */
export function makeSource(connected: ReadonlySet<string>): Source {
  return {
    ask(question) {
      const list = [...connected].filter((poiid) => question.kind !== 'terminal' || question.poiid === poiid);
      return Promise.resolve({ ok: true, connected: list, tookMs: 1 });
    },
  };
}

/** Of an engine that knows nothing yet and is on line, without jitter, and with one key for everything. */
export function makeEngineDeps(
  clock: Clock,
  source: Source,
): Omit<EngineDeps, 'onChange' | 'onRound' | 'onClockSet'> {
  return {
    clock,
    source,
    random: () => 0,
    online: () => true,
    budgets: createBudgets(() => 'key', clock),
    remembered: [],
  };
}
