import { groupBy } from 'es-toolkit';
import { isRestarting, type RestartWindow } from '../../../main/monitor/restart-window.ts';
import type { TerminalEventKind } from '../../../main/monitor/terminal.ts';
import type { SoakClock } from './clock.ts';
import { joined, within, type Intervals } from './intervals.ts';
import { minute, second, type World, type WorldAccount, type WorldTerminal } from './world.ts';

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
  /** Interval with its jitter, confirmation, and ten seconds. */
  boundMs: number;
}

/** An answer is on its way for so long at most. */
const onItsWayMs = 3 * second;
/** An unstable spell is over when nothing happened for so long; see `evidencePolicy`. */
const spellMs = 90 * minute;

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
  };
  for (const account of world.accounts) {
    const blind = joined([...blindIntervals(account, evidence), ...held]);
    for (const terminal of account.terminals) {
      const events = byTerminal[`${account.id}/${terminal.poiid}`] ?? [];
      judgeEvents(terminal, events, (at) => isHeldAt(at, evidence), verdict);
      for (const outage of terminal.down) judgeOutage(outage, events, blind, evidence, verdict);
    }
  }
  return verdict;
}

function judgeEvents(
  terminal: WorldTerminal,
  events: Announced[],
  isHeld: (at: number) => boolean,
  verdict: Verdict,
): void {
  let told: TerminalEventKind = 'reconnected';
  for (const { kind, at } of events) {
    if (kind === 'unstable') continue;
    if (kind === told) verdict.duplicates += 1;
    told = kind;
    if (kind !== 'disconnected') continue;
    const wasDown = within(terminal.down, at - onItsWayMs, at + 1).length > 0;
    if (!wasDown || (isHeld(at) && isHeld(at - onItsWayMs))) verdict.falseAlarms += 1;
  }
}

function judgeOutage(
  [begin, end]: readonly [number, number],
  events: Announced[],
  blind: Intervals,
  { boundMs, end: worldEnd }: Evidence,
  verdict: Verdict,
): void {
  const clear = firstClear(begin, Math.min(end, worldEnd), blind, boundMs);
  if (clear === null) return;
  verdict.outages += 1;
  const deadline = clear + boundMs;
  const said = events.filter(({ at }) => at <= deadline);
  const last = said.findLast(({ kind }) => kind !== 'unstable');
  if (last?.kind === 'disconnected') {
    if (clear === begin && last.at >= begin) verdict.latencies.push(last.at - begin);
  } else if (said.some(({ kind, at }) => kind === 'unstable' && at > deadline - spellMs)) {
    verdict.toldAsUnstable += 1;
  } else {
    verdict.missed += 1;
  }
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
function blindIntervals({ id, faults }: WorldAccount, { world, goodLists }: Evidence): Intervals {
  const answers = goodLists.get(id) ?? [];
  const until = (time: number) => answers.find((at) => at >= time) ?? Infinity;
  return [...faults, ...world.sleeps, ...world.offline].map(({ begin, end }) => [begin, until(end)]);
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
