import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/platform/clock.ts';
import type { Fault } from '../../main/simulator/faults.ts';
import { role } from '../../main/simulator/keys.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createWorld } from '../../main/simulator/world.ts';
import { createManagement, type Management } from '../../main/terminal-api/management.ts';
import { createTransport, type Transport } from '../../main/terminal-api/transport.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { makeAccount } from '../unit/terminal-api/make.ts';
import { silences, spoiltAnswers } from '../support/faults.ts';

let simulator: Simulator;
let transport: Transport;

beforeEach(async () => {
  simulator = await createSimulator({ world: makeWorld({ old: [role.cloudDevice] }) });
  transport = createTransport({ ca: [], deadlines: { headers: 150, body: 150, total: 900 } });
});

afterEach(async () => {
  await simulator.close();
  await transport.close();
});

const as = (key: string, clock = systemClock): Management =>
  createManagement({ transport, keyFor: () => key, clock });
const account = (merchantAccount = 'ExampleMerchant') =>
  makeAccount({ endpoint: simulator.url, merchantAccount });

describe('the Management API', () => {
  it('lists stores', async () => {
    expect(await as('key').listStores(account())).toEqual({
      ok: true,
      value: [
        { id: 'ST0000000000000000000001', reference: 'AMS-01', name: 'Amsterdam', status: 'active' },
        { id: 'ST0000000000000000000002', reference: 'UTR-01', name: 'Utrecht', status: 'active' },
      ],
    });
  });

  it('lists none where there is none', async () => {
    expect(await as('key-3').listStores(account('EmptyMerchant'))).toEqual({ ok: true, value: [] });
    expect(simulator.requests()).toMatchObject([{ status: 204 }]);
  });

  it('lists terminals with what is known of them', async () => {
    const listed = await as('key').listTerminals(account());
    expect(listed).toHaveProperty('value.length', 4);
    expect(listed).toHaveProperty('value.3', {
      poiid: 'AMS1-000168242800763',
      status: 'boarded',
      merchantAccount: 'ExampleMerchant',
      storeId: 'ST0000000000000000000002',
      restartTime: '06:00',
      region: 'eu',
    });
  });

  it('says who a key is, and the name of a terminal', async () => {
    expect(await as('key').whoAmI(account())).toMatchObject({
      ok: true,
      value: { company: 'ExampleCompany', roles: Object.values(role), allowedIpAddresses: ['192.0.2.7'] },
    });
    expect(await as('key').terminalSettings(account(), 'V400m-324688179')).toEqual({
      ok: true,
      value: { deviceName: 'Till 1', restartHour: 4 },
    });
  });

  it.each<[string, (management: Management) => Promise<unknown>, string, object]>([
    ['stores', (it) => it.listStores(account()), 'old', { kind: 'forbidden', reason: 'role' }],
    ['terminals', (it) => it.listTerminals(account()), 'old', { kind: 'forbidden', reason: 'role' }],
    ['settings', (it) => it.terminalSettings(account(), 'V400m-1'), 'old', { kind: 'forbidden' }],
    ['who I am', (it) => it.whoAmI(account()), 'old', { kind: 'forbidden' }],
    ['stores', (it) => it.listStores(account()), 'wrong', { kind: 'unauthorized' }],
    ["another's stores", (it) => it.listStores(account('OtherMerchant')), 'key', { kind: 'forbidden' }],
    ['anything', (it) => it.whoAmI(account()), '', { kind: 'key-missing' }],
  ])('refuses %s where the key may not', async (_what, call, key, failure) => {
    expect(await call(as(key))).toMatchObject({ ok: false, failure });
  });

  it.each<[Fault, object]>([
    [{ kind: 'server-error' }, { kind: 'server-error' }],
    [{ kind: 'unauthorized' }, { kind: 'unauthorized', vendor: { code: '00_401' } }],
    [
      { kind: 'rate-limited', retryAfter: '3600' },
      { kind: 'rate-limited', retryAfterMs: 3_600_000 },
    ],
    ...silences,
    ...spoiltAnswers,
    [
      { kind: 'redirect', location: 'https://evil.example' },
      { kind: 'unreadable', reason: 'redirect' },
    ],
    [{ kind: 'reset' }, { kind: 'tcp' }],
  ])('may fail: $kind', async (fault, failure) => {
    simulator.fault(fault);
    expect(await as('key').listTerminals(account())).toMatchObject({ ok: false, failure });
    simulator.heal();
    expect(await as('key').listTerminals(account())).toMatchObject({ ok: true });
  });

  it('is not waited for once nobody wants to know', async () => {
    simulator.fault({ kind: 'silent' });
    const logged = simulator.nextRequest();
    const aborter = new AbortController();
    const stores = as('key').listStores(account(), { signal: aborter.signal });
    await logged;
    aborter.abort();
    expect(await stores).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });
});

describe('a large account', () => {
  const terminals = Array.from({ length: 230 }, (_entry, at) => ({
    poiid: `V400m-${String(at).padStart(9, '0')}`,
    connected: true,
  }));
  const world = () =>
    createWorld([
      {
        merchantAccount: 'Large',
        keys: ['key'],
        stores: [{ reference: 'A', id: 'ST1', name: 'A', terminals }],
      },
    ]);

  it('is read over several pages, and waits where it is limited', async () => {
    const clock = createVirtualClock();
    const large = await createSimulator({ world: world(), now: clock.now });
    large.limit({ requests: 3, windowMs: 4000 });
    const blocked = large.nextRequest(({ status }) => status === 500);
    const listing = as('key', clock).listTerminals(
      makeAccount({ endpoint: large.url, merchantAccount: 'Large' }),
    );
    await blocked;
    // The answer is on its way; only then is there a wait to end.
    while (clock.pending() === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(5000);
    const listed = await listing;
    expect(listed.ok && listed.value.map(({ poiid }) => poiid)).toEqual(terminals.map(({ poiid }) => poiid));
    expect(large.requests().map(({ status }) => status)).toEqual([200, 200, 200, 500, 200, 200]);
    await large.close();
  });
});
