import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { makeWorld } from '../unit/simulator/make.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await createSimulator({ world: makeWorld(), now: () => 1000 });
});

afterEach(() => simulator.close());

function send(method: string, path: string, body?: unknown, key = 'key'): Promise<Response> {
  return fetch(simulator.url + path, {
    method,
    headers: { 'x-api-key': key },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function listed(): Promise<unknown> {
  const response = await send('POST', '/connectedTerminals', {
    merchantAccount: 'ExampleMerchant',
    store: 'AMS-01',
  });
  return response.ok ? response.json() : response.status;
}

const both = { uniqueTerminalIds: ['V400m-324688179', 'S1F2-000158213605014'] };

describe('the control surface', () => {
  it.each<[string, unknown, unknown]>([
    ['drop', { poiid: 'V400m-324688179' }, { uniqueTerminalIds: ['S1F2-000158213605014'] }],
    [
      'restore',
      { poiid: 'P400Plus-123456789' },
      { uniqueTerminalIds: [...both.uniqueTerminalIds, 'P400Plus-123456789'] },
    ],
    ['dropStore', { store: 'AMS-01' }, { uniqueTerminalIds: [] }],
    [
      'restoreStore',
      { store: 'AMS-01' },
      { uniqueTerminalIds: [...both.uniqueTerminalIds, 'P400Plus-123456789'] },
    ],
    [
      'add',
      { poiid: 'V400m-1', store: 'AMS-01' },
      { uniqueTerminalIds: [...both.uniqueTerminalIds, 'V400m-1'] },
    ],
    ['move', { poiid: 'V400m-324688179', store: 'UTR-01' }, { uniqueTerminalIds: ['S1F2-000158213605014'] }],
    ['fault', { kind: 'server-error' }, 503],
    ['fault', { kind: 'rate-limited', retryAfter: '5', count: 1 }, 429],
    ['limit', { requests: 0, windowMs: 1000 }, both],
  ])('can %s %j', async (command, body, after) => {
    expect(await listed()).toEqual(both);
    expect((await send('POST', `/_simulator/${command}`, body)).status).toBe(200);
    expect(await listed()).toEqual(after);
  });

  it('ends a fault with heal, or after its count', async () => {
    await send('POST', '/_simulator/fault', { kind: 'server-error' });
    await send('POST', '/_simulator/heal');
    expect(await listed()).toEqual(both);
    await send('POST', '/_simulator/fault', { kind: 'server-error', count: 1 });
    expect([await listed(), await listed()]).toEqual([503, both]);
  });

  it('shows the requests of the terminal API, without keys', async () => {
    await listed();
    const log = await send('GET', '/_simulator/requests');
    expect(await log.json()).toEqual({
      requests: [
        {
          at: 1000,
          method: 'POST',
          path: '/connectedTerminals',
          body: { merchantAccount: 'ExampleMerchant', store: 'AMS-01' },
          status: 200,
          fault: null,
        },
      ],
    });
  });

  it('can say what the vendor does where no document says it', async () => {
    const question = { merchantAccount: 'ExampleMerchant', uniqueTerminalId: 'V400m-0' };
    expect((await send('POST', '/connectedTerminals', question)).status).toBe(200);
    await send('POST', '/_simulator/assume', { unknownTerminal: 'unprocessable' });
    expect((await send('POST', '/connectedTerminals', question)).status).toBe(422);
  });

  it.each<[string, string, unknown, string, number]>([
    ['POST', 'drop', { poiid: 'V400m-324688179' }, 'wrong', 401],
    ['POST', 'drop', { poiid: 'V400m-0' }, 'key', 404],
    ['POST', 'dropStore', { store: 'XXX' }, 'key', 404],
    ['POST', 'explode', {}, 'key', 404],
    ['GET', 'drop', undefined, 'key', 404],
    ['POST', 'drop', {}, 'key', 400],
    ['POST', 'fault', { kind: 'explode' }, 'key', 400],
    ['POST', 'limit', { requests: -1, windowMs: 1000 }, 'key', 400],
    ['POST', 'fault', { kind: 'server-error', count: 0 }, 'key', 400],
    ['POST', 'assume', { unknownTerminal: 'explode' }, 'key', 400],
    ['POST', 'assume', { weather: 'fine' }, 'key', 400],
  ])('answers %s %s %j with the key %j by %i', async (method, command, body, key, status) => {
    expect((await send(method, `/_simulator/${command}`, body, key)).status).toBe(status);
    expect(await listed()).toEqual(both);
  });
});

describe('the simulator', () => {
  it('listens on loopback only', () => {
    expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('lets a test await the next request that it means', async () => {
    const next = simulator.nextRequest(({ status }) => status === 401);
    await listed();
    await send('POST', '/connectedTerminals', {}, 'wrong');
    expect(await next).toMatchObject({ status: 401 });
  });

  it('says so where its port is taken', async () => {
    const port = Number(new URL(simulator.url).port);
    await expect(createSimulator({ world: makeWorld(), port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('ends requests that it left hanging when it is closed', async () => {
    simulator.fault({ kind: 'silent' });
    const logged = simulator.nextRequest();
    const hanging = listed().then(
      () => 'answered',
      () => 'cut',
    );
    expect(await logged).toMatchObject({ status: null, fault: 'silent' });
    await simulator.close();
    expect(await hanging).toBe('cut');
  });
});
