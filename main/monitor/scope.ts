import type { Target } from './plan.ts';
import type { Schedule } from './schedule.ts';

/** What somebody wants to be checked now. */
export type RecheckScope =
  | { kind: 'all' }
  | { kind: 'store'; account: string; store: string }
  | { kind: 'terminal'; account: string; poiid: string };

/** Lists of accounts that are asked as a whole, or of each store. */
export function targetsOf(scope: RecheckScope, schedule: Schedule, wide: ReadonlySet<string>): Target[] {
  switch (scope.kind) {
    case 'terminal':
      return [{ kind: 'terminal', account: scope.account, poiid: scope.poiid, confirms: false }];
    case 'store':
      return [{ kind: 'store', account: scope.account, store: scope.store, confirms: false }];
    case 'all':
      return schedule.accounts().flatMap(({ account }): Target[] => {
        const isWide = wide.has(account);
        const lists = schedule
          .storesOf(account)
          .filter(({ uncovered }) => !isWide || uncovered)
          .map(({ reference }): Target => ({ kind: 'store', account, store: reference, confirms: false }));
        return isWide ? [{ kind: 'account', account, confirms: false }, ...lists] : lists;
      });
  }
}

export function isWithin(
  scope: RecheckScope,
  of: { account: string; store: string; poiid: string },
): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'store':
      return of.account === scope.account && of.store === scope.store;
    case 'terminal':
      return of.account === scope.account && of.poiid === scope.poiid;
  }
}
