import dns from 'node:dns';
import { once } from 'node:events';
import { connect as tlsConnect, createServer as createTlsServer } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectionHandlers } from '../../main/ipc/connection.ts';
import { createBudget } from '../../main/monitor/budget.ts';
import { createWaits } from '../../main/ipc/waits.ts';
import { nothingWatched } from '../../main/monitor/watchlist.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { createManagement } from '../../main/terminal-api/management.ts';
import { createNetworkTransport, type Network, type NetworkDeps } from '../../main/terminal-api/network.ts';
import { runNetworkCheck } from '../../main/terminal-api/network-check.ts';
import { createProbes } from '../../main/terminal-api/network-probes.ts';
import { buildRequest } from '../../main/terminal-api/request.ts';
import { makeCertificates, type Certificates } from '../support/certificates.ts';
import { startFaultyServer } from '../support/faulty-server.ts';
import { startProxy, vendorCertificates, type ProxyOptions } from '../support/proxies.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { makeWorld } from '../unit/simulator/make.ts';
import { askStore, makeAccount } from '../unit/terminal-api/make.ts';

const host = 'terminal-api-test.adyen.com';
const password = { user: 'till', password: 'open sesame' };
const open: { close(): Promise<void> }[] = [];
let vendor: Certificates;
let firewall: Certificates;

beforeAll(async () => {
  [vendor, firewall] = await Promise.all([
    vendorCertificates('Vendor Root'),
    vendorCertificates('ACME Firewall CA'),
  ]);
});

/** The last that was opened first: clients before proxies, proxies before servers. */
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.close();
});

function closing<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing);
  return thing;
}

/** The vendor under its own name, as far as a proxy leads to it. */
const openVendor = async () => closing(await createSimulator({ world: makeWorld(), tls: vendor.server }));

const openProxy = async (simulator: Simulator, options: Partial<ProxyOptions> = {}) =>
  closing(await startProxy({ to: Number(new URL(simulator.url).port), ...options }));

function makeNetwork(network: Partial<Network> = {}): Network {
  return { proxy: { mode: 'system' }, noProxy: [], credentials: null, ca: () => [vendor.ca], ...network };
}

const manual = ({ port }: { port: number }): Network['proxy'] => ({
  mode: 'manual',
  host: '127.0.0.1',
  port,
});

function makeTransport(network: Network, deps: Partial<NetworkDeps> = {}) {
  return closing(
    createNetworkTransport({
      network: () => network,
      resolveProxy: () => Promise.reject(new Error('nobody asked')),
      clock: systemClock,
      deadlines: { connect: 2000, total: 4000 },
      ...deps,
    }),
  );
}

const request = () => buildRequest(askStore('AMS-01', makeAccount({ endpoint: null })), 'key');
type Found = (error: null, found: dns.LookupAddress[]) => void;
const isFound = (value: unknown): value is Found => typeof value === 'function';
/** In the place of `dns.lookup`, in the form in which sockets call it. */
const toLoopback = Object.assign(
  (...given: unknown[]) => {
    const found = given.at(-1);
    if (isFound(found)) found(null, [{ address: '127.0.0.2', family: 4 }]);
  },
  { __promisify__: dns.lookup.__promisify__ },
);
const answered = { ok: true, response: { status: 200, host } };

describe('through a proxy', () => {
  it('that was entered the vendor is asked, and the proxy sees its name and nothing else', async () => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator);
    const transport = makeTransport(makeNetwork({ proxy: manual(proxy) }));
    expect(await transport.send(request())).toMatchObject(answered);
    expect(proxy.asked).toEqual([`${host}:443`]);
  });

  it('connections are kept: a thousand stores are no thousand tunnels', async () => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator);
    const transport = makeTransport(makeNetwork({ proxy: manual(proxy) }));
    for (let count = 0; count < 5; count += 1) {
      expect(await transport.send(request())).toMatchObject(answered);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(proxy.asked).toHaveLength(1);
    expect(simulator.requests()).toHaveLength(5);
  });

  it.each<[string, string, object]>([
    ['is asked for a tunnel', '127.0.0.1', answered],
    [
      'and shows a certificate for another name is not, nor does a name of the vendor do',
      '*.adyen.com',
      { failure: { kind: 'proxy', reason: 'unreachable', code: 'ERR_TLS_CERT_ALTNAME_INVALID' } },
    ],
  ])('that is itself reached over TLS %s', async (_, name, outcome) => {
    const simulator = await openVendor();
    const own = await makeCertificates('Proxy CA', name);
    const proxy = await openProxy(simulator, { tls: own.server });
    const resolveProxy = async () => `HTTPS 127.0.0.1:${proxy.port}`;
    const transport = makeTransport(makeNetwork({ ca: () => [vendor.ca, own.ca] }), { resolveProxy });
    expect(await transport.send(request())).toMatchObject(outcome);
  });
});

describe('a proxy with a password', () => {
  it.each<[string, Network['credentials'], object]>([
    ['is told the right one', password, answered],
    [
      'refuses the wrong one',
      { ...password, password: 'wrong' },
      { failure: { reason: 'password-refused' } },
    ],
    ['asks for one where there is none', null, { failure: { reason: 'password' } }],
  ])('%s', async (_, credentials, outcome) => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator, { password });
    const transport = makeTransport(makeNetwork({ proxy: manual(proxy), credentials }));
    const sent = await transport.send(request());
    expect(sent).toMatchObject(outcome);
    if (!sent.ok)
      expect(sent.failure).toMatchObject({
        kind: 'proxy',
        proxy: `127.0.0.1:${proxy.port}`,
        host,
        code: '407',
      });
    expect(JSON.stringify(sent)).not.toContain(password.password);
  });
});

describe('a proxy that does not do its part is told from a vendor that does not', () => {
  it('where nobody listens', async () => {
    const gone = await startFaultyServer(() => undefined);
    await gone.close();
    const sent = await makeTransport(makeNetwork({ proxy: manual(gone) })).send(request());
    expect(sent).toMatchObject({
      failure: { kind: 'proxy', reason: 'unreachable', host, code: 'ECONNREFUSED' },
    });
  });

  it.each([
    ['refuses', 'HTTP/1.1 403 Forbidden\r\n\r\n', { reason: 'refused', code: '403' }],
    [
      'wants a sign-in of its own kind',
      'HTTP/1.1 407 No\r\nproxy-authenticate: Negotiate\r\nproxy-authenticate: NTLM\r\n\r\n',
      { reason: 'sign-in', code: '407 Negotiate, NTLM' },
    ],
    ['is none', 'SSH-2.0-OpenSSH_9.2\r\n', { reason: 'unreachable' }],
    ['hangs up', null, { reason: 'unreachable' }],
  ])('where it %s', async (_, answer, failure) => {
    const server = closing(
      await startFaultyServer((socket) => {
        if (answer === null) socket.destroy();
        else socket.write(answer);
      }),
    );
    const sent = await makeTransport(makeNetwork({ proxy: manual(server) })).send(request());
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'proxy', host, ...failure } });
    expect(server.connections()).toBe(1);
  });

  it('where it says nothing at all', async () => {
    const server = closing(await startFaultyServer(() => undefined));
    const deadlines = { connect: 300, total: 4000 };
    const sent = await makeTransport(makeNetwork({ proxy: manual(server) }), { deadlines }).send(request());
    expect(sent).toMatchObject({ failure: { kind: 'proxy', reason: 'unreachable' } });
  });
});

describe('a network that inspects traffic', () => {
  it('is named by its issuer, and not obeyed', async () => {
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const proxy = await openProxy(simulator, { inspect: firewall.server });
    const sent = await makeTransport(makeNetwork({ proxy: manual(proxy) })).send(request());
    expect(sent).toMatchObject({
      failure: { kind: 'tls', reason: 'inspected', host, issuer: 'ACME Firewall CA, ACME Firewall CA Inc' },
    });
    expect(simulator.requests()).toEqual([]);
  });

  it('is let in once its certificate is trusted', async () => {
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const proxy = await openProxy(simulator, { inspect: firewall.server });
    let network = makeNetwork({ proxy: manual(proxy) });
    const transport = makeTransport(network, { network: () => network });
    expect(await transport.send(request())).toMatchObject({ failure: { reason: 'inspected' } });
    network = makeNetwork({ proxy: manual(proxy), ca: () => [firewall.ca] });
    expect(await transport.send(request())).toMatchObject(answered);
  });
});

it('an encryption older than TLS 1.2 is refused', async () => {
  const weak = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const old = createTlsServer({ ...vendor.server, ...weak });
  old.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
  closing({ close: () => new Promise<void>((resolve) => void old.close(() => resolve())) });
  const address = old.address();
  const to = address !== null && typeof address === 'object' ? address.port : 0;

  // Whoever accepts it gets through, so that what is refused below is refused for this.
  const lax = tlsConnect({ port: to, host: '127.0.0.1', servername: host, ca: vendor.ca, ...weak });
  await once(lax, 'secureConnect');
  expect(lax.getProtocol()).toBe('TLSv1.1');
  lax.destroy();

  const proxy = closing(await startProxy({ to }));
  const sent = await makeTransport(makeNetwork({ proxy: manual(proxy) })).send(request());
  expect(sent).toMatchObject({ ok: false, failure: { kind: 'tls', reason: 'other', issuer: null } });
});

describe('what the system says of a host', () => {
  it('is asked once, not for each request', async () => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator);
    const asked: string[] = [];
    const transport = makeTransport(makeNetwork(), {
      async resolveProxy(url) {
        asked.push(url);
        return `PROXY 127.0.0.1:${proxy.port}`;
      },
    });
    const all = await Promise.all([1, 2, 3].map(() => transport.send(request())));
    expect(all).toMatchObject([answered, answered, answered]);
    await transport.send(request());
    expect(asked).toEqual([`https://${host}/`]);
  });

  it('is asked again after a while, and followed from then on', async () => {
    const [simulator, clock] = [await openVendor(), createVirtualClock()];
    const proxies = [await openProxy(simulator), await openProxy(simulator)] as const;
    let [used] = [proxies[0]];
    const transport = makeTransport(makeNetwork(), {
      clock,
      resolveProxy: async () => `PROXY 127.0.0.1:${used.port}`,
    });
    await transport.send(request());
    used = proxies[1];
    await clock.advance(30_000);
    await transport.send(request());
    await new Promise((resolve) => setImmediate(resolve));
    await transport.send(request());
    expect(proxies.map(({ asked }) => asked.length)).toEqual([1, 1]);
  });

  it('may name another proxy for when the first is gone, which is then left alone for a while', async () => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator);
    const gone = await startFaultyServer(() => undefined);
    const { port } = gone;
    await gone.close();
    const transport = makeTransport(makeNetwork(), {
      resolveProxy: async () => `SOCKS5 127.0.0.1:1; PROXY 127.0.0.1:${port}; PROXY 127.0.0.1:${proxy.port}`,
    });
    expect(await transport.send(request())).toMatchObject(answered);
    const hops = await transport.hopsTo(new URL(`https://${host}`));
    expect(hops.at(-1)).toEqual({ via: 'proxy', origin: `http://127.0.0.1:${port}` });
  });

  it('may name a kind of proxy that is not spoken', async () => {
    const resolveProxy = async () => 'SOCKS5 127.0.0.1:1080';
    expect(await makeTransport(makeNetwork(), { resolveProxy }).send(request())).toMatchObject({
      failure: { kind: 'proxy', reason: 'unsupported', code: 'SOCKS5 127.0.0.1:1080' },
    });
  });

  it.each<[string, NetworkDeps['resolveProxy']]>([
    ['fails', () => Promise.reject(new Error('no'))],
    ['does not come', () => new Promise(() => undefined)],
    ['says so', async () => 'DIRECT'],
  ])('means directly where it %s', async (_, resolveProxy) => {
    const clock = createVirtualClock();
    const transport = makeTransport(makeNetwork(), { clock, resolveProxy });
    const hops = transport.hopsTo(new URL(`https://${host}`));
    await clock.advance(5_000);
    expect(await hops).toEqual([{ via: 'direct' }]);
  });
});

describe('no proxy is asked', () => {
  it.each<[string, Partial<Network>, string]>([
    ['where none is to be used', { proxy: { mode: 'direct' } }, `https://${host}`],
    [
      'for a host that is left out',
      { proxy: { mode: 'manual', host: 'proxy.acme.example', port: 1 }, noProxy: ['*.adyen.com'] },
      `https://${host}`,
    ],
    ['for this very PC', { proxy: { mode: 'manual', host: 'x', port: 1 } }, 'http://127.0.0.1:8080'],
    ['for this very PC, whatever the system says', {}, 'http://localhost:8080'],
  ])('%s', async (_, network, url) => {
    expect(await makeTransport(makeNetwork(network)).hopsTo(new URL(url))).toEqual([{ via: 'direct' }]);
  });

  it('though it listens: a host that is left out is reached past it', async () => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator);
    const noProxy = ['*.adyen.com'];
    const transport = makeTransport(makeNetwork({ proxy: manual(proxy), noProxy }));
    // Every name is one of this machine here, where nobody plays the vendor on its own port.
    const lookup = vi.spyOn(dns, 'lookup').mockImplementation(toLoopback);
    const sent = await transport.send(request());
    expect(lookup.mock.calls.map(([name]) => name)).toContain(host);
    lookup.mockRestore();
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'tcp', host, code: 'ECONNREFUSED' } });
    expect(proxy.asked).toEqual([]);
  });

  it('and then the app speaks to the host itself', async () => {
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const transport = makeTransport(makeNetwork({ proxy: { mode: 'manual', host: 'x', port: 1 } }));
    const here = buildRequest(askStore('AMS-01', makeAccount({ endpoint: simulator.url })), 'key');
    expect(await transport.send(here)).toMatchObject({ ok: true });
  });
});

describe('the network check', () => {
  const account = makeAccount({ endpoint: null });
  const url = new URL(`https://${host}`);

  async function check(network: Network) {
    const transport = makeTransport(network);
    const report = await runNetworkCheck({
      targets: [{ url, account }],
      hopsTo: transport.hopsTo,
      async ask() {
        const sent = await transport.send(request());
        return sent.ok ? null : sent.failure;
      },
      probes: createProbes(() => network, 2),
      clock: systemClock,
    });
    return report.hosts[0]?.steps ?? [];
  }

  it('goes the whole way through a real proxy', async () => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator, { password });
    const steps = await check(makeNetwork({ proxy: manual(proxy), credentials: password }));
    expect(steps).toMatchObject([
      { step: 'dns', result: 'ok', facts: { addresses: '127.0.0.1' } },
      { step: 'tcp', result: 'ok' },
      { step: 'proxy', result: 'ok' },
      { step: 'tls', result: 'ok', facts: { protocol: 'TLSv1.3', issuer: 'Vendor Root, Vendor Root Inc' } },
      { step: 'api', result: 'ok' },
    ]);
  });

  it.each<[string, Partial<ProxyOptions>, Network['credentials'], object]>([
    ['password', { password }, null, { step: 'proxy', failure: { reason: 'password' } }],
    [
      'password, another one',
      { password },
      { ...password, user: 'x' },
      { step: 'proxy', failure: { reason: 'password-refused' } },
    ],
  ])('ends where the proxy wants a %s', async (_, options, credentials, expected) => {
    const simulator = await openVendor();
    const proxy = await openProxy(simulator, options);
    const steps = await check(makeNetwork({ proxy: manual(proxy), credentials }));
    expect(steps.filter(({ result }) => result === 'failed')).toMatchObject([expected]);
    expect(JSON.stringify(steps)).not.toContain(password.password);
  });

  it('names who inspects', async () => {
    const simulator = closing(await createSimulator({ world: makeWorld() }));
    const proxy = await openProxy(simulator, { inspect: firewall.server });
    const steps = await check(makeNetwork({ proxy: manual(proxy) }));
    expect(steps.filter(({ result }) => result === 'failed')).toMatchObject([
      {
        step: 'tls',
        failure: { reason: 'inspected', issuer: 'ACME Firewall CA, ACME Firewall CA Inc' },
      },
    ]);
  });

  it('says that the proxy is not there', async () => {
    const gone = await startFaultyServer(() => undefined);
    await gone.close();
    const steps = await check(makeNetwork({ proxy: manual(gone) }));
    expect(steps.filter(({ result }) => result === 'failed')).toMatchObject([
      { step: 'tcp', failure: { kind: 'proxy', reason: 'unreachable', code: 'ECONNREFUSED' } },
    ]);
  });
});

it('the connection test and the import go the same way as the watching', async () => {
  const simulator = await openVendor();
  const proxy = await openProxy(simulator);
  const transport = makeTransport(makeNetwork({ proxy: manual(proxy) }));
  const account = makeAccount({ endpoint: null });
  const handlers = connectionHandlers({
    waits: createWaits(),
    transport,
    clock: systemClock,
    secrets: { get: () => 'key' },
    router: { lookAgain: async () => undefined },
    watchlist: () => nothingWatched,
    budgetOf: () => createBudget(),
  });
  const { environment, region, merchantAccount, source } = account;
  await handlers['connection.test']({
    draft: {
      id: null,
      environment,
      region,
      merchantAccount,
      source,
      endpoint: '',
      stores: [{ reference: 'AMS-01', name: '', id: '' }],
    },
    key: '',
  });
  const stores = await createManagement({ transport, clock: systemClock, keyFor: () => 'key' }).listStores(
    account,
  );
  expect(stores).toMatchObject({ ok: true });
  expect(proxy.asked).toEqual(expect.arrayContaining([`${host}:443`, 'management-test.adyen.com:443']));
});
