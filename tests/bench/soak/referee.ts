import { groupBy, sum } from 'es-toolkit';
import { isRestarting, type RestartWindow } from '../../../main/monitor/restart-window.ts';
import type { TerminalEventKind } from '../../../main/monitor/terminal.ts';
import type { SoakClock } from './clock.ts';
import { isHopeless } from './faults.ts';
import { joined, within, type Intervals } from './intervals.ts';
import { hour, minute, second } from './time.ts';
import type { World, WorldAccount, WorldTerminal } from './world.ts';

/** What the engine said, and when in real time. */
export interface Announced {
  kind: TerminalEventKind;
  account: string;
  poiid: string;
  at: number;
}

export interface Verdict {
  /** Told as disconnected although it was connected, or although a planned restart should have held it. */
  falseAlarms: number;
  /** Outages that lasted long enough, in clear sight, and were not told in time. */
  missed: number;
  /** Told twice without a return in between, or a return without a drop. */
  duplicates: number;
  /** Outages that had to be told. */
  outages: number;
  /** Of these: told as instability instead. */
  toldAsUnstable: number;
  /** From the begin of an outage in clear sight to the word of it; ms. */
  latencies: number[];
  /** What was wrong, for who has to find out why. */
  findings: string[];
}

export interface Evidence {
  world: World;
  clock: SoakClock;
  begin: number;
  end: number;
  announced: readonly Announced[];
  /** See `SoakVendor`. */
  goodLists: ReadonlyMap<string, readonly number[]>;
  /** Interval, confirmation, and ten seconds. */
  boundMs: number;
}

/** An answer is on its way for so long at most. */
const onItsWayMs = 3 * second;
/** See `nothingWatched`: a terminal is unstable until it has not changed for so long. */
const calmMs = 10 * minute;
/** Where the engine still has something to wait for after a blind stretch: backing off, with jitter, and a wake … */
const longestPauseMs = 6 * minute;
/** … or being asked to leave the vendor alone: see `budget.ts`. */
const longestHoldMs = 16 * minute;

/** Compares what was announced with what was true. */
export function judge(evidence: Evidence): Verdict {
  const { world, announced } = evidence;
  const byTerminal = groupBy(announced, ({ account, poiid }) => `${account}/${poiid}`);
  const holds = createHolds(evidence);
  const verdict: Verdict = {
    falseAlarms: 0,
    missed: 0,
    duplicates: 0,
    outages: 0,
    toldAsUnstable: 0,
    latencies: [],
    findings: [],
  };
  const known = new Set<string>();
  for (const account of world.accounts) {
    const blindFor = createBlindness(account, holds, evidence);
    for (const terminal of account.terminals) {
      const key = `${account.id}/${terminal.poiid}` as const;
      known.add(key);
      const events = byTerminal[key] ?? [];
      const windows = windowsOf(terminal);
      judgeEvents(terminal, events, (at) => windows.every((window) => holds.isHeldAt(window, at)), verdict);
      for (const outage of terminal.down) {
        judgeOutage(terminal, outage, events, blindFor(windows), evidence, verdict);
      }
    }
  }
  for (const { account, poiid, kind, at } of announced) {
    if (known.has(`${account}/${poiid}`)) continue;
    verdict.falseAlarms += 1;
    verdict.findings.push(`nobody's terminal ${poiid} told as ${kind} at ${at}`);
  }
  return verdict;
}

function judgeEvents(
  terminal: WorldTerminal,
  events: Announced[],
  isHeldAt: (at: number) => boolean,
  verdict: Verdict,
): void {
  let told: TerminalEventKind = 'reconnected';
  for (const { kind, at } of events) {
    if (kind === 'unstable') continue;
    if (kind === told) {
      verdict.duplicates += 1;
      verdict.findings.push(`${terminal.poiid} told twice as ${kind} at ${at}`);
    }
    told = kind;
    if (kind !== 'disconnected') continue;
    const [outage] = within(terminal.down, at - onItsWayMs, at + 1);
    // A window holds what begins in it; what was away before is no restart.
    const wasHeld = outage && isHeldAt(at) && isHeldAt(outage[0]) && at - outage[0] < hour;
    if (outage && !wasHeld) continue;
    verdict.falseAlarms += 1;
    verdict.findings.push(
      `${terminal.poiid} told as disconnected at ${at}, ${wasHeld ? 'held' : 'connected'}`,
    );
  }
}

function judgeOutage(
  terminal: WorldTerminal,
  [begin, end]: readonly [number, number],
  events: Announced[],
  blind: Intervals,
  { boundMs, end: worldEnd }: Evidence,
  verdict: Verdict,
): void {
  const until = Math.min(end, worldEnd);
  const clear = firstClear(begin, until, blind, boundMs);
  if (clear === null) return;
  verdict.outages += 1;
  const lastBy = (deadline: number) =>
    events.findLast(({ kind, at }) => kind !== 'unstable' && at <= deadline);
  const last = lastBy(clear + boundMs);
  if (last?.kind === 'disconnected') {
    if (clear === begin && last.at >= begin) verdict.latencies.push(last.at - begin);
    return;
  }
  // One word stands for a stream of drops; when that has come to an end, what is true then has to be told. The calm
  // counts from when the last drop was sure, and a round has to come by to end it.
  const settledMs = boundMs + calmMs + boundMs;
  const calm = firstClear(begin, until, blind, settledMs);
  const isSettled = calm === null || lastBy(calm + settledMs)?.kind === 'disconnected';
  if (isSettled && isUnstable(terminal, events, clear, blind, boundMs)) {
    verdict.toldAsUnstable += 1;
    return;
  }
  verdict.missed += 1;
  verdict.findings.push(
    `${terminal.poiid} away from ${begin} to ${end}, in sight from ${clear}, and not told`,
  );
}

/** It was told as unstable, and from then on no quiet stretch in clear sight was long enough to end that. */
function isUnstable(
  terminal: WorldTerminal,
  events: Announced[],
  at: number,
  blind: Intervals,
  boundMs: number,
): boolean {
  const told = events.findLast((event) => event.kind === 'unstable' && event.at <= at + boundMs);
  if (!told) return false;
  const changes = terminal.down.flat().filter((change) => change > told.at && change <= at);
  return [...changes, at].every(
    (change, index) => inSight(changes[index - 1] ?? told.at, change, blind) < calmMs + 2 * boundMs,
  );
}

/** How much of a stretch somebody could see; ms. */
function inSight(begin: number, end: number, blind: Intervals): number {
  const hidden = within(blind, begin, end).map(([from, to]) => Math.min(to, end) - Math.max(from, begin));
  return end - begin - sum(hidden);
}

/** The begin of the first stretch of an outage that is long enough and in clear sight. */
function firstClear(begin: number, end: number, blind: Intervals, boundMs: number): number | null {
  let from = begin;
  for (const [blindBegin, blindEnd] of [...within(blind, begin, end), [end, end] as const]) {
    if (Math.min(blindBegin, end) - from >= boundMs) return from;
    from = Math.max(from, blindEnd);
  }
  return null;
}

/**
 * When nothing could be known of an account: the PC slept or was offline, the API failed, or its
 * lists lacked many that were there; until the first right lists afterwards, since backing off from a vendor in trouble is
 * what is asked for.
 */
function blindIntervals(account: WorldAccount, { world, goodLists }: Evidence): Intervals {
  const { id, stores, faults, mixedUp, wrongLists } = account;
  // Of the whole account, or where it is too small for that, of each of its stores.
  const whole = goodLists.get(id);
  const lists = whole ? [whole] : stores.map(({ reference }) => goodLists.get(`${id}/${reference}`) ?? []);
  const until = (time: number, longestMs: number) =>
    Math.min(time + longestMs, Math.max(...lists.map((times) => times.find((at) => at >= time) ?? Infinity)));
  const others = mixedUp.map(([begin, end]) => ({ begin, end }));
  const wrong = wrongLists.filter(isHopeless).map(({ at }) => ({ begin: at, end: at }));
  return [
    ...faults.map(({ begin, end }) => [begin, until(end, longestHoldMs)] as const),
    ...[...others, ...wrong, ...world.sleeps, ...world.offline].map(
      ({ begin, end }) => [begin, until(end, longestPauseMs)] as const,
    ),
  ];
}

/** The same, and when planned restarts hold drops; terminals by the hundred share a few windows. */
function createBlindness(account: WorldAccount, holds: Holds, evidence: Evidence) {
  const unknowable = blindIntervals(account, evidence);
  const known = new Map<string, Intervals>();
  return (windows: Windows): Intervals => {
    const key = JSON.stringify(windows);
    const blind = known.get(key) ?? joined([...unknowable, ...windows.flatMap(holds.intervals)]);
    known.set(key, blind);
    return blind;
  };
}

type Windows = readonly (RestartWindow | null)[];

/** Of the stores where it ever stands: which of them the engine has it in at a moment, it learns by and by. */
function windowsOf({ places }: WorldTerminal): Windows {
  return [...new Set(places.map(({ store }) => store.window))];
}

/** When planned restarts hold drops, by the PC's own clock, set or not. */
function createHolds({ begin, end, clock }: Evidence) {
  const known = new Map<RestartWindow, Intervals>();

  const isHeldAt = (window: RestartWindow | null, at: number) =>
    isRestarting(window, begin + at + clock.offsetAt(at));

  /** Generously: a minute more on both sides. */
  function intervals(window: RestartWindow | null): Intervals {
    if (window === null) return [];
    const drawn = known.get(window) ?? joined(minutesOf(window));
    known.set(window, drawn);
    return drawn;
  }

  function minutesOf(window: RestartWindow): [number, number][] {
    const minutes: [number, number][] = [];
    for (let at = 0; at < end; at += minute) {
      if (isHeldAt(window, at)) minutes.push([at - minute, at + minute]);
    }
    return minutes;
  }

  return { isHeldAt, intervals };
}

type Holds = ReturnType<typeof createHolds>;
