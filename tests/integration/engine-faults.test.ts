import dns from 'node:dns';
import { createSecureServer, createServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { Server } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureWords } from '../../assets/locales/failure.ts';
import { createSpeech } from '../../assets/locales/index.ts';
import { createEngine, type Engine } from '../../main/monitor/engine.ts';
import type { TerminalEvent } from '../../main/monitor/terminal.ts';
import { nothingWatched } from '../../main/monitor/watchlist.ts';
import { systemClock } from '../../main/platform/clock.ts';
import type { Fault } from '../../main/simulator/faults.ts';
import { createSimulator } from '../../main/simulator/server.ts';
import { createConnectedTerminals } from '../../main/terminal-api/connected-terminals.ts';
import { createTransport } from '../../main/terminal-api/transport.ts';
import { makeCertificates } from '../support/certificates.ts';
import { httpAnswer, startFaultyServer } from '../support/faulty-server.ts';
import { openGate } from '../support/gate.ts';
import { makeStore } from '../unit/monitor/make.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { makeAccount } from '../unit/terminal-api/make.ts';
import { silences, spoiltAnswers } from '../support/faults.ts';

const { words } = createSpeech();
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

interface Shop {
  engine: Engine;
  events: TerminalEvent[];
}

/** The real engine over the real source and transport; nothing is asked but by `recheck`. */
function watchShop(endpoint: string, ca: string[] = []): Shop {
  const deadlines = { connect: 900, headers: 200, body: 200, total: 1_500 };
  const transport = closing(createTransport({ ca, deadlines }));
  const events: TerminalEvent[] = [];
  const engine = createEngine({
    clock: systemClock,
    source: createConnectedTerminals({ transport, keyFor: () => 'key', clock: systemClock }),
    random: () => 0,
    online: () => true,
    credentialOf: () => 'key',
    remembered: [],
    onChange: () => {},
    onRound: (report) => events.push(...report.events),
  });
  const stores = [makeStore('AMS-01'), makeStore('UTR-01')];
  engine.configure({ ...nothingWatched, accounts: [makeAccount({ endpoint, stores })] });
  return { engine, events };
}

const check = (engine: Engine) => engine.recheck({ kind: 'all' });
const statuses = (engine: Engine) =>
  engine
    .overview()
    .stores.flatMap(({ terminals }) => terminals.map(({ poiid, status }) => `${poiid} ${status}`));

/** What becomes of a shop that is well, while something is broken and when it is mended. */
async function throughFault({ engine, events }: Shop, breakIt: () => void, heal: () => void) {
  await check(engine);
  const before = statuses(engine);
  breakIt();
  await check(engine);
  const failures = engine.overview().stores.map(({ failure }) => failure);
  const during = statuses(engine);
  heal();
  await check(engine);
  const { verdict, failure } = engine.overview();
  const after = statuses(engine);
  engine.stop();
  const sentences = failures
    .filter((one) => one !== null)
    .flatMap((one) => Object.values<string>({ ...failureWords(one, words) }));
  return { failures, sentences, before, during, after, verdict, failure, events };
}

/** The failure is named for both stores, in three sentences each, and nothing else is different. */
function wellBorne(failure: object) {
  const all = ['S1F2-000158213605014', 'V400m-324688179', 'AMS1-000168242800763'].map(
    (poiid) => `${poiid} connected`,
  );
  const sentence: unknown = expect.stringMatching(/^\S.*\.$/);
  return {
    failures: [failure, failure],
    sentences: Array.from({ length: 6 }, () => sentence),
    before: all,
    during: all,
    after: all,
    verdict: 'connected',
    failure: null,
    events: [],
  };
}

describe('a fault of the vendor or on the way', () => {
  it.each<[Fault, object]>([
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
  ])(
    'changes no terminal, is named, and is over with the next good answer: $kind',
    async (fault, expected) => {
      const simulator = closing(await createSimulator({ world: makeWorld() }));
      const breakIt = () => simulator.fault(fault);
      const seen = await throughFault(watchShop(simulator.url), breakIt, () => simulator.heal());
      expect(seen).toMatchObject(wellBorne(expected));
    },
  );

  const beginning = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"uniq';

  it.each<[string, object, () => Promise<number | null>]>([
    ['nobody listens', { kind: 'tcp' }, () => Promise.resolve(null)],
    [
      'a connection is reset in the middle of an answer',
      { kind: 'unreadable', reason: 'truncated' },
      async () => {
        const server = await startFaultyServer((socket) =>
          socket.write(beginning, () => socket.resetAndDestroy()),
        );
        return closing(server).port;
      },
    ],
    [
      'an answer drips in, byte by byte',
      { kind: 'timeout', stage: 'body' },
      async () => {
        const server = await startFaultyServer((socket) => {
          socket.write(beginning);
          const drip = setInterval(() => socket.write(' '), 50);
          socket.on('close', () => clearInterval(drip));
        });
        return closing(server).port;
      },
    ],
    [
      'a server speaks HTTP/2 only, and says GOAWAY',
      { kind: 'unreadable', reason: 'wrong-shape' },
      () => listening(createServer()),
    ],
    [
      'an answer is about another account',
      { kind: 'unreadable', reason: 'foreign' },
      async () => {
        const others = '{"uniqueTerminalIds":["e285-123123123","P400Plus-987654321"]}';
        return closing(await startFaultyServer((socket) => socket.write(httpAnswer(others)))).port;
      },
    ],
  ])(
    'changes no terminal, is named, and is over with the next good answer: %s',
    async (_, expected, behind) => {
      const gate = closing(await openGate());
      const simulator = closing(await createSimulator({ world: makeWorld() }));
      const good = Number(new URL(simulator.url).port);
      const bad = await behind();
      gate.leadTo(good);
      const shop = watchShop(`http://127.0.0.1:${gate.port}`);
      const seen = await throughFault(
        shop,
        () => gate.leadTo(bad),
        () => gate.leadTo(good),
      );
      expect(seen).toMatchObject(wellBorne(expected));
    },
  );
});

describe('a fault of the safe connection', () => {
  it.each<[string, object, (made: Awaited<ReturnType<typeof certificates>>) => Server]>([
    [
      'a certificate that has expired',
      { kind: 'tls', code: 'CERT_HAS_EXPIRED', issuer: 'Cord, Cord Inc' },
      ({ expired }) => createTlsServer(expired),
    ],
    [
      'a certificate for another name',
      { kind: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      ({ another }) => createTlsServer(another),
    ],
    ['a server that speaks HTTP/2 only', { kind: 'tls' }, ({ good }) => createSecureServer(good)],
  ])(
    'changes no terminal, is named, and is over with the next good answer: %s',
    async (_, expected, make) => {
      const made = await certificates();
      const gate = closing(await openGate());
      const simulator = closing(await createSimulator({ world: makeWorld(), tls: made.good }));
      const good = Number(new URL(simulator.url).port);
      const bad = await listening(make(made));
      gate.leadTo(good);
      const shop = watchShop(`https://127.0.0.1:${gate.port}`, made.ca);
      const seen = await throughFault(
        shop,
        () => gate.leadTo(bad),
        () => gate.leadTo(good),
      );
      expect(seen).toMatchObject(wellBorne(expected));
    },
  );

  async function certificates() {
    const good = await makeCertificates('Acme');
    const another = await makeCertificates('Bolt', 'till.example');
    const expired = await makeCertificates('Cord', '127.0.0.1', new Date(Date.now() - 86_400_000));
    return {
      ca: [good.ca, another.ca, expired.ca],
      good: good.server,
      another: another.server,
      expired: expired.server,
    };
  }
});

describe('a name', () => {
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

  it('that nobody knows changes no terminal, is named, and is over with the next good answer', async () => {
    const gate = closing(await openGate());
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const good = Number(new URL(simulator.url).port);
    let isKnown = true;
    resolves(() => (isKnown ? [{ address: '127.0.0.1', family: 4 }] : null));
    gate.leadTo(good);
    const shop = watchShop(`http://localhost:${gate.port}`);
    const seen = await throughFault(
      shop,
      () => {
        isKnown = false;
        gate.leadTo(good);
      },
      () => (isKnown = true),
    );
    expect(seen).toMatchObject(wellBorne({ kind: 'dns', host: 'localhost', code: 'ENOTFOUND' }));
  });

  it.each([
    ['IPv6 only', '::1', [6]],
    ['IPv4 only', '127.0.0.1', [4]],
    ['IPv6 only, though it has both', '::1', [4, 6]],
    ['IPv4 only, though it has both', '127.0.0.1', [6, 4]],
  ] as const)('that answers on %s is reached', async (_, host, families) => {
    const gate = closing(await openGate(host));
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    gate.leadTo(Number(new URL(simulator.url).port));
    resolves(() => families.map((family) => ({ address: family === 4 ? '127.0.0.1' : '::1', family })));
    const { engine } = watchShop(`http://localhost:${gate.port}`);
    await check(engine);
    expect(engine.overview()).toMatchObject({ verdict: 'connected', counts: { connected: 3 } });
    engine.stop();
  });
});
