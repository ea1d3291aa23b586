import { afterEach, describe, expect, it } from 'vitest';
import { createSimulator } from '../../main/simulator/server.ts';
import { buildRequest } from '../../main/terminal-api/request.ts';
import { createTransport, type Deadlines, type Transport } from '../../main/terminal-api/transport.ts';
import { makeCertificates } from '../support/certificates.ts';
import { httpAnswer, startFaultyServer } from '../support/faulty-server.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { askStore, makeAccount } from '../unit/terminal-api/make.ts';

const open: { close(): Promise<void> }[] = [];

/** Servers are cut before transports are asked to end politely. */
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

function closing<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing);
  return thing;
}

const fast: Deadlines = { connect: 200, headers: 200, body: 200, total: 900 };

function makeTransport(
  over: { deadlines?: Partial<Deadlines>; ca?: string[]; maxBytes?: number } = {},
): Transport {
  const { deadlines, ...rest } = over;
  return createTransport({ ca: [], ...rest, deadlines: { ...fast, ...deadlines } });
}

function requestTo(endpoint: string) {
  return buildRequest(askStore('AMS-01', makeAccount({ endpoint })), 'key');
}

/** A connection is free again one turn after the body was read. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

const list = httpAnswer('{"uniqueTerminalIds":[]}');

describe('connections', () => {
  it('are kept between two questions', async () => {
    const server = closing(await startFaultyServer((socket) => socket.write(list)));
    const transport = closing(makeTransport());
    const request = requestTo(`http://127.0.0.1:${server.port}`);
    await transport.send(request);
    await nextTurn();
    await transport.send(request);
    expect(server.connections()).toBe(1);
  });

  it('that the server gave up meanwhile count as nothing: the question is asked once more on a fresh one', async () => {
    const asked: string[] = [];
    const server = closing(
      await startFaultyServer((socket, connection, request) => {
        asked.push(`connection ${connection}, request ${request}`);
        if (connection === 1 && request === 2) socket.destroy();
        else socket.write(list);
      }),
    );
    const transport = closing(makeTransport());
    const request = requestTo(`http://127.0.0.1:${server.port}`);
    expect(await transport.send(request)).toMatchObject({ ok: true });
    await nextTurn();
    expect(await transport.send(request)).toMatchObject({ ok: true });
    expect(asked).toEqual(['connection 1, request 1', 'connection 1, request 2', 'connection 2, request 1']);
  });

  it('that are cut again and again are tried twice, not for ever', async () => {
    const server = closing(await startFaultyServer((socket) => socket.destroy()));
    const transport = closing(makeTransport());
    const sent = await transport.send(requestTo(`http://127.0.0.1:${server.port}`));
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'tcp', host: '127.0.0.1' } });
    expect(server.connections()).toBe(2);
  });
});

describe('deadlines', () => {
  it('hold while connecting: a server that takes the call but not the handshake', async () => {
    const server = closing(await startFaultyServer(() => undefined));
    // undici looks at this deadline twice a second only.
    const transport = closing(makeTransport({ deadlines: { total: 5000 } }));
    expect(await transport.send(requestTo(`https://127.0.0.1:${server.port}`))).toEqual({
      ok: false,
      failure: { kind: 'timeout', host: '127.0.0.1', stage: 'connect', seconds: 1 },
    });
    // What it got is a greeting; the key waits for a safe connection.
    expect(server.received()).not.toContain('key');
  });

  it.each([
    ['headers', ''],
    ['headers', 'HTTP/1.1 200 OK\r\ncontent-ty'],
    ['body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n'],
    ['body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"uniqueTerm'],
  ])('hold for the %s after %j', async (stage, beginning) => {
    const server = closing(await startFaultyServer((socket) => socket.write(beginning)));
    const transport = closing(makeTransport());
    expect(await transport.send(requestTo(`http://127.0.0.1:${server.port}`))).toMatchObject({
      ok: false,
      failure: { kind: 'timeout', stage },
    });
  });

  it('hold for the whole, even where every single byte is in time', async () => {
    const server = closing(
      await startFaultyServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
        const drip = setInterval(() => socket.write(' '), 20);
        socket.on('close', () => clearInterval(drip));
      }),
    );
    const transport = closing(makeTransport({ deadlines: { total: 300 } }));
    const began = performance.now();
    expect(await transport.send(requestTo(`http://127.0.0.1:${server.port}`))).toMatchObject({
      ok: false,
      failure: { kind: 'timeout', stage: 'body' },
    });
    expect(performance.now() - began).toBeLessThan(900);
  });

  it.each(['http', 'https'])('end at once with the signal of the caller, over %s', async (scheme) => {
    const server = closing(await startFaultyServer(() => undefined));
    const transport = closing(makeTransport({ deadlines: { connect: 5000, headers: 5000, total: 5000 } }));
    const caller = new AbortController();
    const sending = transport.send(requestTo(`${scheme}://127.0.0.1:${server.port}`), caller.signal);
    await server.firstBytes;
    const began = performance.now();
    caller.abort();
    expect(await sending).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('have passed where the signal was aborted before', async () => {
    const server = closing(await startFaultyServer((socket) => socket.write(list)));
    const transport = closing(makeTransport());
    const sent = await transport.send(requestTo(`http://127.0.0.1:${server.port}`), AbortSignal.abort());
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expect(server.received()).toBe('');
  });
});

describe('TLS', () => {
  async function makeTlsSimulator(serverName?: string) {
    const { ca, server } = await makeCertificates('Acme Traffic Inspection', serverName);
    return { ca, simulator: closing(await createSimulator({ world: makeWorld(), tls: server })) };
  }

  it('with an authority that this PC does not trust is refused, and the authority named', async () => {
    const { simulator } = await makeTlsSimulator();
    const transport = closing(makeTransport({ deadlines: { connect: 2000, total: 3000 } }));
    expect(await transport.send(requestTo(simulator.url))).toEqual({
      ok: false,
      failure: {
        kind: 'tls',
        reason: 'inspected',
        host: '127.0.0.1',
        code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        issuer: 'Acme Traffic Inspection, Acme Traffic Inspection Inc',
      },
    });
    expect(simulator.requests()).toEqual([]);
  });

  it('with the same authority configured works', async () => {
    const { simulator, ca } = await makeTlsSimulator();
    const transport = closing(makeTransport({ ca: [ca], deadlines: { connect: 2000, total: 3000 } }));
    expect(await transport.send(requestTo(simulator.url))).toMatchObject({
      ok: true,
      response: { status: 200 },
    });
  });

  it("with somebody else's name is refused although the authority is trusted", async () => {
    const { simulator, ca } = await makeTlsSimulator('till.example');
    const transport = closing(makeTransport({ ca: [ca], deadlines: { connect: 2000, total: 3000 } }));
    expect(await transport.send(requestTo(simulator.url))).toMatchObject({
      ok: false,
      failure: { kind: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
    expect(simulator.requests()).toEqual([]);
  });

  it('is not spoken by a server of plain HTTP', async () => {
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const transport = closing(makeTransport());
    expect(await transport.send(requestTo(simulator.url.replace('http:', 'https:')))).toMatchObject({
      ok: false,
      failure: { kind: 'tls', issuer: null },
    });
  });
});

describe('an answer', () => {
  it.each([
    [
      'is cut off at the size that no list has',
      'x'.repeat(2000),
      { kind: 'unreadable', reason: 'too-large' },
    ],
    ['is taken up to that size', 'x'.repeat(1000), undefined],
  ])('%s', async (_what, body, failure) => {
    const server = closing(await startFaultyServer((socket) => socket.write(httpAnswer(body))));
    const transport = closing(makeTransport({ maxBytes: 1000 }));
    const sent = await transport.send(requestTo(`http://127.0.0.1:${server.port}`));
    expect(sent.ok ? undefined : sent.failure).toEqual(failure);
  });

  it('that is not HTTP is unreadable', async () => {
    const server = closing(await startFaultyServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')));
    const transport = closing(makeTransport());
    expect(await transport.send(requestTo(`http://127.0.0.1:${server.port}`))).toEqual({
      ok: false,
      failure: { kind: 'unreadable', reason: 'wrong-shape' },
    });
  });
});

it('after the close nothing is sent any more', async () => {
  const transport = makeTransport();
  await transport.close();
  expect(await transport.send(requestTo('http://127.0.0.1:9'))).toMatchObject({ ok: false });
});
