import { partition } from 'es-toolkit';
import type { Budgets } from './budget.ts';
import type { Clock } from './clock.ts';
import { confirmations, type DueTerminal, type Target } from './plan.ts';
import { keyOf } from './records.ts';
import type { createRounds } from './rounds.ts';
import type { Schedule } from './schedule.ts';
import { isWithin, targetsOf, type RecheckScope } from './scope.ts';
import type { createWaiting } from './waiting.ts';

export interface RecheckDeps {
  clock: Clock;
  schedule: Schedule;
  rounds: Pick<ReturnType<typeof createRounds>, 'run' | 'isInFlight' | 'doubtful'>;
  waiting: Pick<ReturnType<typeof createWaiting>, 'add'>;
  budgets: Pick<Budgets, 'isHeld'>;
  /** May be asked for now; it then counts as asked. */
  isAffordable: (target: Target) => boolean;
  longestWaitMs: () => number;
  /** Something waits for the budget. */
  hasten: () => void;
  onChange: () => void;
  signal: AbortSignal;
}

/** What somebody wants to be checked now. */
export function createRechecks(deps: RecheckDeps) {
  const { clock, schedule, rounds, waiting, budgets, isAffordable, hasten, onChange, signal } = deps;
  let running = 0;

  /** As soon as the budget allows; not at all where the vendor has asked to be left alone for a while. */
  async function pursue(targets: Target[]): Promise<void> {
    const [now, later] = partition(
      targets.filter(({ account }) => !budgets.isHeld(account)),
      isAffordable,
    );
    const turns = later.map(async (target) => {
      const turn = waiting.add(target);
      hasten();
      await turn;
      if (!signal.aborted && rounds.isInFlight(target)) await rounds.run([target]);
    });
    await Promise.all([rounds.run(now), ...turns]);
  }

  function suspectsIn(scope: RecheckScope): DueTerminal[] {
    return rounds.doubtful().filter(({ record }) => record.status === 'suspect' && isWithin(scope, record));
  }

  /** The tick may have confirmed some of them meanwhile. */
  function still(suspects: DueTerminal[]): DueTerminal[] {
    const before = new Set(suspects.map(({ record }) => keyOf(record)));
    return suspectsIn({ kind: 'all' }).filter(({ record }) => before.has(keyOf(record)));
  }

  function isWide(account: string): boolean {
    return schedule.isWide(account, clock.now());
  }

  function isCovered(account: string, store: string): boolean {
    return isWide(account) && schedule.isCovered(account, store);
  }

  function until(time: number): Promise<void> {
    // A clock that was set back must not keep a recheck waiting.
    const wait = Math.max(0, Math.min(time - clock.now(), deps.longestWaitMs()));
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = clock.after(wait, done);
      signal.addEventListener('abort', done);
    });
  }

  return {
    areRunning: (): boolean => running > 0,
    /** Asks at once, joins what is in flight, settles once suspects are confirmed too. Never rejects. */
    async run(scope: RecheckScope): Promise<void> {
      running += 1;
      onChange();
      const wide = schedule
        .accounts()
        .map(({ account }) => account)
        .filter(isWide);
      await pursue(targetsOf(scope, schedule, new Set(wide)));
      const doubtful = suspectsIn(scope);
      if (doubtful.length > 0) await until(Math.max(...doubtful.map(({ dueAt }) => dueAt)));
      if (!signal.aborted) await pursue(confirmations(still(doubtful), isCovered));
      // Where a list turned out to be wrong; as many as may be asked for, since nobody watches for longer.
      const distrusted = suspectsIn(scope).filter(({ listed, dueAt }) => !listed && dueAt <= clock.now());
      if (!signal.aborted) await rounds.run(confirmations(distrusted, isCovered).filter(isAffordable));
      running -= 1;
      onChange();
    },
  };
}
