import type { Failure } from './failure.ts';
import type { TerminalEvent } from './terminal.ts';

/** What came of one round of checking. At most one notification may follow from it. */
export interface RoundReport {
  /** Counts up from 1 within this run. */
  round: number;
  startedAt: number;
  endedAt: number;
  events: TerminalEvent[];
  /** Lists that could not be had; `store` is null for that of a whole account. */
  failures: { account: string; store: string | null; failure: Failure }[];
}
