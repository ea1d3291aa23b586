import { groupBy } from 'es-toolkit';
import type { Failure } from '../monitor/failure.ts';
import type { StoreOverview } from '../monitor/overview-types.ts';
import type { Candidate } from './candidate.ts';
import type { Memory } from './memory.ts';
import type { Situation } from './situation.ts';

/** What may pass by itself is not worth a word before this; the icon says it anyway. */
const patienceMs = 5 * 60_000;

/** Accounts that give no usable answers, for a cause of which people were not told. */
export function failingAccounts({ overview, report, memory }: Situation): Candidate[] {
  const told = new Set(memory.causes.map(({ account, cause }) => `${account}/${cause}`));
  const failing = groupBy(
    overview.stores.filter((store) => isFailing(store, report.endedAt)),
    ({ account }) => account,
  );
  return Object.entries(failing).flatMap(([account, stores]): Candidate[] => {
    const failure = stores[0]?.failure;
    if (!failure) return [];
    const cause = causeOf(failure);
    if (told.has(`${account}/${cause}`)) return [];
    const since = Math.min(...stores.map(({ failingSince }) => failingSince ?? report.endedAt));
    return [
      {
        kind: 'attention',
        account,
        store: null,
        poiid: null,
        changes: [],
        events: [],
        settled: true,
        failing: { cause, failure, since, stores },
      },
    ];
  });
}

/** Without those of accounts that answer again: the next time is worth a word again. */
export function withoutCured(causes: Memory['causes'], stores: StoreOverview[]): Memory['causes'] {
  if (causes.length === 0) return causes;
  const failing = new Set(stores.filter(({ failure }) => failure !== null).map(({ account }) => account));
  return causes.filter(({ account }) => failing.has(account));
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

function causeOf(failure: Failure): string {
  return failure.kind === 'forbidden' ? `${failure.kind}:${failure.reason}` : failure.kind;
}
