import { placeOf, terminalKey, type TerminalEvent } from '../monitor/terminal.ts';
import { announce, type Announcement } from './announcement.ts';
import { causesAfter, isNewsOfCause } from './attention.ts';
import { isAbout, isLately, suppressors, type Scene } from './suppressors.ts';
import { subjectKey, type Candidate } from './candidate.ts';
import { suppressReasons, type NotificationDecision, type SuppressReason } from './decision.ts';
import { gather } from './gather.ts';
import type { Memory, ToldDown } from './memory.ts';
import type { Situation } from './situation.ts';

export interface Decision {
  /** Those that are new: what is held back for the same reason as before is not among them. */
  decisions: NotificationDecision[];
  /** All that is to be told, as one notification; null when there is nothing to tell. */
  announcement: Announcement | null;
  /** For the next time; to be kept before anything is told, so that what a crash interrupts is told at most once. */
  memory: Memory;
}

interface Judgement {
  candidate: Candidate;
  /** Null: it is told. */
  reason: SuppressReason | null;
  /** It will not be looked at again. */
  over: boolean;
}

/** What of a round people are told: one notification at most, however much has happened in it. */
export function decide(situation: Situation): Decision {
  const { report, memory } = situation;
  const { candidates, openings } = gather(situation);
  const scene: Scene = {
    ...situation,
    told: new Set(memory.down.map(keyOf)),
    acknowledged: new Set(situation.quiet.acknowledged.map(keyOf)),
    opening: new Set(openings.map(placeOf)),
  };
  const judgements = candidates.map((candidate) => judge(candidate, scene));
  const told = judgements.filter(({ reason }) => reason === null).map(({ candidate }) => candidate);
  const announcement = announce(told);
  return {
    announcement,
    decisions: judgements.filter((one) => isNews(one, memory)).map((one) => decisionOf(one, situation)),
    memory: {
      down: downAfter(judgements, situation),
      held: judgements.filter(({ over }) => !over).flatMap(({ candidate }) => candidate.events),
      causes: causesAfter(judgements, situation),
      openings: openings.filter((opening) => !isSummedUp(opening, judgements)),
      reasons: Object.fromEntries(
        judgements.flatMap(({ candidate, reason }) =>
          reason && !candidate.failing ? [[subjectKey(candidate), reason]] : [],
        ),
      ),
      sentAt: timesAfter(
        memory.sentAt,
        told.some(({ failing }) => !failing),
        report.endedAt,
      ),
      attentionAt: timesAfter(
        memory.attentionAt,
        told.some(({ failing }) => failing),
        report.endedAt,
      ),
      lookedAt: report.endedAt,
    },
  };
}

/** The first reason that applies decides. */
function judge(candidate: Candidate, scene: Scene): Judgement {
  const reason = suppressReasons.find((one) => suppressors[one].applies(candidate, scene)) ?? null;
  return { candidate, reason, over: reason === null || suppressors[reason].final(candidate) };
}

function isNews({ candidate, reason }: Judgement, memory: Memory): boolean {
  const { account, failing } = candidate;
  if (failing) return isNewsOfCause(account, failing, reason, memory);
  return reason === null || memory.reasons[subjectKey(candidate)] !== reason;
}

function timesAfter(times: number[], isOneMore: boolean, now: number): number[] {
  return [...times, ...(isOneMore ? [now] : [])].filter((at) => isLately(at, now));
}

function decisionOf({ candidate, reason }: Judgement, { report }: Situation): NotificationDecision {
  const { kind, account, store, poiid } = candidate;
  const outcome = reason === null ? 'notify' : 'suppress';
  return { at: report.endedAt, round: report.round, kind, account, store, poiid, outcome, reason };
}

function downAfter(judgements: Judgement[], { memory, report }: Situation): Memory['down'] {
  const changed = judgements.filter(({ over }) => over);
  if (changed.length === 0) return memory.down;
  const down = new Map(memory.down.map((told): [string, ToldDown] => [keyOf(told), told]));
  for (const { candidate, reason } of changed) {
    // Also where nobody wanted to hear of it: what is gone must not be called down again.
    if (isAbout(candidate, 'reconnected') || reason === 'unwatched') {
      candidate.events.forEach((event) => down.delete(keyOf(event)));
    }
    if (reason !== null) continue;
    const reminded = candidate.kind === 'still-disconnected';
    for (const { event, terminal } of candidate.changes.filter(
      (change) => change.event.kind === 'disconnected',
    )) {
      const { account } = event;
      down.set(keyOf(event), { account, poiid: terminal.poiid, toldAt: report.endedAt, reminded });
    }
  }
  return [...down.values()];
}

function isSummedUp({ account, store }: Memory['openings'][number], judgements: Judgement[]): boolean {
  return judgements.some(
    ({ candidate, over }) =>
      over &&
      candidate.kind === 'opening-summary' &&
      candidate.account === account &&
      candidate.store === store,
  );
}

function keyOf({ account, poiid }: Pick<TerminalEvent, 'account' | 'poiid'>): string {
  return terminalKey(account, poiid);
}
