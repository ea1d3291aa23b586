import type { Target } from './plan.ts';
import type { Question } from './source.ts';
import { asksElsewhere, type Account, type Watchlist } from './watchlist.ts';

export function questionOf(target: Target, account: Account): Question {
  switch (target.kind) {
    case 'account':
      return { kind: 'account', account };
    case 'store':
      return { kind: 'store', account, store: target.store };
    case 'terminal':
      return { kind: 'terminal', account, poiid: target.poiid };
  }
}

/** The settings may have changed meanwhile: an answer from elsewhere says nothing about what is watched now. */
export function isStillAsked(target: Target, asked: Account, { accounts }: Watchlist): boolean {
  const account = accounts.find(({ id }) => id === target.account);
  if (!account || asksElsewhere(account, asked)) return false;
  if (target.kind !== 'store') return true;
  const idIn = ({ stores }: Account) => stores.find(({ reference }) => reference === target.store)?.id;
  return idIn(account) !== undefined && idIn(account) === idIn(asked);
}
