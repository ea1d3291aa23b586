import type { Foundation } from './foundation.ts';
import type { Change } from './history/changes.ts';
import { HistoryRefusal, type HistoryClient } from './history/client.ts';
import { demoPrefix, type Keeping } from './history/keeper.ts';
import { createRecorder } from './history/recorder.ts';
import type { Engine } from './monitor/engine.ts';
import { samePoiid } from './monitor/poiid.ts';
import type { Overview } from './monitor/overview-types.ts';
import type { TerminalRef } from './monitor/quiet.ts';
import { storeKey } from './monitor/terminal.ts';
import type { Account } from './monitor/watchlist.ts';
import type { NotificationDecision, RecordDecisions } from './notifications/decision.ts';
import type { Notice } from './settings/notice.ts';

export interface HistoryDeps extends Pick<Foundation, 'clock' | 'log' | 'watchlist' | 'directory'> {
  client: HistoryClient;
  confirmedBy: Engine['confirmedBy'];
  knowledgeOf: Engine['knowledgeOf'];
  acknowledged: () => readonly TerminalRef[];
  /** Days. */
  keepDays: () => number;
  /** What the user must hear has changed. */
  noticed: () => void;
}

export interface History {
  /** Opens the file. Nothing waits for it: what is looked at before is recorded from then on. */
  start(): void;
  /** Records what is new. */
  look(overview: Overview): void;
  decided: RecordDecisions;
  /** Takes the watchlist as it is now. */
  reconfigure(): void;
  /** Rejects with a `HistoryRefusal`. What was looked at before is among what is answered. */
  ask: HistoryClient['ask'];
  /** What the history calls the accounts that are watched now, by their IDs. */
  accounts(): ReadonlyMap<string, string>;
  notices(): Notice[];
  /** Writes what is left. */
  stop(): void;
}

/** A batch waits no longer: what a crash may lose. */
const batchMs = 300;
/** Until a disk that refused is tried again. */
const retryMs = 60_000;
/** Decisions that wait for the file; a disk may refuse for days. */
const mostEarly = 1_000;
const dayMs = 24 * 3_600_000;

/** Records what happens into the file, off the main thread. Whatever goes wrong with it, the watching goes on. */
export function createHistory(deps: HistoryDeps): History {
  const { clock, log, watchlist, directory, client } = deps;
  let recorder: ReturnType<typeof createRecorder> | null = null;
  let pending: Change[] = [];
  let early: NotificationDecision[] = [];
  let accounts = new Map<string, string>();
  let restarts = new Map<string, Account['stores'][number]['restart']>();
  let refusal: HistoryRefusal['refusal'] | null = null;
  const kept: Notice[] = [];
  let cancelBatch: (() => void) | null = null;
  let cancelLater = () => {};
  let stopped = false;

  async function open(): Promise<void> {
    const { keptAside, incidents } = await client.ask('open', directory, clock.now());
    if (keptAside) {
      kept.push({ code: 'file-kept-aside', file: 'history', keptAs: keptAside.as, reason: keptAside.reason });
      log.error('the history could not be used', keptAside);
      deps.noticed();
    }
    recorder = createRecorder({
      open: incidents,
      accountOf: (id) => accounts.get(id) ?? null,
      confirmedBy: deps.confirmedBy,
      knowledgeOf: deps.knowledgeOf,
      restartOf: (account, store) => restarts.get(storeKey(account, store)) ?? null,
      isAcknowledged: (account, poiid) =>
        deps.acknowledged().some((one) => one.account === account && samePoiid(one.poiid, poiid)),
    });
    await forgetOld();
  }

  async function forgetOld(): Promise<void> {
    cancelLater();
    cancelLater = clock.after(dayMs, () => void forgetOld().catch(refused));
    const forgotten = await client.ask('keepSince', clock.now() - deps.keepDays() * dayMs);
    if (forgotten > 0) log.info('old history was forgotten', { forgotten });
  }

  function refused(error: unknown): void {
    if (stopped) return;
    const next = error instanceof HistoryRefusal ? error.refusal : 'failed';
    const again = refusal === next;
    refusal = next;
    recorder = null;
    pending = [];
    if (!again) {
      log.error('the history is not recorded', { refusal, error });
      deps.noticed();
    }
    cancelLater();
    // What is damaged is kept aside as it is opened.
    cancelLater = clock.after(next === 'damaged' && !again ? 0 : retryMs, () => void open().catch(refused));
  }

  /** Only what is written proves it: a full disk opens the file all the same. */
  function written(): void {
    if (refusal === null) return;
    refusal = null;
    log.info('the history is recorded again');
    deps.noticed();
  }

  function record(changes: Change[]): void {
    if (changes.length === 0) return;
    pending.push(...changes);
    cancelBatch ??= clock.after(batchMs, flush);
  }

  function flush(): void {
    cancelBatch?.();
    cancelBatch = null;
    if (pending.length === 0) return;
    const batch = pending;
    pending = [];
    client.ask('write', batch).then(written, refused);
  }

  return {
    start: () => void open().catch(refused),
    look(overview) {
      if (!recorder || stopped) return;
      record(recorder.look(overview, clock.now()));
      const decisions = early;
      early = [];
      record(recorder.decided(decisions));
    },
    decided(decisions) {
      if (recorder) record(recorder.decided(decisions));
      else early = [...early, ...decisions].slice(-mostEarly);
    },
    reconfigure() {
      const before = [...accounts.values()];
      const watched = watchlist().accounts;
      accounts = new Map(watched.map((account) => [account.id, nameOf(account)]));
      restarts = new Map(
        watched.flatMap(({ id, stores }) =>
          stores.map(({ reference, restart }) => [storeKey(id, reference), restart] as const),
        ),
      );
      const isDemo = (name: string) => name.startsWith(demoPrefix);
      if (before.some(isDemo) && ![...accounts.values()].some(isDemo)) {
        client.ask('forgetDemo').catch(refused);
      }
    },
    ask<K extends keyof Keeping>(name: K, ...args: Parameters<Keeping[K]>) {
      flush();
      const answer = client.ask(name, ...args);
      // Damage may lie where only a question looks.
      answer.catch((error: unknown) => {
        if (error instanceof HistoryRefusal && error.refusal === 'damaged') refused(error);
      });
      return answer;
    },
    accounts: () => accounts,
    notices: () => (refusal === null ? kept : [...kept, { code: 'history-not-recorded', refusal }]),
    stop() {
      flush();
      stopped = true;
      cancelLater();
      client.close();
    },
  };
}

function nameOf({ origin, environment, merchantAccount }: Account): string {
  return origin === 'demo' ? `${demoPrefix}${merchantAccount}` : `${environment}/${merchantAccount}`;
}
