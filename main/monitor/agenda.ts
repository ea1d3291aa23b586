import type { Ledger } from './ledger.ts';
import type { Pacing } from './pacing.ts';
import { nextDueAt, planRound, type DueAccount, type DueTerminal, type Target } from './plan.ts';
import type { Schedule } from './schedule.ts';

/** A store's own list only to see whether terminals have moved: one in so many rounds. */
const roundsPerSweep = 20;

export interface AgendaDeps {
  schedule: Schedule;
  ledger: Pick<Ledger, 'agesAt'>;
  pacing: () => Pacing;
  terminals: { doubtful(): DueTerminal[] };
}

/** What is to be asked, and when there is next anything to do. Times are in epoch ms. */
export function createAgenda({ schedule, ledger, pacing, terminals }: AgendaDeps) {
  function dueAccounts(now: number): DueAccount[] {
    return schedule.accounts().map(({ account, nextAt, sweptAt }) => ({
      account,
      nextAt,
      wide: schedule.isWide(account, now),
      sweepAt: sweptAt + roundsPerSweep * pacing().intervalOf(account, now),
      stores: schedule.storesOf(account),
    }));
  }

  return {
    /** See `planRound`. */
    plan: (awaited: readonly Target[], now: number): Target[] =>
      planRound(dueAccounts(now), terminals.doubtful(), awaited, now),
    /** When something is to be asked, or becomes too old; may be past. */
    nextAt: (now: number): number =>
      Math.min(nextDueAt(dueAccounts(now), terminals.doubtful()), ledger.agesAt()),
    /** An own list of a store whose account's list covers it is a sweep, whatever it was wanted for. */
    noteSweeps(targets: readonly Target[], now: number): void {
      for (const { kind, account } of targets) {
        if (kind === 'store' && schedule.isWide(account, now)) schedule.swept(account, now);
      }
    },
  };
}
