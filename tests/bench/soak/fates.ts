import { TZDate } from '@date-fns/tz';
import type { RestartWindow } from '../../../main/monitor/restart-window.ts';
import type { Chance } from './random.ts';
import { day, hour, minute, second } from './time.ts';

/** What can befall a terminal, a store or a PC. Times are in ms since the begin of the world. */
export type Stretch = [begin: number, end: number];

/** Everything is well at first, so that the engine can learn what there is. In ms. */
const calmAtFirstMs = 10 * minute;

export function repeated(
  chance: Chance,
  end: number,
  mean: number,
  length: () => number,
  calm = calmAtFirstMs,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = calm + chance.wait(mean); at < end; at += chance.wait(mean)) {
    const until = at + length();
    stretches.push([at, until]);
    at = until;
  }
  return stretches;
}

/** Moments, of which one comes about in `mean`. */
export const moments = (chance: Chance, end: number, mean: number): number[] =>
  repeated(chance, end, mean, () => 1).map(([at]) => at);

/** From half a minute to hours, most of them short. */
export function outages(chance: Chance, end: number): Stretch[] {
  return repeated(chance, end, 10 * day, () => 30 * second * 2 ** chance.between(0, 9));
}

export function blips(chance: Chance, end: number): Stretch[] {
  return repeated(chance, end, 2 * day, () => chance.between(second, 20 * second));
}

/** A whole store at once: its network. */
export function storeOutages(chance: Chance, end: number): Stretch[] {
  return repeated(chance, end, 30 * day, () => chance.between(2 * minute, 2 * hour));
}

/** Few terminals are unplugged, carried elsewhere and plugged in there. */
export function carried(chance: Chance, end: number): Stretch[] {
  return chance.next() > 0.05 ? [] : repeated(chance, end, 15 * day, () => chance.between(3, 40) * minute);
}

/** Few are given to another store without a break: somebody mends in the vendor's records where they stand. */
export function reassigned(chance: Chance, end: number): number[] {
  return chance.next() > 0.05 ? [] : moments(chance, end, 15 * day);
}

/** Every day by its own clock, which is a little off; and once in a while one does not come back in time. */
export function restarts(chance: Chance, begin: number, days: number, planned: RestartWindow): Stretch[] {
  const offBy = chance.between(-1, 3) * minute;
  return Array.from({ length: days }, (_, at): Stretch => {
    const restart = localTime(begin + at * day, planned) - begin + offBy + chance.between(0, 20) * second;
    const lasts =
      chance.next() < 0.01 ? chance.between(20 * minute, 2 * hour) : chance.between(minute, 5 * minute);
    return [restart, restart + lasts];
  }).filter(([restart]) => restart > calmAtFirstMs);
}

/** That time of that day there; epoch ms. */
function localTime(on: number, { at, timeZone }: RestartWindow): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const time = new TZDate(on, timeZone ?? 'UTC');
  return time.setHours(hours, minutes, 0, 0);
}

/** Few terminals, now and then, drop and return for an hour. */
export function spells(chance: Chance, end: number): Stretch[] {
  if (chance.next() > 0.02) return [];
  return repeated(chance, end, 7 * day, () => hour).flatMap(([begin, until]) =>
    repeated(chance, until - begin, 2 * minute, () => chance.between(40 * second, 3 * minute), 0).map(
      ([from, to]): Stretch => [begin + from, begin + to],
    ),
  );
}

/** The PC is off every other night, and naps now and then without a word. */
export function nights(chance: Chance, days: number): { begin: number; end: number; told: boolean }[] {
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
