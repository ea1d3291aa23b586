import type { Overview, StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import type { Knowledge } from '../monitor/knowledge.ts';
import { isDark } from '../monitor/overview.ts';
import { isRestarting, type RestartWindow } from '../monitor/restart-window.ts';
import type { ConfirmedBy } from '../monitor/terminal.ts';
import type { NotificationDecision } from '../notifications/decision.ts';
import type { Change, OpenIncident } from './changes.ts';
import { endOf, isRestart, live, none } from './life.ts';
import { createRoll, type Place, type Track } from './roll.ts';
import { areSettled, confirmedIn, sureAt } from './steady.ts';

export interface RecorderDeps {
  /** Incidents that were not over when the file was closed. */
  open: readonly OpenIncident[];
  /** What the history calls an account; null where it is not to be recorded. */
  accountOf: (id: string) => string | null;
  confirmedBy: (account: string, poiid: string) => ConfirmedBy | null;
  restartOf: (account: string, store: string) => RestartWindow | null;
  isAcknowledged: (account: string, poiid: string) => boolean;
  knowledgeOf: (account: string, store: string) => Knowledge;
}

/** Smaller corrections of the clock are told apart from nothing. In ms. */
const noticeableMs = 1_000;
/** Terminals of a store that drop within this have dropped together. In ms. */
const togetherMs = 5 * 60_000;

/**
 * Compares what is shown with what was, and says what is to be recorded. From what is known, not from what was told
 * to people: so that what nobody looked at is recorded as that.
 */
export function createRecorder(deps: RecorderDeps) {
  const { open, accountOf, confirmedBy, restartOf, isAcknowledged, knowledgeOf } = deps;
  const roll = createRoll(open);
  let looked: Overview | null = null;
  let looks = 0;
  let lookedAt = -Infinity;
  let found = 0;
  let known = 0;

  function lookAt(store: StoreOverview, account: string, now: number, changes: Change[]): void {
    const merchant = roll.merchant(account);
    const place = roll.place(merchant, account, store, changes);
    const knowledge = knowledgeOf(store.account, store.reference);
    const steady = confirmedIn(place, store, knowledge, now);
    const tracks =
      steady ??
      store.terminals.map((terminal) => {
        const track = roll.track(merchant, account, terminal, place.number, changes);
        if (track.look === 0) known += 1;
        if (track.place !== place.number) moveTo(place, track, changes);
        step(track, terminal, store, now, changes);
        return track;
      });
    if (!steady) place.looked = areSettled(tracks, store) ? { knowledge, tracks } : null;
    let seen = Infinity;
    for (const track of tracks) {
      if (track.look !== looks) found += 1;
      track.look = looks;
      const { life } = track;
      if (life.kind === 'up' || life.kind === 'down') seen = Math.min(seen, life.known);
    }
    if (isDark(store)) allDown(roll.inStore(account, store.reference), changes);
    if (seen <= place.seen || seen === Infinity) return;
    place.seen = seen;
    const last = changes.at(-1);
    // A round of one answer sees a thousand stores at the same time.
    if (last?.kind === 'seen' && last.at === seen) last.places.push(place.number);
    else changes.push({ kind: 'seen', places: [place.number], at: seen });
  }

  function step(
    track: Track,
    terminal: TerminalOverview,
    { account, reference }: StoreOverview,
    now: number,
    changes: Change[],
  ): void {
    const before = track.life;
    // A terminal in its box is no outage.
    if (terminal.checkedAt === null || terminal.neverSeen) return;
    const since = terminal.since === null ? null : Math.round(terminal.since);
    const at = sureAt(terminal.checkedAt, now);
    const restarting = (time: number) => isRestarting(restartOf(account, reference), time);
    const { life, spans } = live(before, { status: terminal.status, since }, at, restarting);
    track.life = life;
    for (const span of spans) {
      changes.push(
        span.kind === 'begin'
          ? { ...span, terminal: track.number, place: track.place }
          : { ...span, terminal: track.number },
      );
    }
    if (life.kind === 'down') wentDown(track, { ...terminal, since }, account, at, changes);
    else if (track.incident || before.kind === 'doubt') notDown(track, before, at, restarting, changes);
  }

  function wentDown(
    track: Track,
    { poiid, since, unstable }: TerminalOverview,
    account: string,
    at: number,
    changes: Change[],
  ): void {
    const terminal = track.number;
    const start = since ?? at;
    const cause = unstable ? 'unstable' : 'terminal';
    if (track.incident && Math.abs(track.incident.start - start) > noticeableMs && track.incident.lost) {
      // It came back and dropped again while nobody was looking.
      changes.push({ kind: 'over', terminal, at: null });
      track.incident = null;
    }
    if (!track.incident) {
      const how = confirmedBy(account, poiid);
      changes.push({
        kind: 'incident',
        terminal,
        place: track.place,
        cause,
        start,
        confirmed: at,
        confirmedBy: how,
        end: null,
      });
      track.incident = { start, cause, acknowledged: false, told: null, lost: false };
    }
    const { incident } = track;
    if (incident.lost) changes.push({ kind: 'goes-on', terminal });
    incident.lost = false;
    if (incident.cause === 'terminal' && unstable) changeCause(track, 'unstable', changes);
    if (!incident.acknowledged && isAcknowledged(account, poiid)) {
      incident.acknowledged = true;
      changes.push({ kind: 'acknowledged', terminal, at: Math.max(at, lookedAt) });
    }
  }

  function notDown(
    track: Track,
    before: Track['life'],
    at: number,
    restarting: (at: number) => boolean,
    changes: Change[],
  ): void {
    const terminal = track.number;
    if (track.incident && track.life.kind === 'up') {
      changes.push({ kind: 'over', terminal, at: before.kind === 'down' ? at : null });
      track.incident = null;
    }
    if (track.incident && !track.incident.lost && before.kind === 'down') {
      changes.push({ kind: 'lost', terminal, at: before.known });
      track.incident.lost = true;
    }
    if (before.kind === 'doubt' && track.life.kind === 'up' && isRestart(before, restarting)) {
      const { from: start, asked: confirmed } = before;
      const { place } = track;
      changes.push({
        kind: 'incident',
        terminal,
        place,
        cause: 'restart',
        start,
        confirmed,
        confirmedBy: 'own-request',
        end: at,
      });
    }
  }

  function moveTo(place: Place, track: Track, changes: Change[]): void {
    leave(track, changes);
    track.place = place.number;
  }

  /** It is not looked at any more, or elsewhere. */
  function leave(track: Track, changes: Change[]): void {
    for (const span of endOf(track.life)) {
      if (span.kind === 'end') changes.push({ ...span, terminal: track.number });
    }
    if (track.incident && !track.incident.lost && track.life.kind === 'down') {
      changes.push({ kind: 'lost', terminal: track.number, at: track.life.known });
      track.incident.lost = true;
    }
    track.life = none;
  }

  function allDown(tracks: Track[], changes: Change[]): void {
    const down = tracks.filter(({ incident }) => incident !== null && !incident.lost);
    const last = Math.max(...down.map(({ incident }) => incident?.start ?? 0));
    const together = down.filter(({ incident }) => incident && last - incident.start <= togetherMs);
    if (together.length < 2) return;
    for (const track of together)
      if (track.incident?.cause === 'terminal') changeCause(track, 'store', changes);
  }

  return {
    /** @returns what is new since the last look; mostly when stores were seen */
    look(overview: Overview, now: number): Change[] {
      // What is shown is the same picture as what is told.
      if (overview === looked) return [];
      looked = overview;
      const changes: Change[] = [];
      if (now < lookedAt - noticeableMs) {
        for (const track of roll.missing(-1)) leave(track, changes);
        changes.push({ kind: 'rewind', now });
        roll.forgetSeen();
      }
      lookedAt = now;
      looks += 1;
      found = 0;
      for (const store of overview.stores) {
        const account = accountOf(store.account);
        if (account !== null) lookAt(store, account, now, changes);
      }
      if (found < known) for (const track of roll.missing(looks)) leave(track, changes);
      return changes;
    },

    /** What people were told, or why not. */
    decided(decisions: readonly NotificationDecision[]): Change[] {
      const changes: Change[] = [];
      for (const decision of decisions) {
        const account = accountOf(decision.account);
        if (account === null) continue;
        const { at, kind, reason, store, poiid } = decision;
        changes.push({ kind: 'decided', decided: { at, kind, reason, account, store, poiid } });
        if (!isAboutOutages(decision)) continue;
        for (const track of subjects(account, decision)) tell(track, decision, changes);
      }
      return changes;
    },
  };

  function subjects(account: string, { poiid, store }: NotificationDecision): Track[] {
    if (poiid !== null) return [roll.find(account, poiid)].filter((track) => track !== undefined);
    return store === null ? [] : roll.inStore(account, store);
  }
}

function changeCause(track: Track, cause: 'store' | 'unstable', changes: Change[]): void {
  if (!track.incident) return;
  track.incident.cause = cause;
  changes.push({ kind: 'cause', terminal: track.number, cause });
}

/** What was told once is not untold by what is not told later. */
function tell(track: Track, { at, kind, reason }: NotificationDecision, changes: Change[]): void {
  const { incident, number: terminal } = track;
  if (!incident || incident.told === 'told') return;
  incident.told = reason === null ? 'told' : 'kept-back';
  changes.push({ kind: 'told', terminal, told: { at, kind, reason } });
}

function isAboutOutages({ kind }: NotificationDecision): boolean {
  return kind !== 'reconnected' && kind !== 'attention';
}
