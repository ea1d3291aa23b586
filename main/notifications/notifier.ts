import { isEqual } from 'es-toolkit';
import type { Words } from '../../assets/locales/index.ts';
import { nextOpening, type OpeningHours } from '../monitor/opening-hours.ts';
import type { Overview } from '../monitor/overview-types.ts';
import type { RoundReport } from '../monitor/round.ts';
import { storeKey } from '../monitor/terminal.ts';
import { timeStep } from '../monitor/time-step.ts';
import type { Notice } from '../settings/notice.ts';
import { createDelivery, isShown } from './delivery.ts';
import type { RecordDecisions } from './decision.ts';
import type { Announcement } from './announcement.ts';
import { memoryAfterClockSet, type Memory } from './memory.ts';
import { decide } from './policy.ts';
import {
  acknowledge,
  endSnooze,
  quietAfterClockSet,
  quietView,
  snooze,
  withoutEnded,
  type Quiet,
  type QuietView,
  type SnoozeLength,
  type SnoozeScope,
  type TerminalRef,
} from '../monitor/quiet.ts';
import type { NotificationRules } from './rules.ts';
import type { Outcome, Sender } from './sender.ts';
import { testMessage, wording } from './wording.ts';

export interface NotifierDeps {
  words: Words;
  /** Of the person's region, for times of day. */
  locale: () => string;
  now(): number;
  /** As a `Clock` has it. */
  elapsed(): number;
  sender: Sender;
  log: { info(message: string, facts?: object): void };
  store: {
    quiet(): Quiet;
    memory(): Memory;
    save(change: { quiet?: Quiet; memory?: Memory }): void;
  };
  rules(): NotificationRules;
  /** Whether the system is not to disturb. Never rejects. */
  readDoNotDisturb: () => Promise<boolean>;
  record: RecordDecisions;
  /** What is snoozed or acknowledged has changed. */
  onQuiet(): void;
  /** The system shows none of it, or does again. */
  noticed(): void;
}

export interface Notifier {
  /** By store; a store without hours is always open. */
  configure(hours: ReadonlyMap<string, OpeningHours>): void;
  /** Decides what of a round is told, and tells it; settles once it is known what became of it. `overview` as it stands after the round. */
  roundEnded(report: RoundReport, overview: Overview): Promise<void>;
  /** Somebody set the wall clock, by this many ms. */
  clockSet(byMs: number): void;
  quiet(): QuietView;
  snooze(scope: SnoozeScope, length: SnoozeLength): void;
  endSnooze(scope: SnoozeScope): void;
  acknowledge(terminal: TerminalRef, on: boolean): void;
  /** What no snooze keeps back, since somebody waits for it. */
  test(): Promise<Outcome>;
  notices(): Notice[];
}

/** How old the last look may be on disk: enough to see that a store has opened since. */
const lookKeptMs = 15 * 60_000;

export function createNotifier(deps: NotifierDeps): Notifier {
  const { words, locale, log, store } = deps;
  const delivery = createDelivery(deps.sender, deps.noticed);
  let hours: ReadonlyMap<string, OpeningHours> = new Map();
  let memory = store.memory();
  let setByMs = 0;
  let last = { now: deps.now(), elapsed: deps.elapsed() };

  function change(next: Quiet): void {
    if (next === store.quiet()) return;
    store.save({ quiet: next });
    log.info('what is to be quiet has changed', next);
    deps.onQuiet();
  }

  async function roundEnded(report: RoundReport, overview: Overview): Promise<void> {
    if (isClockSteady()) change(withoutEnded(store.quiet(), overview, report.endedAt));
    const before = memoryAfterClockSet(memory, setByMs);
    setByMs = 0;
    const decideWith = (kept: { doNotDisturb?: boolean; notShown?: boolean }) =>
      decide({
        report,
        overview,
        hoursOf: (account: string, reference: string) => hours.get(storeKey(account, reference)) ?? null,
        quiet: store.quiet(),
        rules: deps.rules(),
        doNotDisturb: false,
        notShown: false,
        memory: before,
        ...kept,
      });
    // Asked only where it matters: most rounds have nothing to tell.
    const free = decideWith({ notShown: delivery.isPaused(report.endedAt) });
    const held = free.announcement !== null && (await deps.readDoNotDisturb());
    const meant = held ? decideWith({ doNotDisturb: true }) : free;
    remember(meant.memory);
    const { announcement } = meant;
    const told = announcement === null || (await tells(announcement, report, overview));
    const decision = told ? meant : decideWith({ notShown: true });
    if (!told) remember(decision.memory);
    for (const one of decision.decisions) log.info('notification decided', one);
    if (decision.decisions.length > 0) deps.record(decision.decisions);
  }

  /** If it is not, either it was set, which is told presently, or the PC has slept: the next round knows. */
  function isClockSteady(): boolean {
    const next = { now: deps.now(), elapsed: deps.elapsed() };
    const step = timeStep(next.now - last.now, next.elapsed - last.elapsed, Infinity, false);
    last = next;
    return step.kind === 'usual';
  }

  async function tells(
    announcement: Announcement,
    { endedAt: now }: RoundReport,
    { counts }: Overview,
  ): Promise<boolean> {
    const saying = { words, now, locale: locale(), disconnected: counts.disconnected };
    return isShown(await delivery.send(wording(announcement, saying), now));
  }

  /** Before it is told: what a crash interrupts is told at most once. */
  function remember(next: Memory): void {
    const saved = store.memory();
    memory = next;
    const age = (next.lookedAt ?? 0) - (saved.lookedAt ?? 0);
    if (age >= 0 && age < lookKeptMs && isEqual({ ...next, lookedAt: saved.lookedAt }, saved)) return;
    store.save({ memory: next });
  }

  function openingOf(scope: SnoozeScope, now: number): number | null {
    if (scope.kind === 'terminal') return null;
    const wanted =
      scope.kind === 'all' ? [...hours.values()] : [hours.get(storeKey(scope.account, scope.store)) ?? null];
    const known = wanted.map((one) => nextOpening(one, now)).filter((at) => at !== null);
    return known.length > 0 ? Math.min(...known) : null;
  }

  return {
    configure(next) {
      hours = next;
      deps.onQuiet();
    },
    roundEnded,
    clockSet(byMs) {
      // Times in the file are whole.
      const ms = Math.round(byMs);
      setByMs += ms;
      change(quietAfterClockSet(store.quiet(), ms));
    },
    quiet: () => quietView(store.quiet(), [...hours.keys()], deps.now()),
    snooze(scope, length) {
      const now = deps.now();
      change(snooze(store.quiet(), scope, length, now, openingOf(scope, now)));
    },
    endSnooze: (scope) => change(endSnooze(store.quiet(), scope)),
    acknowledge: (terminal, on) => change(acknowledge(store.quiet(), terminal, on)),
    test: () => delivery.send(testMessage(words), deps.now()),
    notices: delivery.notices,
  };
}
