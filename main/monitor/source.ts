import type { Failure } from './failure.ts';
import type { Account } from './watchlist.ts';

/** One question to Adyen. */
export type Question =
  | { kind: 'account'; account: Account }
  | { kind: 'store'; account: Account; store: string }
  | { kind: 'terminal'; account: Account; poiid: string };

export type Answer =
  /** IDs of connected terminals, as Adyen spells them; for a `terminal` question none or that one. */
  | {
      ok: true;
      connected: string[];
      /** Installations of the vendor's SDK would be among them too; else it speaks of terminals alone. */
      installations?: boolean;
      tookMs: number;
    }
  | { ok: false; failure: Failure; tookMs: number };

/**
 * Where answers come from. Never rejects: whatever goes wrong is a `Failure`.
 * Always settles within the transport's deadlines, or at once when the signal aborts.
 */
export interface Source {
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
}
