import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Question } from '../../main/monitor/source.ts';
import type { Account } from '../../main/monitor/watchlist.ts';
import type { Fault } from '../../main/simulator/faults.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createConnectedTerminals } from '../../main/terminal-api/connected-terminals.ts';
import { createTransport, type Transport } from '../../main/terminal-api/transport.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { httpAnswer, startFaultyServer } from '../support/faulty-server.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { makeAccount } from '../unit/terminal-api/make.ts';
import { spoiltAnswers } from '../support/faults.ts';

let simulator: Simulator;
let transport: Transport;

beforeEach(async () => {
  simulator = await createSimulator({ world: makeWorld() });
  transport = createTransport({
    ca: [],
    deadlines: { headers: 150, body: 150, total: 900 },
  });
});

afterEach(async () => {
  await simulator.close();
  await transport.close();
});

function ask(
  question: { store: string } | { poiid: string },
  { key = 'key', ...over }: { key?: string | null } & Partial<Account> = {},
): Promise<Answer> {
  const account = makeAccount({ endpoint: simulator.url, ...over });
  const source = createConnectedTerminals({ transport, keyFor: () => key, clock: systemClock });
  const whole: Question =
    'store' in question
      ? { kind: 'store', account, ...question }
      : { kind: 'terminal', account, ...question };
  return source.ask(whole);
}

describe('connected terminals', () => {
  it('of a store are listed', async () => {
    expect(await ask({ store: 'AMS-01' })).toMatchObject({
      ok: true,
      connected: ['V400m-324688179', 'S1F2-000158213605014'],
    });
    expect(simulator.requests()).toMatchObject([
      { body: { merchantAccount: 'ExampleMerchant', store: 'AMS-01' }, status: 200, fault: null },
    ]);
  });

  it('are none where the store is dark', async () => {
    simulator.world.dropStore('AMS-01');
    expect(await ask({ store: 'AMS-01' })).toMatchObject({ ok: true, connected: [] });
  });

  it('can be asked for one by one', async () => {
    expect(await ask({ poiid: 'V400m-324688179' })).toMatchObject({
      ok: true,
      connected: ['V400m-324688179'],
    });
    expect(await ask({ poiid: 'P400Plus-123456789' })).toMatchObject({ ok: true, connected: [] });
  });
});

describe('what the vendor refuses', () => {
  it.each<[string, Parameters<typeof ask>, object]>([
    ['a wrong key', [{ store: 'AMS-01' }, { key: 'wrong' }], { kind: 'unauthorized' }],
    [
      'a key without the role',
      [{ store: 'AMS-01' }, { key: 'roleless' }],
      { kind: 'forbidden', reason: 'role' },
    ],
    [
      'a wrong account',
      [{ store: 'AMS-01' }, { merchantAccount: 'Nobody' }],
      {
        kind: 'forbidden',
        reason: 'account',
        vendor: { status: 403, code: '901', message: 'Invalid Merchant Account', reference: '' },
      },
    ],
    ['a wrong store', [{ store: 'XXX' }], { kind: 'forbidden', reason: 'store' }],
    [
      "the vendor's ID in place of the reference",
      [{ store: 'ST0000000000000000000001' }],
      {
        kind: 'forbidden',
        reason: 'store',
        vendor: { status: 403, code: '910', message: 'Invalid Store', reference: '' },
      },
    ],
    [
      'a question without account, although it says 500',
      [{ store: 'AMS-01' }, { merchantAccount: '' }],
      {
        kind: 'invalid-request',
        vendor: {
          status: 500,
          code: '702',
          message: "Required field 'merchantAccount' is null",
          reference: '',
        },
      },
    ],
  ])('is %s', async (_what, question, failure) => {
    expect(await ask(...question)).toMatchObject({ ok: false, failure });
  });

  it.each([null, '', 'key\nwith a break', 'ключ'])('needs no request where the key is %j', async (key) => {
    expect(await ask({ store: 'AMS-01' }, { key })).toMatchObject({
      ok: false,
      failure: { kind: 'key-missing' },
    });
    expect(simulator.requests()).toEqual([]);
  });
});

describe('what can go wrong on the way', () => {
  it.each<[Fault, object]>([
    [{ kind: 'server-error' }, { kind: 'server-error', retryAfterMs: null }],
    [
      { kind: 'rate-limited', retryAfter: '30' },
      { kind: 'rate-limited', retryAfterMs: 30_000 },
    ],
    [
      { kind: 'too-many-requests' },
      {
        kind: 'rate-limited',
        vendor: { status: 500, code: '00_500', message: 'too many requests', reference: 'QWERTY1234567890' },
      },
    ],
    [{ kind: 'unauthorized' }, { kind: 'unauthorized' }],
    [{ kind: 'silent' }, { kind: 'timeout', host: '127.0.0.1', stage: 'headers', seconds: 1 }],
    [{ kind: 'stalled' }, { kind: 'timeout', host: '127.0.0.1', stage: 'body', seconds: 1 }],
    ...spoiltAnswers,
    [{ kind: 'reset' }, { kind: 'tcp', host: '127.0.0.1' }],
  ])('$kind', async (fault, failure) => {
    simulator.fault(fault);
    expect(await ask({ store: 'AMS-01' })).toMatchObject({ ok: false, failure });
    simulator.heal();
    expect(await ask({ store: 'AMS-01' })).toMatchObject({ ok: true });
  });

  it('a redirect is not followed, and the key stays', async () => {
    const elsewhere = await createSimulator({ world: makeWorld() });
    simulator.fault({ kind: 'redirect', location: `${elsewhere.url}/connectedTerminals` });
    expect(await ask({ store: 'AMS-01' })).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable', reason: 'redirect' },
    });
    expect(elsewhere.requests()).toEqual([]);
    await elsewhere.close();
  });

  it('nobody listens', async () => {
    const { url } = simulator;
    await simulator.close();
    expect(await ask({ store: 'AMS-01' }, { endpoint: url })).toMatchObject({
      ok: false,
      failure: { kind: 'tcp', host: '127.0.0.1', code: 'ECONNREFUSED' },
    });
  });

  it('a fault for the next two requests ends after them', async () => {
    simulator.fault({ kind: 'server-error' }, 2);
    const answers = [
      await ask({ store: 'AMS-01' }),
      await ask({ store: 'AMS-01' }),
      await ask({ store: 'AMS-01' }),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, true]);
  });
});

it('the key is in no answer and no log, whatever happens', async () => {
  const secret = 'AQE-very-secret-key';
  const world = makeWorld();
  world.accounts[0]?.keys.push(secret);
  const own = await createSimulator({ world });
  const kinds = ['server-error', 'unauthorized', 'silent', 'reset', 'captive-portal', 'truncated'] as const;
  const answers: Answer[] = [await ask({ store: 'AMS-01' }, { key: secret, endpoint: own.url })];
  for (const kind of kinds) {
    own.fault({ kind });
    answers.push(await ask({ store: 'AMS-01' }, { key: secret, endpoint: own.url }));
  }
  await own.close();
  answers.push(await ask({ store: 'AMS-01' }, { key: secret, endpoint: own.url }));
  expect(JSON.stringify([answers, own.requests()])).not.toContain(secret);
});

it('the key is in no failure, even where a filter on the way quotes the request', async () => {
  const body = JSON.stringify({
    errorCode: '010',
    message: 'Blocked: POST with X-API-Key AQE-very-secret-key',
  });
  const server = await startFaultyServer((socket) => socket.write(httpAnswer(body, '403 Forbidden')));
  const answer = await ask(
    { store: 'AMS-01' },
    { key: 'AQE-very-secret-key', endpoint: `http://127.0.0.1:${server.port}` },
  );
  expect(answer).toHaveProperty('failure.vendor.message', 'Blocked: POST with X-API-Key [key]');
  await server.close();
});
