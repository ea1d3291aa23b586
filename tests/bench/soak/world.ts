import type { Failure } from '../../../main/monitor/failure.ts';
import type { Chance } from './random.ts';
import { joined, type Intervals } from './intervals.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

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
  /** When lists of somebody else's terminals come in place of its own. */
  mixedUp: Intervals;
  stores: string[];
  terminals: WorldTerminal[];
  faults: readonly { begin: number; end: number; failure: Failure }[];
}

export interface WorldTerminal {
  poiid: string;
  /** Where it stands, and from when on: some are carried to another store. */
  places: readonly { from: number; store: string }[];
  /** When it holds no connection. */
  down: Intervals;
}

/** Stores share an account by the score. `offset`: time of day at the begin, in ms. */
export function drawWorld(
  chance: Chance,
  { days, stores, terminals }: { days: number; stores: number; terminals: number },
): World {
  const end = days * day;
  const accountCount = Math.max(1, Math.round(stores / 20));
  const accounts = Array.from({ length: accountCount }, (_, account): WorldAccount => {
    const references = Array.from(
      { length: Math.ceil(stores / accountCount) },
      (__, at) => `A${account}S${at}`,
    );
    const dark = new Map(references.map((reference) => [reference, storeOutages(chance, end)]));
    const count = Math.ceil(terminals / accountCount);
    return {
      id: `account-${account}`,
      stores: references,
      terminals: Array.from({ length: count }, (__, at) => {
        const store = references[at % references.length] ?? '';
        const moves = carried(chance, end);
        const own = [
          ...moves,
          ...outages(chance, end),
          ...blips(chance, end),
          ...restarts(chance, days),
          ...spells(chance, end),
        ];
        return {
          poiid: `V400m-${account}${String(at).padStart(6, '0')}`,
          places: [{ from: 0, store }, ...moves.map(([from]) => ({ from, store: chance.pick(references) }))],
          down: joined([...own, ...(dark.get(store) ?? [])]),
        };
      }),
      faults: faults(chance, end),
      mixedUp: repeated(chance, end, 4 * day, () => chance.between(1, 40) * second),
    };
  });
  return {
    accounts,
    sleeps: nights(chance, days),
    offline: repeated(chance, end, 3 * day, () => chance.between(minute, hour)).map(([begin, until]) => ({
      begin,
      end: until,
      told: chance.next() < 0.5,
    })),
    clockChanges: repeated(chance, end, 4 * day, () => 1).map(([at]) => ({
      at,
      byMs: chance.next() < 0.7 ? chance.between(-4, 4) * second : chance.pick([-1, 1]) * hour,
    })),
    restarts: repeated(chance, end, 5 * day, () => 1).map(([at]) => at),
  };
}

type Stretch = [number, number];

function repeated(chance: Chance, end: number, mean: number, length: () => number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = chance.wait(mean); at < end; at += chance.wait(mean)) {
    const until = at + length();
    stretches.push([at, until]);
    at = until;
  }
  return stretches;
}

/** From half a minute to hours, most of them short. */
function outages(chance: Chance, end: number): Stretch[] {
  return repeated(chance, end, 10 * day, () => 30 * second * 2 ** chance.between(0, 9));
}

function blips(chance: Chance, end: number): Stretch[] {
  return repeated(chance, end, 2 * day, () => chance.between(second, 20 * second));
}

/** A whole store at once: its network. */
function storeOutages(chance: Chance, end: number): Stretch[] {
  return repeated(chance, end, 30 * day, () => chance.between(2 * minute, 2 * hour));
}

/** Few terminals are unplugged, carried elsewhere and plugged in there. */
function carried(chance: Chance, end: number): Stretch[] {
  return chance.next() > 0.05 ? [] : repeated(chance, end, 15 * day, () => chance.between(3, 40) * minute);
}

/** Every morning at six, and once in a while one does not come back in time. */
function restarts(chance: Chance, days: number): Stretch[] {
  return Array.from({ length: days }, (_, at): Stretch => {
    const begin = at * day + 6 * hour + chance.between(0, 3 * minute);
    const lasts =
      chance.next() < 0.01 ? chance.between(20 * minute, 2 * hour) : chance.between(minute, 5 * minute);
    return [begin, begin + lasts];
  });
}

/** Few terminals, now and then, drop and return for an hour. */
function spells(chance: Chance, end: number): Stretch[] {
  if (chance.next() > 0.02) return [];
  return repeated(chance, end, 7 * day, () => hour).flatMap(([begin, until]) =>
    repeated(chance, until - begin, 2 * minute, () => chance.between(40 * second, 3 * minute)).map(
      ([from, to]): Stretch => [begin + from, begin + to],
    ),
  );
}

function faults(chance: Chance, end: number): WorldAccount['faults'] {
  const host = 'terminal-api-test.adyen.com';
  const vendor = { status: 503, code: '', message: '', reference: '' };
  const kinds: (() => Failure)[] = [
    () => ({ kind: 'server-error', vendor, retryAfterMs: null }),
    () => ({ kind: 'rate-limited', vendor, retryAfterMs: chance.pick([null, 60 * second]) }),
    () => ({ kind: 'timeout', host, stage: 'headers', seconds: 8 }),
    () => ({ kind: 'unreadable', reason: chance.pick(['not-json', 'captive-portal', 'truncated'] as const) }),
  ];
  return repeated(chance, end, 12 * hour, () => chance.between(10 * second, 10 * minute)).map(
    ([begin, until]) => ({ begin, end: until, failure: chance.pick(kinds)() }),
  );
}

/** The PC is off every other night, and naps now and then without a word. */
function nights(chance: Chance, days: number): World['sleeps'] {
  const sleeps: { begin: number; end: number; told: boolean }[] = [];
  for (let at = 0; at < days; at += 1) {
    if (chance.next() < 0.5) {
      const begin = at * day + 20 * hour + chance.between(0, hour);
      sleeps.push({ begin, end: begin + chance.between(8 * hour, 11 * hour), told: true });
    }
    if (chance.next() < 0.2) {
      const begin = at * day + chance.between(9 * hour, 17 * hour);
      sleeps.push({ begin, end: begin + chance.between(10 * second, 2 * hour), told: chance.next() < 0.5 });
    }
  }
  return sleeps;
}
