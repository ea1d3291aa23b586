import { once } from 'es-toolkit';
import type { Failure } from './failure.ts';
import type { Ledger } from './ledger.ts';
import type { Counts, Overview, StoreOverview, TerminalOverview, Verdict } from './overview-types.ts';
import { targetKey } from './plan.ts';
import { foldPoiid } from './poiid.ts';
import type { Schedule, StoreAsking } from './schedule.ts';
import { terminalKey, type TerminalRecord } from './terminal.ts';
import type { Account, Store, Watchlist } from './watchlist.ts';

/** What is being asked while the picture is taken. */
export interface Asking {
  /** Keys of the targets with a request in flight. */
  inFlight: ReadonlySet<string>;
  /** Somebody waits for it: a manual recheck until it is confirmed, or the first check of all. */
  checking: boolean;
}

/** The worst store decides for the whole. */
const worstFirst: Verdict[] = ['disconnected', 'offline', 'attention', 'unknown', 'connected'];

/** Everything that is shown, from what is known. */
export function overview(ledger: Ledger, schedule: Schedule, watchlist: Watchlist, asking: Asking): Overview {
  const failures = ledger.terminalFailures();
  const stores = watchlist.accounts.flatMap((account) => {
    const names = once(() => namesIn(account));
    return account.stores.map((store) => {
      const counts = ledger.countsOf(account.id, store.reference);
      const terminals = once(() =>
        terminalOverviews(ledger.terminalsOf(account.id, store.reference), names(), failures, asking),
      );
      const asked = schedule.store(account.id, store.reference);
      return storeOverview(account, store, asked, counts, terminals, asking);
    });
  });
  return summedUp(stores, { checking: asking.checking, incomplete: watchlist.incomplete });
}

/** Some stores, or all of them, as one. */
export function summedUp(
  stores: StoreOverview[],
  { checking, incomplete }: Pick<Overview, 'checking'> & Pick<Watchlist, 'incomplete'>,
): Overview {
  const verdict = worst([
    ...stores.map((store) => store.verdict),
    ...(incomplete && stores.length > 0 ? (['attention'] as const) : []),
  ]);
  const decisive = stores.filter((store) => store.verdict === verdict);
  return {
    verdict,
    unconfigured: stores.length === 0,
    demo: stores.some(({ origin }) => origin === 'demo'),
    counts: total(stores.map((store) => store.counts)),
    checking,
    checkedAt: latest(stores.map((store) => store.checkedAt)),
    nextAt: checking ? null : earliest(stores.map((store) => store.nextAt)),
    since: earliest(decisive.map(sinceOf)),
    failure: decisive.find((store) => speaksOfFailure(verdict) && store.failure)?.failure ?? null,
    stores,
  };
}

function storeOverview(
  account: Account,
  store: Store,
  asked: StoreAsking | undefined,
  counts: Counts,
  terminals: () => TerminalOverview[],
  asking: Asking,
): StoreOverview {
  const isInFlight = () =>
    asking.inFlight.has(
      targetKey({ kind: 'store', account: account.id, store: store.reference, confirms: false }),
    );
  return {
    account: account.id,
    merchantAccount: account.merchantAccount,
    reference: store.reference,
    name: store.name,
    origin: account.origin,
    verdict: storeVerdict(counts, asked),
    counts,
    checking: asking.checking && isInFlight(),
    checkedAt: asked?.answeredAt ?? null,
    nextAt: asked?.nextAt ?? null,
    failure: failureOf(counts, asked),
    failingSince: asked?.failingSince ?? null,
    notice: storeNotice(counts, asked),
    // Made when they are first looked at: of a thousand stores a menu shows those of a few.
    get terminals() {
      return terminals();
    },
  };
}

function terminalOverviews(
  records: readonly TerminalRecord[],
  names: ReadonlyMap<string, string>,
  failures: ReadonlyMap<string, Failure>,
  asking: Asking,
): TerminalOverview[] {
  return records
    .map((record) =>
      terminalOverview(record, names.get(foldPoiid(record.poiid)) || record.poiid, failures, asking),
    )
    .toSorted((one, other) => byName.compare(one.name, other.name));
}

/** Of the whole account: a terminal that has moved to another store takes its name along. */
function namesIn({ stores }: Account): ReadonlyMap<string, string> {
  return new Map(
    stores.flatMap(({ terminals }) => terminals.map(({ poiid, name }) => [foldPoiid(poiid), name])),
  );
}

const byName = new Intl.Collator(undefined, { numeric: true });

function terminalOverview(
  record: TerminalRecord,
  name: string,
  failures: ReadonlyMap<string, Failure>,
  asking: Asking,
): TerminalOverview {
  const { account, poiid, status, since, seenAt, evidenceAt, flapping } = record;
  const key = targetKey({ kind: 'terminal', account, poiid, confirms: false });
  return {
    poiid,
    name,
    status,
    since: evidenceAt === null ? null : since,
    checking: asking.inFlight.has(key),
    unstable: flapping,
    neverSeen: seenAt === null,
    failure: failures.get(terminalKey(account, poiid)) ?? null,
    seenAt,
    checkedAt: evidenceAt,
  };
}

function storeVerdict(counts: Counts, asked: StoreAsking | undefined): Verdict {
  if (counts.disconnected > 0) return 'disconnected';
  const failure = failureOf(counts, asked);
  if (asked && failure && speaksForItself(failure, asked)) {
    return failure.kind === 'offline' ? 'offline' : 'attention';
  }
  if (counts.unknown > 0 || counts.expected === 0) return 'unknown';
  return 'connected';
}

/** One hiccup of the network or of Adyen is not worth an icon while what we know is fresh. */
function speaksForItself(failure: Failure, { failuresInRow, answeredAt }: StoreAsking): boolean {
  return !isPassing(failure) || failuresInRow > 1 || answeredAt === null;
}

/** That it is refused its own list matters where the account's has nothing of it either. */
function failureOf({ expected }: Counts, asked: StoreAsking | undefined): Failure | null {
  return asked?.failure ?? (expected === 0 ? asked?.ownFailure : null) ?? null;
}

function isPassing(failure: Failure): boolean {
  switch (failure.kind) {
    case 'dns':
    case 'tcp':
    case 'tls':
    case 'proxy':
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'unreadable':
      return true;
    case 'offline':
    case 'key-missing':
    case 'unauthorized':
    case 'forbidden':
    case 'invalid-request':
      return false;
  }
}

/** No terminal of it is left, and there was more than one. */
export function isDark({ counts }: Pick<StoreOverview, 'counts'>): boolean {
  return counts.expected > 1 && counts.disconnected === counts.expected;
}

function storeNotice(counts: Counts, asked: StoreAsking | undefined): StoreOverview['notice'] {
  if (counts.expected > 0) return counts.disconnected === counts.expected ? 'all-missing' : null;
  return asked?.answeredAt != null ? 'nothing-found' : null;
}

function sinceOf(store: StoreOverview): number | null {
  if (store.verdict === 'disconnected') {
    return earliest(
      store.terminals.filter(({ status }) => status === 'disconnected').map(({ since }) => since),
    );
  }
  return speaksOfFailure(store.verdict) ? store.failingSince : null;
}

function speaksOfFailure(verdict: Verdict): boolean {
  return verdict === 'offline' || verdict === 'attention';
}

function worst(verdicts: Verdict[]): Verdict {
  return worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}

function total(all: readonly Counts[]): Counts {
  const sum: Counts = { expected: 0, connected: 0, disconnected: 0, unknown: 0 };
  for (const { expected, connected, disconnected, unknown } of all) {
    sum.expected += expected;
    sum.connected += connected;
    sum.disconnected += disconnected;
    sum.unknown += unknown;
  }
  return sum;
}

function earliest(times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

function latest(times: (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.max(...known) : null;
}
