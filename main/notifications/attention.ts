import { groupBy, isSubset, union } from 'es-toolkit';
import { isUnanswered } from '../monitor/connectivity.ts';
import type { Failure } from '../monitor/failure.ts';
import type { StoreOverview } from '../monitor/overview-types.ts';
import type { Candidate, Failing } from './candidate.ts';
import type { SuppressReason } from './decision.ts';
import type { KnownCause, Memory } from './memory.ts';
import type { Situation } from './situation.ts';

/** What may pass by itself is not worth a word before this; the icon says it anyway. */
const patienceMs = 5 * 60_000;

/** Accounts that give no usable answers, once for each cause: of one account, stores can fail for different ones. */
export function failingAccounts({ overview, report }: Situation): Candidate[] {
  const failing = overview.stores.flatMap((store) =>
    store.failure && isFailing(store, report.endedAt) ? [{ store, failure: store.failure }] : [],
  );
  const groups = groupBy(failing, ({ store, failure }) => causeKey(store.account, causeOf(failure)));
  return Object.values(groups).flatMap((group): Candidate[] => {
    const [first] = group;
    if (!first) return [];
    const { account } = first.store;
    const stores = group.map(({ store }) => store);
    const since = Math.min(...stores.map(({ failingSince }) => failingSince ?? report.endedAt));
    const cause = causeOf(first.failure);
    return [
      {
        kind: 'attention',
        account,
        store: null,
        poiid: null,
        changes: [],
        events: [],
        settled: true,
        failing: { cause, failure: first.failure, since, stores },
      },
    ];
  });
}

/** People heard of this cause, and it has not been cured since. */
export function isToldCause(account: string, { cause }: Failing, { causes }: Memory): boolean {
  return find(causes, account, cause)?.reason === null;
}

/** Whether a cause is news: it is told, it is held back for another reason than before, or it has reached another store. */
export function isNewsOfCause(
  account: string,
  { cause, stores }: Failing,
  reason: SuppressReason | null,
  { causes }: Memory,
): boolean {
  const known = find(causes, account, cause);
  if (!known || reason === null) return true;
  if (reason !== 'already-told') return known.reason !== reason;
  const reached = stores.map(({ reference }) => reference);
  return !isSubset(known.stores, reached);
}

/**
 * Every cause is kept until all stores that it has reached answer again, also while another one is in front of it: a
 * line that is down fails now in this way and now in that.
 */
export function causesAfter(
  judged: readonly { candidate: Candidate; reason: SuppressReason | null }[],
  { memory, overview }: Pick<Situation, 'memory' | 'overview'>,
): Memory['causes'] {
  const causes = new Map(memory.causes.map((one) => [causeKey(one.account, one.cause), one]));
  for (const { candidate, reason } of judged) {
    const { account, failing } = candidate;
    if (!failing) continue;
    const { cause } = failing;
    const key = causeKey(account, cause);
    const reached = failing.stores.map(({ reference }) => reference);
    causes.set(key, {
      account,
      cause,
      stores: union(causes.get(key)?.stores ?? [], reached),
      reason: reason === 'already-told' ? null : reason,
    });
  }
  return [...causes.values()].filter((one) => overview.stores.some((store) => isAilingFrom(one, store)));
}

/** A store that was not asked in this run has not answered either. */
function isAilingFrom({ account, stores }: KnownCause, store: StoreOverview): boolean {
  if (store.account !== account || (store.failure === null && store.checkedAt !== null)) return false;
  // Of a cause that an older version has kept it is not known which they are.
  return stores.length === 0 || stores.includes(store.reference);
}

function isFailing({ failure, failingSince }: StoreOverview, now: number): boolean {
  if (failure === null) return false;
  const lasted = now - (failingSince ?? now);
  switch (failure.kind) {
    // This PC itself: nobody at Adyen or at a terminal can do anything about it.
    case 'offline':
      return false;
    case 'unauthorized':
    case 'forbidden':
    case 'invalid-request':
      return true;
    default:
      return lasted >= patienceMs;
  }
}

/** The same for what people would call the same trouble. */
function causeOf(failure: Failure): string {
  if (isUnanswered(failure)) return 'unanswered';
  return failure.kind === 'forbidden' ? `${failure.kind}:${failure.reason}` : failure.kind;
}

function find(causes: Memory['causes'], account: string, cause: string): KnownCause | undefined {
  return causes.find((one) => one.account === account && one.cause === cause);
}

function causeKey(account: string, cause: string): string {
  return `${account}/${cause}`;
}
