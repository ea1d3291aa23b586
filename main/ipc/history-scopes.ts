import type { Words } from '../../assets/locales/index.ts';
import type { Request } from '../../preload/contract.ts';
import type { Scope } from '../history/questions.ts';
import type { History } from '../record.ts';
import type { Watchlist } from '../monitor/watchlist.ts';

type AskedScope = Request<'history.summary'>['scope'];

/** Between the IDs that the window goes by and the names that the history has for accounts. */
export function createHistoryScopes(history: Pick<History, 'accounts'>, watchlist: () => Watchlist) {
  /** Where an account is not known, nothing is recorded under its empty name. */
  const nameOf = (account: string): string => history.accounts().get(account) ?? '';

  const merchantAccountOf = (name: string): string => name.slice(name.indexOf('/') + 1);

  function storeOf(scope: AskedScope) {
    if (scope.kind !== 'store') return undefined;
    const stores = watchlist().accounts.find(({ id }) => id === scope.account)?.stores ?? [];
    return stores.find(({ reference }) => reference === scope.store);
  }

  return {
    nameOf,
    /** Empty where it is not watched any more. */
    idOf: (name: string): string => [...history.accounts()].find(([, known]) => known === name)?.[0] ?? '',
    merchantAccountOf,
    scopeOf: (scope: AskedScope): Scope =>
      scope.kind === 'all' ? scope : { ...scope, account: nameOf(scope.account) },
    /** That of the store; of this PC where several are meant, or none is set. */
    zoneOf(scope: AskedScope): string | null {
      const store = storeOf(scope);
      return store?.openingHours?.timeZone ?? store?.restart?.timeZone ?? null;
    },
    /** As people call it. */
    subjectOf(scope: AskedScope, words: Words): string {
      if (scope.kind === 'terminal') return scope.poiid;
      if (scope.kind === 'account') return merchantAccountOf(nameOf(scope.account));
      return storeOf(scope)?.name ?? words('history:scope.all');
    },
  };
}
