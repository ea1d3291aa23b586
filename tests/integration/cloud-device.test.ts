import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../main/monitor/source.ts';
import { systemClock } from '../../main/platform/clock.ts';
import type { Fault } from '../../main/simulator/faults.ts';
import { role } from '../../main/simulator/keys.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createCloudDevice } from '../../main/terminal-api/cloud-device.ts';
import { createConnectedTerminals } from '../../main/terminal-api/connected-terminals.ts';
import { findSource } from '../../main/terminal-api/find-source.ts';
import { createTransport, type Transport } from '../../main/terminal-api/transport.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { makeAccount } from '../unit/terminal-api/make.ts';
import { silences, spoiltAnswers } from '../support/faults.ts';

const storeId = 'ST0000000000000000000001';

let simulator: Simulator;
let transport: Transport;

beforeEach(async () => {
  const world = makeWorld({ old: [role.terminalApi], new: [role.cloudDevice] });
  simulator = await createSimulator({ world });
  transport = createTransport({ ca: [], deadlines: { headers: 150, body: 150, total: 900 } });
});

afterEach(async () => {
  await simulator.close();
  await transport.close();
});

function ask(
  question: { store: string } | { poiid: string },
  { key = 'key', merchantAccount = 'ExampleMerchant' } = {},
): Promise<Answer> {
  const account = makeAccount({ endpoint: simulator.url, merchantAccount });
  const source = createCloudDevice({ transport, keyFor: () => key, clock: systemClock });
  const whole: Question =
    'store' in question
      ? { kind: 'store', account, ...question }
      : { kind: 'terminal', account, ...question };
  return source.ask(whole);
}

describe('connected devices', () => {
  it('of a store are listed, SDK installations too', async () => {
    expect(await ask({ store: storeId })).toMatchObject({
      ok: true,
      connected: ['V400m-324688179', 'S1F2-000158213605014', '5f0c1a52-sdk'],
    });
    expect(simulator.requests()).toMatchObject([
      { method: 'GET', path: `/v1/merchants/ExampleMerchant/connectedDevices?store=${storeId}`, status: 200 },
    ]);
  });

  it('are none where the store is dark', async () => {
    simulator.world.dropStore('AMS-01');
    expect(await ask({ store: storeId })).toMatchObject({ ok: true, connected: [] });
  });

  it.each([
    ['V400m-324688179', ['V400m-324688179']],
    ['P400Plus-123456789', []],
    ['5f0c1a52-sdk', ['5f0c1a52-sdk']],
  ])('can be asked for one by one: %s', async (poiid, connected) => {
    expect(await ask({ poiid })).toMatchObject({ ok: true, connected });
  });

  it('are not thought away because an ID is not found', async () => {
    expect(await ask({ poiid: 'V400m-0' })).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-request', vendor: { status: 404 } },
    });
  });
});

describe('what the Cloud Device API refuses', () => {
  it.each<[string, Parameters<typeof ask>, object]>([
    [
      'a wrong key',
      [{ store: storeId }, { key: 'wrong' }],
      { kind: 'unauthorized', vendor: { status: 401, code: '00_401', reference: 'SIMULATED0000001' } },
    ],
    [
      'a key without the role',
      [{ store: storeId }, { key: 'old' }],
      { kind: 'forbidden', reason: 'device-role', vendor: { status: 403, code: '00_403' } },
    ],
    ['a wrong account', [{ store: storeId }, { merchantAccount: 'Nobody' }], { kind: 'forbidden' }],
    ['a wrong store', [{ store: 'XXX' }], { kind: 'forbidden' }],
    ['a terminal of a wrong account', [{ poiid: 'V400m-1' }, { key: 'key-2' }], { kind: 'forbidden' }],
  ])('is %s', async (_what, question, failure) => {
    expect(await ask(...question)).toMatchObject({ ok: false, failure });
  });
});

describe('what can go wrong on the way', () => {
  it.each<[Fault, object]>([
    [{ kind: 'server-error' }, { kind: 'server-error', retryAfterMs: null }],
    [
      { kind: 'rate-limited', retryAfter: '30' },
      { kind: 'rate-limited', retryAfterMs: 30_000 },
    ],
    [{ kind: 'too-many-requests' }, { kind: 'rate-limited', vendor: { code: '00_500' } }],
    [{ kind: 'unauthorized' }, { kind: 'unauthorized', vendor: { code: '00_401' } }],
    ...silences,
    ...spoiltAnswers,
    [
      { kind: 'redirect', location: 'https://evil.example' },
      { kind: 'unreadable', reason: 'redirect' },
    ],
    [{ kind: 'reset' }, { kind: 'tcp', host: '127.0.0.1' }],
  ])('$kind', async (fault, failure) => {
    simulator.fault(fault);
    expect(await ask({ store: storeId })).toMatchObject({ ok: false, failure });
    expect(await ask({ poiid: 'P400Plus-123456789' })).toMatchObject({ ok: false, failure });
    simulator.heal();
    expect(await ask({ store: storeId })).toMatchObject({ ok: true });
  });
});

describe('the source that serves', () => {
  const find = (store: string | null, key: string) => {
    const deps = { transport, keyFor: () => key, clock: systemClock };
    const account = makeAccount({ endpoint: simulator.url });
    return findSource(store === null ? { kind: 'account', account } : { kind: 'store', account, store }, {
      'cloud-device': createCloudDevice(deps),
      'connected-terminals': createConnectedTerminals(deps),
    });
  };

  it.each<[string, string | null, string, object]>([
    ['the role for it', null, 'new', { finding: { use: 'cloud-device', why: 'answered' } }],
    ['the role for it, in a store', storeId, 'new', { finding: { use: 'cloud-device', why: 'answered' } }],
    [
      'a role for the older one only',
      'AMS-01',
      'old',
      {
        finding: {
          use: 'connected-terminals',
          why: 'refused',
          refusal: { kind: 'forbidden', reason: 'device-role' },
        },
        answer: { connected: ['V400m-324688179', 'S1F2-000158213605014'] },
        certain: true,
      },
    ],
    [
      'no role at all',
      'AMS-01',
      'roleless',
      {
        finding: { use: 'connected-terminals', why: 'refused' },
        answer: { failure: { kind: 'forbidden', reason: 'role' } },
        certain: false,
      },
    ],
  ])('is found for a key with %s', async (_what, store, key, found) => {
    expect(await find(store, key)).toMatchObject(found);
  });
});
