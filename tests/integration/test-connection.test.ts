import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectionHandlers } from '../../main/ipc/connection.ts';
import { createBudget, type Budget } from '../../main/monitor/budget.ts';
import { createWaits } from '../../main/ipc/waits.ts';
import { nothingWatched, type Account } from '../../main/monitor/watchlist.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { role } from '../../main/simulator/keys.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createTransport, type Transport } from '../../main/terminal-api/transport.ts';
import type { Request } from '../../preload/contract.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { makeAccount } from '../unit/terminal-api/make.ts';

let simulator: Simulator;
let transport: Transport;
let lookedAt: Account[];
/** By key. */
let budgets: Map<string, Budget>;

beforeEach(async () => {
  const world = makeWorld({ old: [role.terminalApi], new: [role.cloudDevice] });
  simulator = await createSimulator({ world });
  transport = createTransport({ ca: [] });
  lookedAt = [];
  budgets = new Map(['old', 'new', 'key', 'wrong'].map((key) => [key, createBudget()]));
});

afterEach(async () => {
  await simulator.close();
  await transport.close();
});

type Draft = Request<'connection.test'>['draft'];

const known = { reference: 'AMS-01', name: '', id: 'ST0000000000000000000001' };
const watched = makeAccount({ id: 'saved' });

/** @param key as typed; that of the saved account is `new` */
function press(key: string, draft: Partial<Draft> = {}) {
  const handlers = connectionHandlers({
    transport,
    clock: systemClock,
    secrets: { get: () => 'new' },
    router: {
      lookAgain(account) {
        lookedAt.push(account);
        return Promise.resolve();
      },
    },
    watchlist: () => ({ ...nothingWatched, accounts: [watched] }),
    budgetOf: (of) => budgets.get(of) ?? createBudget(),
    waits: createWaits(),
  });
  const usual: Draft = {
    id: null,
    environment: 'test',
    region: 'eu',
    merchantAccount: 'ExampleMerchant',
    endpoint: simulator.url,
    source: 'auto',
    stores: [known],
  };
  return handlers['connection.test']({ draft: { ...usual, ...draft }, key });
}

it.each<[string, string, Partial<Draft>, object, object]>([
  ['the newer way', 'new', {}, { use: 'cloud-device', why: 'answered' }, { ok: true }],
  [
    'the older way after a refusal of the key',
    'old',
    {},
    { use: 'connected-terminals', why: 'refused', asked: 'account', refusal: { vendor: { status: 403 } } },
    { ok: true },
  ],
  [
    'the older way after a refusal of the reference',
    'key',
    { stores: [{ ...known, id: '' }] },
    { use: 'connected-terminals', why: 'refused', asked: 'store' },
    { ok: true },
  ],
  [
    'the older way after neither knew the key',
    'wrong',
    {},
    { use: 'connected-terminals', why: 'refused', refusal: { kind: 'unauthorized' } },
    { ok: false, failure: { kind: 'unauthorized' } },
  ],
  [
    'what was chosen, though it refuses',
    'old',
    { source: 'cloud-device' },
    { use: 'cloud-device', why: 'chosen' },
    { ok: false, failure: { kind: 'forbidden', reason: 'device-role' } },
  ],
])('a test says which way was asked, and why: %s', async (_what, key, draft, source, result) => {
  expect(await press(key, draft)).toMatchObject({ ok: true, value: { source, results: [result] } });
});

it.each<[string, object | null]>([
  ['key', { abilities: { stores: true, terminals: true }, allowedIpAddresses: ['192.0.2.7'] }],
  ['new', null],
  ['wrong', null],
])('a test says what a key may do where that may be asked with it: %s', async (key, facts) => {
  expect(await press(key)).toMatchObject({ ok: true, value: { facts } });
});

it('a test of a saved account takes its key, and has what is watched look again', async () => {
  expect(await press('', { id: 'saved' })).toMatchObject({
    ok: true,
    value: { source: { why: 'answered' } },
  });
  expect(lookedAt).toEqual([watched]);
});

it('a test of a new account leaves alone what is watched', async () => {
  await press('new');
  expect(lookedAt).toEqual([]);
});

it('a test that Adyen has had too many of holds the watch with the same key, and so does the watch the next test', async () => {
  const source = 'cloud-device';
  simulator.fault({ kind: 'rate-limited', retryAfter: '40' });
  const limited = { ok: true, value: { results: [{ ok: false, failure: { kind: 'rate-limited' } }] } };
  expect(await press('', { id: 'saved', source })).toMatchObject(limited);
  expect(budgets.get('new')?.take(1, systemClock.elapsed())).toBe(0);
  expect(lookedAt).toEqual([]);

  const before = simulator.requests().length;
  expect(await press('new', { source })).toMatchObject(limited);
  expect(simulator.requests()).toHaveLength(before);
});
