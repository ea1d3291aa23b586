import { describe, expect, it } from 'vitest';
import { createBudgets } from '../../main/monitor/budget.ts';
import { createEngine } from '../../main/monitor/engine.ts';
import type { TerminalEvent } from '../../main/monitor/terminal.ts';
import { nothingWatched, type Account } from '../../main/monitor/watchlist.ts';
import { addressOf, answerAt } from '../../main/simulator/dispatch.ts';
import type { Assumptions } from '../../main/simulator/assumptions.ts';
import { role } from '../../main/simulator/keys.ts';
import { createVendorRouter } from '../../main/terminal-api/route.ts';
import type { Transport } from '../../main/terminal-api/transport.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { makeStore } from '../unit/monitor/make.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { makeAccount, makeResponse } from '../unit/terminal-api/make.ts';

/*
 * The vendor's documents are silent in places. Whatever it does there, a terminal that drops is told, one that returns
 * is told, and nothing else is.
 */

const till = 'V400m-324688179';
const phone = '5f0c1a52-sdk';
const elsewhere = 'AMS1-000168242800763';
const all = [till, 'S1F2-000158213605014', elsewhere];

const byId: Partial<Account> = {
  stores: [
    { ...makeStore('AMS-01'), id: 'ST0000000000000000000001' },
    { ...makeStore('UTR-01'), id: 'ST0000000000000000000002' },
  ],
};
const byReference: Partial<Account> = { stores: [makeStore('AMS-01'), makeStore('UTR-01')] };

/** Client and vendor without a network between them; the engine in virtual time. */
function watch(assumptions: Partial<Assumptions>, over: Partial<Account>, key = 'both') {
  const clock = createVirtualClock();
  const world = makeWorld({
    both: [role.terminalApi, role.cloudDevice],
    old: [role.terminalApi],
    new: [role.cloudDevice],
  });
  world.assume(assumptions);
  const transport: Transport = {
    send({ method, url, ...rest }) {
      const address = addressOf(method, url.pathname + url.search);
      if (!address) throw new Error(`nobody answers ${url.href}`);
      const body: unknown = 'body' in rest ? JSON.parse(rest.body) : undefined;
      const answer = answerAt(world, address, { key, body, requestId: 'REQ1', blocked: false });
      return Promise.resolve({ ok: true, response: makeResponse(answer.status, answer.body) });
    },
    close: () => Promise.resolve(),
  };
  const router = createVendorRouter({ transport, clock, keyFor: () => key });
  const account = makeAccount(over);
  const events: TerminalEvent[] = [];
  const engine = createEngine({
    clock,
    source: router,
    random: () => 0,
    online: () => true,
    budgets: createBudgets(() => key, clock),
    remembered: [],
    onChange: () => {},
    onRound: (report) => events.push(...report.events),
  });
  engine.configure({ ...nothingWatched, accounts: [account] });
  engine.start();
  const terminals = () => engine.overview().stores.flatMap((store) => store.terminals);
  return {
    world,
    clock,
    engine,
    inUse: () => router.inUse(account),
    connected: () =>
      terminals()
        .filter(({ status }) => status === 'connected')
        .map(({ poiid }) => poiid),
    /** What was told since the last look. */
    told: () => events.splice(0).map(({ kind, poiid }) => `${poiid} ${kind}`),
  };
}

/** A terminal drops, it returns, and another is not the account's any more: what was told after each of these. */
async function liveThrough({ world, clock, engine, connected, told }: ReturnType<typeof watch>) {
  const afterwards = async (ms: number) => {
    await clock.advance(ms);
    return told();
  };
  const begun = await afterwards(60_000);
  const found = all.every((poiid) => connected().includes(poiid));
  world.drop(till);
  const dropped = await afterwards(60_000);
  world.restore(till);
  const returned = await afterwards(60_000);
  world.move(elsewhere, 'BRU-01');
  const gone = await afterwards(10 * 60_000);
  engine.stop();
  return { found, begun, dropped, returned, gone };
}

const wellWatched = {
  found: true,
  begun: [],
  dropped: [`${till} disconnected`],
  returned: [`${till} reconnected`],
  gone: [`${elsewhere} disconnected`],
};

/** Every combination of these values. */
function product<K extends keyof Assumptions>(values: {
  [P in K]: readonly Assumptions[P][];
}): Partial<Assumptions>[] {
  return Object.entries<readonly string[]>(values).reduce<Partial<Assumptions>[]>(
    (list, [name, choices]) => list.flatMap((one) => choices.map((choice) => ({ ...one, [name]: choice }))),
    [{}],
  );
}

const ofDevices = product({
  deviceStore: ['id', 'id-or-reference'],
  unknownDeviceStore: ['forbidden', 'not-found', 'empty'],
  unknownDevice: ['not-found', 'not-found-by-name', 'forbidden', 'offline'],
  capitals: ['matter', 'do-not-matter'],
});
const ofTerminals = product({
  terminalStore: ['reference', 'reference-or-id'],
  unknownTerminal: ['empty', 'unprocessable'],
  capitals: ['matter', 'do-not-matter'],
  deviceRole: ['for-devices-only', 'for-both'],
});

describe('whatever the Cloud Device API does where its documents are silent', () => {
  it.each(ofDevices)(
    'an account is watched well: $deviceStore, $unknownDeviceStore, $unknownDevice, $capitals',
    async (assumed) => {
      for (const account of [byId, byReference, { ...byId, source: 'cloud-device' as const }])
        expect(await liveThrough(watch(assumed, account))).toEqual(wellWatched);
    },
  );
});

describe('whatever /connectedTerminals does where its documents are silent', () => {
  it.each(ofTerminals)(
    'an account is watched well: $terminalStore, $unknownTerminal, $capitals, $deviceRole',
    async (assumed) => {
      expect(await liveThrough(watch(assumed, byReference, 'old'))).toEqual(wellWatched);
      expect(await liveThrough(watch(assumed, { ...byId, source: 'connected-terminals' }))).toEqual(
        wellWatched,
      );
    },
  );
});

describe('which source serves', () => {
  it.each<[string, Partial<Assumptions>, Partial<Account>, string, object]>([
    ['IDs are known', {}, byId, 'both', { use: 'cloud-device', why: 'answered' }],
    [
      'a reference is refused',
      {},
      byReference,
      'both',
      { use: 'connected-terminals', why: 'refused', asked: 'store' },
    ],
    [
      'a reference is not found',
      { unknownDeviceStore: 'not-found' },
      byReference,
      'both',
      { use: 'connected-terminals', why: 'failed' },
    ],
    [
      'a reference is nobody',
      { unknownDeviceStore: 'empty' },
      byReference,
      'both',
      { use: 'connected-terminals', why: 'empty' },
    ],
    [
      'a reference will do',
      { deviceStore: 'id-or-reference' },
      byReference,
      'both',
      { use: 'cloud-device', why: 'answered' },
    ],
    ['the key is for it alone', {}, byId, 'new', { use: 'cloud-device', why: 'answered' }],
    [
      'the key is for it alone, a reference is refused, and its role will do for the other',
      { deviceRole: 'for-both' },
      byReference,
      'new',
      { use: 'connected-terminals', why: 'refused', asked: 'store' },
    ],
  ])('where %s', async (_what, assumed, account, key, found) => {
    const { clock, engine, inUse } = watch(assumed, account, key);
    await clock.advance(1_000);
    engine.stop();
    expect(inUse()).toMatchObject(found);
  });
});

it('an installation of the SDK is watched, and not missed where its role is taken away', async () => {
  const { world, clock, engine, connected, told, inUse } = watch({}, byId);
  await clock.advance(60_000);
  expect(connected()).toContain(phone);
  world.drop(phone);
  await clock.advance(60_000);
  world.restore(phone);
  await clock.advance(60_000);
  expect(told()).toEqual([`${phone} disconnected`, `${phone} reconnected`]);

  for (const account of world.accounts) account.rolesOfKeys = { both: [role.terminalApi] };
  world.drop(till);
  await clock.advance(60 * 60_000);
  engine.stop();
  expect(inUse()).toMatchObject({ use: 'connected-terminals', why: 'refused' });
  expect(told()).toEqual([`${till} disconnected`]);
});
