import { usualRestart, type RestartWindow } from '../../../main/monitor/restart-window.ts';
import type { SourceChoice } from '../../../main/monitor/watchlist.ts';
import {
  blips,
  carried,
  moments,
  nights,
  outages,
  reassigned,
  repeated,
  restarts,
  spells,
  storeOutages,
} from './fates.ts';
import { faults, limits, wrongLists, type WorldFault, type WrongList } from './faults.ts';
import { joined, type Intervals } from './intervals.ts';
import type { Chance } from './random.ts';
import { day, hour, minute, second } from './time.ts';

/** Everything that will happen, drawn before it does. Times in ms since the begin. */
export interface World {
  accounts: WorldAccount[];
  /** The PC sleeps; `told`: the system says so. */
  sleeps: readonly { begin: number; end: number; told: boolean }[];
  /** The PC has no network; `told`: the system knows it. */
  offline: readonly { begin: number; end: number; told: boolean }[];
  /** Somebody, or a time server, sets the clock. */
  clockChanges: readonly { at: number; byMs: number }[];
  /** The app is ended and started again. */
  restarts: readonly number[];
}

export interface WorldAccount {
  id: string;
  key: WorldKey;
  source: SourceChoice;
  stores: WorldStore[];
  terminals: WorldTerminal[];
  faults: readonly WorldFault[];
  /** When lists of somebody else's terminals come in place of its own. */
  mixedUp: Intervals;
  wrongLists: readonly WrongList[];
}

export interface WorldKey {
  secret: string;
  /** It has the role for the Cloud Device API. */
  forDevices: boolean;
}

export interface WorldStore {
  reference: string;
  /** As the Cloud Device API calls it. */
  id: string;
  /** As it is set for it; null: nothing is held there, although its terminals restart as any. */
  window: RestartWindow | null;
}

export interface WorldTerminal {
  /** Or the ID of an installation of the vendor's SDK. */
  poiid: string;
  isInstallation: boolean;
  /** Where it stands, and from when on: some are carried to another store, or given to one. */
  places: readonly { from: number; store: WorldStore }[];
  /** When it holds no connection. */
  down: Intervals;
}

export interface WorldSize {
  days: number;
  stores: number;
  terminals: number;
}

/** Old and new, large and small, found out and chosen; two of them share a key each. */
const kinds: { source: SourceChoice; key: WorldKey; stores: 'many' | 3 }[] = [
  { source: 'auto', key: { secret: 'older', forDevices: false }, stores: 'many' },
  { source: 'connected-terminals', key: { secret: 'older', forDevices: false }, stores: 'many' },
  { source: 'cloud-device', key: { secret: 'newer', forDevices: true }, stores: 'many' },
  // So few stores are asked each by itself.
  { source: 'connected-terminals', key: { secret: 'newer', forDevices: true }, stores: 3 },
];

/** @param begin when the world begins, at midnight UTC; epoch ms */
export function drawWorld(chance: Chance, begin: number, { days, stores, terminals }: WorldSize): World {
  const end = days * day;
  const limitsOf = new Map(kinds.map(({ key }) => [key.secret, limits(chance, end)]));
  const many = Math.ceil((stores - 3) / kinds.filter((kind) => kind.stores === 'many').length);

  function drawAccount({ source, key, stores: few }: (typeof kinds)[number], account: number): WorldAccount {
    const here = Array.from({ length: few === 'many' ? many : few }, (_, at) => drawStore(account, at));
    const dark = new Map(here.map(({ reference }) => [reference, storeOutages(chance, end)]));
    const count = Math.round((terminals / stores) * here.length);
    const own = Array.from({ length: count }, (_, at) => {
      const home = here[at % here.length] ?? chance.pick(here);
      return drawTerminal({ account, at, source, home, here, dark: dark.get(home.reference) ?? [] });
    });
    return {
      id: `account-${account}`,
      key,
      source,
      stores: here,
      terminals: own,
      faults: [...faults(chance, end), ...(limitsOf.get(key.secret) ?? [])],
      mixedUp: repeated(chance, end, 4 * day, () => chance.between(1, 40) * second),
      wrongLists: wrongLists(
        chance,
        end,
        own.map(({ poiid }) => poiid),
      ),
    };
  }

  function drawStore(account: number, at: number): WorldStore {
    const window = chance.next() < 0.7 ? windows[0] : chance.pick(windows);
    return { reference: `A${account}S${at}`, id: `ST${account}${at}`, window: window ?? null };
  }

  function drawTerminal({ account, at, source, home, here, dark }: Drawing): WorldTerminal {
    const moves = carried(chance, end);
    const places = [...moves.map(([from]) => from), ...reassigned(chance, end)].toSorted((a, b) => a - b);
    const planned = home.window ?? { ...usualRestart, timeZone: 'UTC' };
    const down = [
      ...moves,
      ...outages(chance, end),
      ...blips(chance, end),
      ...restarts(chance, begin, days, planned),
      ...spells(chance, end),
      ...dark,
    ];
    // Only the newer source knows of them.
    const isInstallation = source === 'cloud-device' && chance.next() < 0.05;
    const serial = `${account}${String(at).padStart(6, '0')}`;
    return {
      poiid: isInstallation ? `sdk_${serial}` : `V400m-${serial}`,
      isInstallation,
      places: [{ from: 0, store: home }, ...places.map((from) => ({ from, store: chance.pick(here) }))],
      down: joined(down),
    };
  }

  return {
    accounts: kinds.map(drawAccount),
    sleeps: nights(chance, days),
    offline: repeated(chance, end, 3 * day, () => chance.between(minute, hour)).map(([from, until]) => ({
      begin: from,
      end: until,
      told: chance.next() < 0.5,
    })),
    clockChanges: moments(chance, end, 4 * day).map((at) => ({
      at,
      byMs: chance.next() < 0.7 ? chance.between(-4, 4) * second : chance.pick([-1, 1]) * hour,
    })),
    restarts: moments(chance, end, 5 * day),
  };
}

interface Drawing {
  account: number;
  at: number;
  source: SourceChoice;
  home: WorldStore;
  here: readonly WorldStore[];
  dark: Intervals;
}

const windows: readonly (RestartWindow | null)[] = [
  { at: '06:00', graceMinutes: 15, timeZone: 'UTC' },
  { at: '04:30', graceMinutes: 10, timeZone: 'Europe/Amsterdam' },
  // Over midnight.
  { at: '23:50', graceMinutes: 20, timeZone: 'America/New_York' },
  null,
];
