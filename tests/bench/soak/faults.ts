import type { Sent } from '../../../main/terminal-api/transport.ts';
import { repeated } from './fates.ts';
import type { Chance } from './random.ts';
import { day, hour, minute, second } from './time.ts';

/** While it lasts, this comes in place of every answer. Times in ms since the begin. */
export interface WorldFault {
  begin: number;
  end: number;
  sent: Sent;
}

/** Answers of the right shape that lack terminals which are connected: so many lists in a row from then on. */
export interface WrongList {
  at: number;
  answers: number;
  lacks: 'all' | ReadonlySet<string>;
}

/** A few that are missing are asked for one by one, while of the others is known what it was. */
const few = 3;

/** So many are missing that nothing can be known before a right list comes. */
export const isHopeless = ({ lacks }: WrongList): boolean => lacks === 'all' || lacks.size > few;

export const host = 'terminal-api-test.adyen.com';

export function answered(status: number, body: string, headers: Record<string, string> = {}): Sent {
  const response = { host, status, headers: { 'content-type': 'application/json', ...headers }, body };
  return { ok: true, response };
}

/** Of one account's answers. */
export function faults(chance: Chance, end: number): WorldFault[] {
  return drawn(chance, end, 14 * hour, [
    answered(503, ''),
    { ok: false, failure: { kind: 'timeout', host, stage: 'headers', seconds: 8 } },
    answered(200, 'OK'),
    answered(200, '<!DOCTYPE html><title>Guest network</title>', { 'content-type': 'text/html' }),
    answered(200, '{"uniqueTerminalIds":["V400m-3246'),
  ]);
}

/** The vendor has had too many requests with a key, which all of its accounts feel. Two ways to say it. */
export function limits(chance: Chance, end: number): WorldFault[] {
  const detail = { status: 500, errorCode: '00_500', message: 'too many requests', errorType: 'internal' };
  return drawn(chance, end, 4 * day, [
    answered(429, ''),
    answered(429, '', { 'retry-after': '60' }),
    answered(500, JSON.stringify(detail)),
  ]);
}

function drawn(chance: Chance, end: number, mean: number, kinds: readonly Sent[]): WorldFault[] {
  return repeated(chance, end, mean, () => chance.between(10 * second, 10 * minute)).map(
    ([begin, until]) => ({ begin, end: until, sent: chance.pick(kinds) }),
  );
}

/** No closer together than this: one fault at a time. In ms. */
const apartMs = 10 * minute;

/** Lists that lack a few terminals, many or all of them, once or more in a row. */
export function wrongLists(chance: Chance, end: number, poiids: readonly string[]): WrongList[] {
  const some = () => new Set(Array.from({ length: few }, () => chance.pick(poiids)));
  const many = () => new Set(poiids.filter(() => chance.next() < 0.3));
  const kinds: (() => Pick<WrongList, 'answers' | 'lacks'>)[] = [
    () => ({ answers: chance.pick([1, 2]), lacks: some() }),
    () => ({ answers: chance.pick([1, 2]), lacks: many() }),
    () => ({ answers: chance.pick([1, 2, 3]), lacks: 'all' }),
  ];
  return repeated(chance, end, 12 * hour, () => apartMs)
    .filter(([at]) => !isAmidRestarts(at))
    .map(([at]) => ({ at, ...chance.pick(kinds)() }));
}

/**
 * Around six by UTC whole stores restart and nothing holds it: of so many that are really missing, one that is asked for
 * by its own ID cannot tell the few that are not.
 */
function isAmidRestarts(at: number): boolean {
  const time = at % day;
  return time > 6 * hour - 20 * minute && time < 6 * hour + 10 * minute;
}
