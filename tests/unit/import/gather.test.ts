import { describe, expect, it } from 'vitest';
import { gather, type Progress } from '../../../main/import/gather.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import type { Fetched, Management } from '../../../main/terminal-api/management.ts';
import { makeAccount } from '../terminal-api/make.ts';
import { makeCurrent, makeStore, makeTerminal } from './make.ts';

const vendor = { status: 403, code: '00_403', message: 'Forbidden', reference: 'Q1' };
const forbidden: Failure = { kind: 'forbidden', reason: 'role', vendor };
const otherAccount: Failure = { kind: 'forbidden', reason: 'account', vendor };
const invalid: Failure = { kind: 'invalid-request', vendor: { ...vendor, status: 422 } };
const down: Failure = { kind: 'server-error', vendor: { ...vendor, status: 503 }, retryAfterMs: null };

const fails = (failure: Failure) => () => Promise.resolve<Fetched<never>>({ ok: false, failure });
const gives =
  <T>(value: T) =>
  () =>
    Promise.resolve<Fetched<T>>({ ok: true, value });
const key = (...roles: string[]) =>
  gives({ username: 'ws', company: 'C', active: true, allowedIpAddresses: [], roles });
const allRoles = [
  'Management API—Stores read',
  'Management API—Terminal actions read',
  'Management API—Terminal settings read',
];

/** An account of one store with so many terminals, and what is asked of it. */
async function run(over: Partial<Management> = {}, terminals = 3, onProgress?: (progress: Progress) => void) {
  const asked: string[] = [];
  const told: Progress[] = [];
  const [all, names] = [new AbortController(), new AbortController()];
  const listed = Array.from({ length: terminals }, (_, at) => makeTerminal({ poiid: `V400m-${at + 1}` }));
  const management: Management = {
    whoAmI: key(...allRoles),
    listStores: gives([makeStore()]),
    listTerminals: gives(listed),
    terminalSettings: (_account, poiid) => {
      asked.push(poiid);
      return gives({ deviceName: `Till ${poiid}`, restartHour: null })();
    },
    ...over,
  };
  const outcome = await gather(
    {
      management,
      signal: all.signal,
      enoughNames: names.signal,
      onProgress(progress) {
        told.push(progress);
        if (progress.step === 'names' && progress.done === 8) names.abort();
        onProgress?.(progress);
      },
    },
    makeAccount(),
    makeCurrent(),
  );
  return { outcome, asked, told };
}

describe('what Adyen has of an account', () => {
  it('is read in order: the key, stores, terminals and their names', async () => {
    const { outcome, told } = await run();
    expect(outcome).toMatchObject({
      kind: 'gathered',
      abilities: { stores: true, terminals: true, terminalSettings: true, cloudDevice: false },
      fetched: { stores: [{ id: 'ST1' }], terminals: [{}, {}, {}] },
      gaps: { terminals: null, names: null, nameless: 0 },
    });
    expect(told).toEqual([
      ...(['key', 'stores', 'terminals'] as const).map((step) => ({ step, done: 0, total: 0, waitMs: null })),
      ...[0, 1, 2, 3].map((done) => ({ step: 'names', done, total: 3, waitMs: null })),
    ]);
  });

  it.each<[string, Partial<Management>, object]>([
    ['a key that is refused', { whoAmI: fails(down) }, { kind: 'failure', failure: down }],
    [
      'a key without any role',
      { whoAmI: fails(forbidden), listStores: fails(forbidden) },
      { kind: 'role', role: 'stores', failure: forbidden },
    ],
    [
      'a key without the role for stores',
      { whoAmI: key(allRoles[1] ?? ''), listStores: fails(forbidden) },
      { kind: 'role', role: 'stores', failure: forbidden },
    ],
    [
      'a role that is there, but not for this account',
      { listStores: fails(forbidden) },
      { kind: 'account', failure: forbidden },
    ],
    [
      'an account that is refused by name',
      { whoAmI: key(), listStores: fails(otherAccount) },
      { kind: 'account', failure: otherAccount },
    ],
    ['stores that fail', { listStores: fails(down) }, { kind: 'failure', failure: down }],
    ['terminals that fail', { listTerminals: fails(down) }, { kind: 'failure', failure: down }],
  ])('is not told with %s', async (_what, over, problem) => {
    expect((await run(over)).outcome).toMatchObject({ kind: 'failed', problem });
  });

  it.each<[string, Partial<Management>, object]>([
    ['roles that are listed, but not known', { whoAmI: key('New role') }, { stores: false }],
    ['roles that cannot be read, but are there', { whoAmI: fails(forbidden) }, { terminals: false }],
  ])('is told with %s: only the answer tells what a key may', async (_what, over, abilities) => {
    expect((await run(over)).outcome).toMatchObject({ kind: 'gathered', abilities });
  });

  it('is told where who the key is makes no sense to Adyen', async () => {
    expect((await run({ whoAmI: fails(invalid) })).outcome).toMatchObject({
      kind: 'gathered',
      abilities: null,
    });
  });

  it('is told of stores alone where the key may not list terminals', async () => {
    const whoAmI = key(allRoles[0] ?? '');
    const { outcome, asked } = await run({ whoAmI, listTerminals: fails(forbidden) });
    expect(outcome).toMatchObject({
      kind: 'gathered',
      fetched: { stores: [{}], terminals: [] },
      gaps: { terminals: { kind: 'role', role: 'terminals' }, names: null, nameless: 0 },
    });
    expect(asked).toEqual([]);
  });
});

describe('names', () => {
  it('that the key may not read end at the first', async () => {
    const whoAmI = key(...allRoles.slice(0, 2));
    const { outcome } = await run({ whoAmI, terminalSettings: fails(forbidden) }, 50);
    expect(outcome).toMatchObject({
      kind: 'gathered',
      gaps: { names: { kind: 'role', role: 'terminalSettings' }, nameless: 50 },
    });
  });

  it('go on after one that Adyen cannot make sense of', async () => {
    const { outcome } = await run({
      terminalSettings: (_account, poiid) =>
        poiid === 'V400m-1' ? fails(invalid)() : gives({ deviceName: 'Till', restartHour: null })(),
    });
    expect(outcome).toMatchObject({ kind: 'gathered', gaps: { names: null, nameless: 1 } });
  });

  it('are enough when somebody says so; those that are known stay', async () => {
    const { outcome, asked } = await run({}, 100);
    if (outcome.kind !== 'gathered') throw new Error(outcome.kind);
    expect(outcome.gaps.names).toBeNull();
    expect(outcome.fetched.settings.size).toBeGreaterThanOrEqual(8);
    expect(outcome.fetched.settings.size + outcome.gaps.nameless).toBe(100);
    expect(asked.length).toBeLessThan(20);
  });
});

it('a wait is told, and then that it goes on', async () => {
  const { told } = await run({
    async listStores(_account, waiting) {
      waiting?.onPage?.(1, 2);
      waiting?.onWait?.(20_000);
      waiting?.onPage?.(2, 2);
      return gives([makeStore()])();
    },
  });
  expect(told.filter(({ step }) => step === 'stores')).toEqual([
    { step: 'stores', done: 0, total: 0, waitMs: null },
    { step: 'stores', done: 1, total: 2, waitMs: null },
    { step: 'stores', done: 1, total: 2, waitMs: 20_000 },
    { step: 'stores', done: 2, total: 2, waitMs: null },
  ]);
});
