import { requestsPerMinute } from './budget.ts';
import type { PolicyOf } from './ledger.ts';
import { evidencePolicy } from './pace.ts';
import type { Pacing } from './pacing.ts';
import { isRestarting, type RestartWindow } from './restart-window.ts';
import type { Schedule } from './schedule.ts';
import type { EvidencePolicy } from './transition.ts';
import type { Watchlist } from './watchlist.ts';

/** Says at any moment what it takes to believe something about the terminals of this watchlist. */
export function createEvidence(
  { accounts, unstable, pace }: Watchlist,
  schedule: Schedule,
  pacing: Pacing,
  credentialOf: (account: string) => string,
): (now: number) => PolicyOf {
  // Thousands of stores share a few windows, and asking for a time of day in a zone is not cheap.
  const shared = new Map<string, RestartWindow>();
  const windows = new Map(
    accounts.map(({ id, stores }) => [
      id,
      new Map(stores.map(({ reference, restart }) => [reference, share(restart)])),
    ]),
  );

  function share(window: RestartWindow | null): RestartWindow | null {
    if (window === null) return null;
    const key = JSON.stringify([window.at, window.graceMinutes, window.timeZone]);
    const known = shared.get(key) ?? window;
    shared.set(key, known);
    return known;
  }

  /** Lists that a round takes, by key: where they are many, the budget makes it longer than the setting. */
  function listsByCredential(now: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { id, stores } of accounts) {
      const credential = credentialOf(id);
      const lists = schedule.isWide(id, now) ? 1 : stores.length;
      counts.set(credential, (counts.get(credential) ?? 0) + lists);
    }
    return counts;
  }

  // Good for a minute.
  let restarting = new Map<RestartWindow, boolean>();
  let restartingIn = -1;

  return (now) => {
    const thisMinute = Math.floor(now / 60_000);
    if (thisMinute !== restartingIn) restarting = new Map();
    restartingIn = thisMinute;
    let lists: Map<string, number> | null = null;
    const policies = new Map<string, { usual: EvidencePolicy; restarting: EvidencePolicy }>();

    function isHeld(window: RestartWindow | null): boolean {
      if (window === null) return false;
      const held = restarting.get(window) ?? isRestarting(window, now);
      restarting.set(window, held);
      return held;
    }
    function policiesOf(account: string) {
      const known = policies.get(account);
      if (known) return known;
      lists ??= listsByCredential(now);
      const leastMs = ((lists.get(credentialOf(account)) ?? 0) / requestsPerMinute) * 60_000;
      const intervalMs = Math.max(pacing.recentIntervalOf(account, now), leastMs);
      const here = { intervalMs, confirmationMs: pace.confirmationMs };
      const made = {
        usual: evidencePolicy(here, unstable, false),
        restarting: evidencePolicy(here, unstable, true),
      };
      policies.set(account, made);
      return made;
    }

    return (account, store) => {
      const held = store !== undefined && isHeld(windows.get(account)?.get(store) ?? null);
      return policiesOf(account)[held ? 'restarting' : 'usual'];
    };
  };
}
