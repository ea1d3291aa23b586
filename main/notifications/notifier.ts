import { isEqual } from 'es-toolkit';
import type { Words } from '../../assets/locales/index.ts';
import { nextOpening, type OpeningHours } from '../monitor/opening-hours.ts';
import type { Overview } from '../monitor/overview-types.ts';
import type { RoundReport } from '../monitor/round.ts';
import { storeKey } from '../monitor/terminal.ts';
import type { RecordDecisions } from './decision.ts';
import type { Memory } from './memory.ts';
import { decide } from './policy.ts';
import {
  acknowledge,
  endSnooze,
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
}

export interface Notifier {
  /** By store; a store without hours is always open. */
  configure(hours: ReadonlyMap<string, OpeningHours>): void;
  /** Decides what of a round is told, and tells it. `overview` as it stands after the round. */
  roundEnded(report: RoundReport, overview: Overview): Promise<void>;
  quiet(): QuietView;
  snooze(scope: SnoozeScope, length: SnoozeLength): void;
  endSnooze(scope: SnoozeScope): void;
  acknowledge(terminal: TerminalRef, on: boolean): void;
  /** What no snooze keeps back, since somebody waits for it. */
  test(): Promise<Outcome>;
}

/** How old the last look may be on disk: enough to see that a store has opened since. */
const lookKeptMs = 15 * 60_000;

export function createNotifier(deps: NotifierDeps): Notifier {
  const { words, locale, sender, log, store } = deps;
  let hours: ReadonlyMap<string, OpeningHours> = new Map();
  let memory = store.memory();

  function change(next: Quiet): void {
    if (next === store.quiet()) return;
    store.save({ quiet: next });
    log.info('what is to be quiet has changed', next);
    deps.onQuiet();
  }

  async function roundEnded(report: RoundReport, overview: Overview): Promise<void> {
    change(withoutEnded(store.quiet(), overview, report.endedAt));
    const decideWith = (doNotDisturb: boolean) =>
      decide({
        report,
        overview,
        hoursOf: (account: string, reference: string) => hours.get(storeKey(account, reference)) ?? null,
        quiet: store.quiet(),
        rules: deps.rules(),
        doNotDisturb,
        memory,
      });
    // Asked only where it matters: most rounds have nothing to tell.
    const free = decideWith(false);
    const held = free.announcement !== null && (await deps.readDoNotDisturb());
    const decision = held ? decideWith(true) : free;
    remember(decision.memory);
    for (const one of decision.decisions) log.info('notification decided', one);
    if (decision.decisions.length > 0) deps.record(decision.decisions);
    if (!decision.announcement) return;
    const { disconnected } = overview.counts;
    const saying = { words, now: report.endedAt, locale: locale(), disconnected };
    void sender.send(wording(decision.announcement, saying));
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
    quiet: () => quietView(store.quiet(), [...hours.keys()], deps.now()),
    snooze(scope, length) {
      const now = deps.now();
      change(snooze(store.quiet(), scope, length, now, openingOf(scope, now)));
    },
    endSnooze: (scope) => change(endSnooze(store.quiet(), scope)),
    acknowledge: (terminal, on) => change(acknowledge(store.quiet(), terminal, on)),
    test: () => sender.send(testMessage(words)),
  };
}
