import { groupBy } from 'es-toolkit';
import { isRestarting, type RestartWindow } from '../../../main/monitor/restart-window.ts';
import type { TerminalEventKind } from '../../../main/monitor/terminal.ts';
import type { SoakClock } from './clock.ts';
import { joined, within, type Intervals } from './intervals.ts';
import { hour, minute, second, type World, type WorldAccount, type WorldTerminal } from './world.ts';

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
  /** Real times of good lists, by account, in order. */
  goodLists: ReadonlyMap<string, readonly number[]>;
  window: RestartWindow;
  /** Interval, confirmation, and ten seconds. */
  boundMs: number;
}

/** An answer is on its way for so long at most. */
const onItsWayMs = 3 * second;
/** See `nothingWatched`: a terminal is unstable until it has not changed for so long. */
const calmMs = 10 * minute;
/** Where the engine still has something to wait for after a blind stretch: backing off, with jitter, and a wake. */
const longestPauseMs = 6 * minute;

/** Compares what was announced with what was true. */
export function judge(evidence: Evidence): Verdict {
  const { world, announced } = evidence;
  const byTerminal = groupBy(announced, ({ account, poiid }) => `${account}/${poiid}`);
  const held = heldIntervals(evidence);
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
    const blind = joined([...blindIntervals(account, evidence), ...held]);
    for (const terminal of account.terminals) {
      const key = `${account.id}/${terminal.poiid}` as const;
      known.add(key);
      const events = byTerminal[key] ?? [];
      judgeEvents(terminal, events, evidence, verdict);
      for (const outage of terminal.down) judgeOutage(terminal, outage, events, blind, evidence, verdict);
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
  evidence: Evidence,
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
    const wasHeld =
      outage && isHeldAt(at, evidence) && isHeldAt(outage[0], evidence) && at - outage[0] < hour;
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
  if (isSettled && isUnstable(terminal, events, clear, boundMs)) {
    verdict.toldAsUnstable += 1;
    return;
  }
  verdict.missed += 1;
  verdict.findings.push(
    `${terminal.poiid} away from ${begin} to ${end}, in sight from ${clear}, and not told`,
  );
}

/** It was told as unstable, and from then on no quiet stretch was long enough to end that. */
function isUnstable(terminal: WorldTerminal, events: Announced[], at: number, boundMs: number): boolean {
  const told = events.findLast((event) => event.kind === 'unstable' && event.at <= at + boundMs);
  if (!told) return false;
  const changes = terminal.down.flat().filter((change) => change > told.at && change <= at);
  return [...changes, at].every(
    (change, index) => change - (changes[index - 1] ?? told.at) < calmMs + 2 * boundMs,
  );
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
 * When nothing could be known of an account: the PC slept or was offline, or the API failed; until the first good
 * list afterwards, since backing off from a vendor in trouble is what is asked for.
 */
function blindIntervals({ id, faults, mixedUp }: WorldAccount, { world, goodLists }: Evidence): Intervals {
  const answers = goodLists.get(id) ?? [];
  const until = (time: number) => {
    const limit = time + longestPauseMs;
    return Math.min(answers.find((at) => at >= time) ?? limit, limit);
  };
  const others = mixedUp.map(([begin, end]) => ({ begin, end }));
  return [...faults, ...others, ...world.sleeps, ...world.offline].map(({ begin, end }) => [
    begin,
    until(end),
  ]);
}

/** When planned restarts hold drops, generously: a minute more on both sides. */
function heldIntervals(evidence: Evidence): Intervals {
  const minutes: [number, number][] = [];
  for (let at = 0; at < evidence.end; at += minute) {
    if (isHeldAt(at, evidence)) minutes.push([at - minute, at + minute]);
  }
  return joined(minutes);
}

/** By the PC's own clock, set or not. */
function isHeldAt(at: number, { window, begin, clock }: Evidence): boolean {
  return isRestarting(window, begin + at + clock.offsetAt(at));
}
