import dns from 'node:dns';
import { createServer as createHttpServer } from 'node:http';
import { createSecureServer, createServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../main/platform/clock.ts';
import type { Fault } from '../../main/simulator/faults.ts';
import { createSimulator } from '../../main/simulator/server.ts';
import { createNetworkTransport, type Network } from '../../main/terminal-api/network.ts';
import { createTransport } from '../../main/terminal-api/transport.ts';
import { makeCertificates } from '../support/certificates.ts';
import { silences, spoiltAnswers, type ExpectedFailure } from '../support/faults.ts';
import { httpAnswer, startFaultyServer } from '../support/faulty-server.ts';
import { openGate, type Gate } from '../support/gate.ts';
import { startProxy, vendorCertificates, type ProxyOptions } from '../support/proxies.ts';
import {
  shortDeadlines,
  throughFault,
  watchShop,
  wellBorne,
  type WatchedShop,
} from '../support/watched-shop.ts';
import { makeWorld } from '../unit/simulator/make.ts';

const open: { close(): Promise<unknown> }[] = [];

/** Servers are cut before transports are asked to end politely. */
afterEach(async () => {
  vi.restoreAllMocks();
  for (const thing of open.splice(0)) await thing.close();
});

function closing<T extends { close(): Promise<unknown> }>(thing: T): T {
  open.push(thing);
  return thing;
}

/** Brings a server to loopback; its port. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing({ close: () => new Promise((resolve) => server.close(resolve)) });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** One below HTTP, that does this with every request; its port. */
async function faulty(onRequest: (socket: Socket) => void): Promise<number> {
  return closing(await startFaultyServer(onRequest)).port;
}

const answering = (body: string, status?: string) => () =>
  faulty((socket) => socket.write(httpAnswer(body, status)));

/** An error as the vendor words it. */
const refusing = (status: string, errorCode: string, errorType: string) =>
  answering(JSON.stringify({ status: Number.parseInt(status), errorCode, message: 'No', errorType }), status);

const transportTo = (ca: string[] = []) => closing(createTransport({ ca, deadlines: shortDeadlines }));

/** The simulator, or what is written here in its place, behind an address that can lead elsewhere. */
async function openShop(tls?: { key: string; cert: string }): Promise<{ gate: Gate; good: number }> {
  const gate = closing(await openGate());
  const simulator = closing(await createSimulator({ world: makeWorld(), ...(tls ? { tls } : {}) }));
  const good = Number(new URL(simulator.url).port);
  gate.leadTo(good);
  return { gate, good };
}

/** The system's resolver, with an answer of ours. */
function resolves(answer: () => dns.LookupAddress[] | null): void {
  const lookup = (hostname: string, _options: dns.LookupAllOptions, callback: LookupCallback) => {
    const found = answer();
    if (found) callback(null, found);
    else callback(Object.assign(new Error(`no ${hostname}`), { code: 'ENOTFOUND' }), []);
  };
  vi.spyOn<{ lookup: typeof lookup }, 'lookup'>(dns, 'lookup').mockImplementation(lookup);
}
type LookupCallback = (error: NodeJS.ErrnoException | null, found: dns.LookupAddress[]) => void;

/** What is told, of a gate that leads to a good answer, then to a bad one, then back. */
async function behind(gate: Gate, { good, bad }: { good: number; bad: number | null }, shop: WatchedShop) {
  const lead = (port: number | null) => () => gate.leadTo(port);
  return throughFault(shop, lead(bad), lead(good));
}

const does = 'changes no terminal, is named, and is over with the next good answer';

describe('a fault of the vendor or on the way', () => {
  it.each<[Fault, ExpectedFailure]>([
    [{ kind: 'server-error' }, { kind: 'server-error' }],
    [
      { kind: 'rate-limited', retryAfter: '0' },
      { kind: 'rate-limited', retryAfterMs: 0 },
    ],
    [{ kind: 'too-many-requests' }, { kind: 'rate-limited' }],
    [{ kind: 'unauthorized' }, { kind: 'unauthorized' }],
    ...silences,
    ...spoiltAnswers,
    [
      { kind: 'redirect', location: 'http://127.0.0.1:1/' },
      { kind: 'unreadable', reason: 'redirect' },
    ],
    [{ kind: 'reset' }, { kind: 'tcp' }],
  ])(`${does}: $kind`, async (fault, expected) => {
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const shop = watchShop(simulator.url, transportTo());
    const breakIt = () => simulator.fault(fault);
    const seen = await throughFault(shop, breakIt, () => simulator.heal());
    expect(seen).toMatchObject(wellBorne(expected));
  });

  const beginning = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"uniq';
  // RFC 9113: SETTINGS, and GOAWAY with the last stream 0 and the error HTTP_1_1_REQUIRED.
  const goAway = Buffer.from('000000040000000000' + '000008070000000000' + '000000000000000d', 'hex');

  it.each<[string, ExpectedFailure, () => Promise<number | null>]>([
    ['nobody listens', { kind: 'tcp' }, () => Promise.resolve(null)],
    [
      'a connection is reset in the middle of an answer',
      { kind: 'unreadable', reason: 'truncated' },
      () => faulty((socket) => socket.write(beginning, () => socket.resetAndDestroy())),
    ],
    [
      'an answer drips in, byte by byte',
      { kind: 'timeout', stage: 'body' },
      () =>
        faulty((socket) => {
          socket.write(beginning);
          const drip = setInterval(() => socket.write(' '), 50);
          socket.on('close', () => clearInterval(drip));
        }),
    ],
    [
      'a server speaks HTTP/2 only',
      { kind: 'unreadable', reason: 'wrong-shape' },
      () => listening(createServer()),
    ],
    [
      'a server says GOAWAY of HTTP/2',
      { kind: 'unreadable', reason: 'wrong-shape' },
      () => faulty((socket) => socket.end(goAway)),
    ],
    [
      'an answer is about another account',
      { kind: 'unreadable', reason: 'foreign' },
      answering('{"uniqueTerminalIds":["e285-123123123","P400Plus-987654321"]}'),
    ],
    [
      'a 500 that means that the question is wrong',
      { kind: 'invalid-request', vendor: { status: 500 } },
      refusing('500 Internal Server Error', '702', 'validation'),
    ],
    [
      'the account is not known',
      { kind: 'forbidden', reason: 'account' },
      refusing('403 Forbidden', '901', 'security'),
    ],
    [
      'the store is not known',
      { kind: 'forbidden', reason: 'store' },
      refusing('403 Forbidden', '910', 'security'),
    ],
    [
      'the key lacks its role',
      { kind: 'forbidden', reason: 'role' },
      refusing('403 Forbidden', '010', 'security'),
    ],
  ])(`${does}: %s`, async (_, expected, makeBad) => {
    const { gate, good } = await openShop();
    const bad = await makeBad();
    const shop = watchShop(`http://127.0.0.1:${gate.port}`, transportTo());
    expect(await behind(gate, { good, bad }, shop)).toMatchObject(wellBorne(expected));
  });
});

describe('a fault of the safe connection', () => {
  it.each<[string, ExpectedFailure, (made: Awaited<ReturnType<typeof certificates>>) => Server]>([
    [
      'a certificate of an authority that this PC does not trust',
      {
        kind: 'tls',
        reason: 'inspected',
        code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        issuer: 'Firewall, Firewall Inc',
      },
      ({ untrusted }) => createTlsServer(untrusted),
    ],
    [
      'a certificate that has expired',
      { kind: 'tls', reason: 'date', code: 'CERT_HAS_EXPIRED', issuer: 'Cord, Cord Inc' },
      ({ expired }) => createTlsServer(expired),
    ],
    [
      'a certificate for another name',
      { kind: 'tls', reason: 'other', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      ({ another }) => createTlsServer(another),
    ],
    [
      'a server that speaks HTTP/2 only',
      { kind: 'tls', reason: 'other' },
      ({ good }) => createSecureServer(good),
    ],
  ])(`${does}: %s`, async (_, expected, make) => {
    const made = await certificates();
    const { gate, good } = await openShop(made.good);
    const bad = await listening(make(made));
    const shop = watchShop(`https://127.0.0.1:${gate.port}`, transportTo(made.ca));
    expect(await behind(gate, { good, bad }, shop)).toMatchObject(wellBorne(expected));
  });

  async function certificates() {
    const good = await makeCertificates('Acme');
    const another = await makeCertificates('Bolt', 'till.example');
    const expired = await makeCertificates('Cord', '127.0.0.1', new Date(Date.now() - 86_400_000));
    const untrusted = await makeCertificates('Firewall');
    return {
      ca: [good.ca, another.ca, expired.ca],
      good: good.server,
      another: another.server,
      expired: expired.server,
      untrusted: untrusted.server,
    };
  }
});

describe('a fault of the proxy', () => {
  const gone = () => Promise.resolve(null);

  it.each<[string, ExpectedFailure, (vendorPort: number) => Promise<number | null>, boolean?]>([
    ['it is gone', { kind: 'proxy', reason: 'unreachable' }, gone],
    ['it is gone, since this PC has no network', { kind: 'offline' }, gone, false],
    [
      'it refuses',
      { kind: 'proxy', reason: 'refused', code: '403' },
      () => faulty((socket) => socket.write('HTTP/1.1 403 Forbidden\r\n\r\n')),
    ],
    [
      'it wants a password',
      { kind: 'proxy', reason: 'password', code: '407' },
      (to) => proxyTo(to, { password: { user: 'till', password: 'open sesame' } }),
    ],
    [
      'it wants a sign-in of its own kind',
      { kind: 'proxy', reason: 'sign-in', code: '407 Negotiate' },
      () => faulty((socket) => socket.write('HTTP/1.1 407 No\r\nproxy-authenticate: Negotiate\r\n\r\n')),
    ],
    [
      'it reads along',
      { kind: 'tls', reason: 'inspected', issuer: 'Firewall, Firewall Inc' },
      async (to) => proxyTo(to, { inspect: (await vendorCertificates('Firewall')).server }),
    ],
  ])(`${does}: %s`, async (_, expected, makeBad, online = true) => {
    const vendor = await vendorCertificates('Vendor Root');
    const simulator = closing(await createSimulator({ world: makeWorld(), tls: vendor.server }));
    const vendorPort = Number(new URL(simulator.url).port);
    const good = await proxyTo(vendorPort);
    const bad = await makeBad(vendorPort);
    const gate = closing(await openGate());
    gate.leadTo(good);
    // A host on this PC is reached without any network, so that it would never be the network's fault.
    resolves(() => [{ address: '127.0.0.1', family: 4 }]);
    const network: Network = {
      proxy: { mode: 'manual', host: 'proxy.example', port: gate.port },
      noProxy: [],
      credentials: null,
      ca: () => [vendor.ca],
    };
    const transport = closing(
      createNetworkTransport({
        network: () => network,
        resolveProxy: () => Promise.reject(new Error('nobody asked')),
        clock: systemClock,
        deadlines: shortDeadlines,
      }),
    );
    expect(
      await behind(
        gate,
        { good, bad },
        watchShop(null, transport, () => online),
      ),
    ).toMatchObject(wellBorne(expected));
  });

  async function proxyTo(to: number, options: Partial<ProxyOptions> = {}): Promise<number> {
    return closing(await startProxy({ to, ...options })).port;
  }
});

describe('a name', () => {
  const ipv4: dns.LookupAddress = { address: '127.0.0.1', family: 4 };
  const ipv6: dns.LookupAddress = { address: '::1', family: 6 };
  const host = 'localhost';

  it.each<[string, ExpectedFailure, dns.LookupAddress[] | null]>([
    ['that nobody knows', { kind: 'dns', host, code: 'ENOTFOUND' }, null],
    ['of an address, IPv6 only, where nobody is', { kind: 'tcp', host, code: 'ECONNREFUSED' }, [ipv6]],
  ])(`%s ${does}`, async (_, expected, answer) => {
    const { gate, good } = await openShop();
    let isBroken = false;
    resolves(() => (isBroken ? answer : [ipv4]));
    const shop = watchShop(`http://${host}:${gate.port}`, transportTo());
    const seen = await throughFault(
      shop,
      () => {
        isBroken = true;
        // Cuts what is connected, so that the name is looked up.
        gate.leadTo(good);
      },
      () => (isBroken = false),
    );
    expect(seen).toMatchObject(wellBorne(expected));
  });

  it.each([
    ['IPv6 only', '::1', [ipv6]],
    ['IPv4 only', '127.0.0.1', [ipv4]],
    ['IPv6 only, though it has both', '::1', [ipv4, ipv6]],
    ['IPv4 only, though it has both', '127.0.0.1', [ipv6, ipv4]],
  ])('that answers on %s is reached, and again after it was gone', async (_, address, addresses) => {
    const gate = closing(await openGate(address));
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const good = Number(new URL(simulator.url).port);
    gate.leadTo(good);
    resolves(() => addresses);
    const shop = watchShop(`http://${host}:${gate.port}`, transportTo());
    const seen = await behind(gate, { good, bad: null }, shop);
    expect(seen).toMatchObject(wellBorne({ kind: 'tcp' }));
  });
});

describe('a list that is wrong and looks good', () => {
  const [v400m, s1f2, ams1] = ['V400m-324688179', 'S1F2-000158213605014', 'AMS1-000168242800763'];
  const question = z.object({ store: z.string().optional(), uniqueTerminalId: z.string().optional() });
  const truth: Record<string, string[]> = { 'AMS-01': [v400m, s1f2], 'UTR-01': [ams1] };

  it.each<[string, Record<string, string[]>]>([
    ['is empty', { 'AMS-01': [], 'UTR-01': [] }],
    ['is short', { ...truth, 'AMS-01': [s1f2] }],
    ["is another store's", { ...truth, 'AMS-01': [ams1] }],
  ])('alarms nobody, since who is missed is asked for by its own ID: it %s', async (_, wrong) => {
    let lists = truth;
    const server = createHttpServer((request, response) => {
      void text(request).then((body) => {
        const { store = '', uniqueTerminalId } = question.parse(JSON.parse(body));
        const connected = uniqueTerminalId === undefined ? lists[store] : [uniqueTerminalId];
        response.end(JSON.stringify({ uniqueTerminalIds: connected }));
      });
    });
    const shop = watchShop(`http://127.0.0.1:${await listening(server)}`, transportTo());
    const seen = await throughFault(
      shop,
      () => (lists = wrong),
      () => (lists = truth),
    );
    expect(seen).toMatchObject(wellBorne(null));
  });
});
