import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../main/monitor/failure.ts';
import { createLedger } from '../../../main/monitor/ledger.ts';
import { overview } from '../../../main/monitor/overview.ts';
import type { Verdict } from '../../../main/monitor/overview-types.ts';
import { createSchedule, type Schedule } from '../../../main/monitor/schedule.ts';
import type { TerminalRecord, TerminalStatus } from '../../../main/monitor/terminal.ts';
import type { Watchlist } from '../../../main/monitor/watchlist.ts';
import { makeRecord, makeStore, makeWatchlist, t0 } from './make.ts';

const idle = { inFlight: new Set<string>(), checking: false };
const vendor = { status: 401, code: '', message: '', reference: '' };
const timeout: Failure = { kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 };
const unauthorized: Failure = { kind: 'unauthorized', vendor };
const offline: Failure = { kind: 'offline' };

type Before = (schedule: Schedule) => void;
const list = { kind: 'store', account: 'shop', store: 'UTR-01', confirms: false } as const;
const answered: Before = (schedule) => schedule.answered(list, t0, t0 + 30_000);
const failing =
  (failure: Failure, times = 1): Before =>
  (schedule) => {
    for (let n = 0; n < times; n += 1) schedule.failed(list, failure, t0 + n, () => t0 + 30_000);
  };

function makeKnowledge(records: TerminalRecord[], watchlist: Watchlist) {
  const [ledger, schedule] = [createLedger(records), createSchedule()];
  ledger.configure(watchlist, t0);
  schedule.configure(watchlist, t0, ledger.knows);
  return { ledger, schedule };
}

function view(records: Partial<TerminalRecord>[], ...before: Before[]) {
  const watchlist = makeWatchlist([makeStore('UTR-01', [], 'Utrecht')]);
  const known = records.map((record, index) => makeRecord({ poiid: `T${index + 1}`, ...record }));
  const { ledger, schedule } = makeKnowledge(known, watchlist);
  before.forEach((step) => step(schedule));
  return overview(ledger, schedule, watchlist, idle);
}

const are = (...statuses: TerminalStatus[]) => statuses.map((status) => ({ status }));

describe('the verdict of a store', () => {
  it.each<[string, Partial<TerminalRecord>[], Before[], Verdict]>([
    ['every terminal is connected', are('connected', 'connected'), [answered], 'connected'],
    ['one is only suspect', are('connected', 'suspect'), [answered], 'connected'],
    [
      'one is suspect of which nobody knew before',
      [{ status: 'connected' }, { status: 'suspect', connectedSince: null }],
      [answered],
      'unknown',
    ],
    ['one is disconnected', are('connected', 'disconnected'), [answered], 'disconnected'],
    ['one is unknown', are('connected', 'unknown'), [answered], 'unknown'],
    ['one is disconnected, one unknown', are('disconnected', 'unknown'), [answered], 'disconnected'],
    ['no answer yet', [], [], 'unknown'],
    ['a good answer, but nobody there', [], [answered], 'unknown'],
    ['a hiccup while knowledge is fresh', are('connected'), [answered, failing(timeout)], 'connected'],
    ['the second failure in a row', are('connected'), [answered, failing(timeout, 2)], 'attention'],
    ['a failure before any answer', are('unknown'), [failing(timeout)], 'attention'],
    ['a refused key', are('connected'), [answered, failing(unauthorized)], 'attention'],
    ['this PC is offline', are('connected'), [answered, failing(offline)], 'offline'],
    [
      'a known drop while Adyen does not answer',
      are('disconnected'),
      [answered, failing(timeout, 2)],
      'disconnected',
    ],
  ])('%s', (_, records, before, verdict) => {
    const result = view(records, ...before);
    expect(result.stores[0]?.verdict).toBe(verdict);
    expect(result.verdict).toBe(verdict);
  });
});

describe('what goes with the verdict', () => {
  it('since when: the oldest outage', () => {
    const result = view([
      { status: 'disconnected', since: t0 - 60_000 },
      { status: 'disconnected', since: t0 - 90_000 },
    ]);
    expect(result.since).toBe(t0 - 90_000);
  });

  it('the failure and its begin, while it decides', () => {
    expect(view([], failing(timeout, 3))).toMatchObject({ failure: timeout, since: t0 });
    expect(view(are('disconnected'), answered, failing(timeout, 3)).failure).toBeNull();
  });

  it('all of a store missing is a notice of its own', () => {
    expect(view(are('disconnected', 'disconnected'), answered).stores[0]?.notice).toBe('all-missing');
    expect(view(are('disconnected', 'connected'), answered).stores[0]?.notice).toBeNull();
  });

  it('nothing configured is said as such', () => {
    const watchlist = makeWatchlist([]);
    const { ledger, schedule } = makeKnowledge([], watchlist);
    expect(overview(ledger, schedule, watchlist, idle)).toMatchObject({
      unconfigured: true,
      verdict: 'unknown',
    });
  });

  it('is attention where an administrator’s stores could not be read, be the others ever so well', () => {
    const shop = makeStore('UTR-01', ['T1']);
    const verdict = (status: TerminalStatus, stores = [shop]) => {
      const watchlist = makeWatchlist(stores, { incomplete: true });
      const { ledger, schedule } = makeKnowledge([makeRecord({ poiid: 'T1', status })], watchlist);
      return overview(ledger, schedule, watchlist, idle).verdict;
    };
    expect(verdict('connected')).toBe('attention');
    expect(verdict('disconnected')).toBe('disconnected');
    expect(verdict('connected', [])).toBe('unknown');
  });

  it('a terminal that was never seen has no since', () => {
    const watchlist = makeWatchlist([makeStore('UTR-01', ['T1'])]);
    const { ledger, schedule } = makeKnowledge([], watchlist);
    expect(overview(ledger, schedule, watchlist, idle).stores[0]?.terminals).toMatchObject([
      { poiid: 'T1', name: 'T1', since: null, neverSeen: true, status: 'unknown' },
    ]);
  });

  it('terminals are in the order in which people count', () => {
    const watchlist = makeWatchlist([makeStore('UTR-01', ['Till 10', 'Till 9', 'Bar'])]);
    const { ledger, schedule } = makeKnowledge([], watchlist);
    const [store] = overview(ledger, schedule, watchlist, idle).stores;
    expect(store?.terminals.map(({ name }) => name)).toEqual(['Bar', 'Till 9', 'Till 10']);
  });
});

it('a failure of one terminal’s own request is kept apart from its store', () => {
  const watchlist = makeWatchlist([makeStore('UTR-01', ['T1'])]);
  const { ledger, schedule } = makeKnowledge([], watchlist);
  ledger.terminalFailed('shop', 'T1', unauthorized);
  const [store] = overview(ledger, schedule, watchlist, idle).stores;
  expect(store?.failure).toBeNull();
  expect(store?.terminals[0]?.failure).toEqual(unauthorized);
});
