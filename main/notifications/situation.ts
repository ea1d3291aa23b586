import type { OpeningHours } from '../monitor/opening-hours.ts';
import type { Overview, StoreOverview, TerminalOverview } from '../monitor/overview-types.ts';
import type { RoundReport } from '../monitor/round.ts';
import { terminalKey } from '../monitor/terminal.ts';
import type { Memory } from './memory.ts';
import type { Quiet, TerminalRef } from '../monitor/quiet.ts';
import type { NotificationRules } from './rules.ts';

/** Everything that a decision looks at. */
export interface Situation {
  report: RoundReport;
  /** As it stands after the round. */
  overview: Overview;
  /** Null where none are set. */
  hoursOf(account: string, store: string): OpeningHours | null;
  /** Without what has ended. */
  quiet: Quiet;
  rules: NotificationRules;
  /** Of the system. */
  doNotDisturb: boolean;
  /** The system shows nothing of ours, as it turned out a moment ago. */
  notShown: boolean;
  memory: Memory;
}

export interface Subject {
  store: StoreOverview;
  terminal: TerminalOverview;
}

/** Looks terminals up by account and POIID; built at the first question, since most rounds have none. */
export function createLookup({ stores }: Overview): (ref: TerminalRef) => Subject | undefined {
  let subjects: Map<string, Subject> | null = null;
  return ({ account, poiid }) => {
    subjects ??= new Map(
      stores.flatMap((store) =>
        store.terminals.map((terminal) => [terminalKey(store.account, terminal.poiid), { store, terminal }]),
      ),
    );
    return subjects.get(terminalKey(account, poiid));
  };
}
