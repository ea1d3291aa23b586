import type { PolicyOf } from './ledger.ts';
import { evidenceAt, type Entry } from './records.ts';
import { staleAt } from './transition.ts';

/**
 * Finds what has become too old to be believed. Evidence only gets younger, so thousands of records are looked through
 * only when the oldest of it may have had its time, or when that time has become another.
 */
export function createStaleness() {
  let nothingBefore = -Infinity;
  /** How long evidence of each account was good for when that was found out; ms. */
  let goodFor = new Map<string, number>();

  return {
    /** Records or accounts are others than they were. */
    reset(): void {
      nothingBefore = -Infinity;
    },
    /** Nothing is too old before, unless evidence is good for another time then. Epoch ms. */
    notBefore: (): number => nothingBefore,
    /** @param accounts those of which something may be heard from now on */
    among(entries: Iterable<Entry>, accounts: Iterable<string>, now: number, policyOf: PolicyOf): Entry[] {
      const isGoodAsLong = Array.from(goodFor).every(
        ([account, ms]) => policyOf(account).staleAfterMs === ms,
      );
      if (now < nothingBefore && isGoodAsLong) return [];
      goodFor = new Map(Array.from(accounts, (account) => [account, policyOf(account).staleAfterMs]));
      nothingBefore = now + Math.min(...goodFor.values());
      const old: Entry[] = [];
      for (const entry of entries) {
        const { account, status } = entry.record;
        const until = staleAt({ status, evidenceAt: evidenceAt(entry) }, policyOf(account));
        if (now > until) old.push(entry);
        else if (until < nothingBefore) nothingBefore = until;
      }
      return old;
    },
  };
}
