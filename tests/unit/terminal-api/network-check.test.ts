import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { networkCheckText } from '../../../assets/locales/network-check.ts';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { Failure } from '../../../main/monitor/failure.ts';
import { hostsToAllow, targetsOf } from '../../../main/terminal-api/check-targets.ts';
import { ProxyError } from '../../../main/terminal-api/failures.ts';
import { runNetworkCheck, type NetworkCheckDeps } from '../../../main/terminal-api/network-check.ts';
import type { Probes } from '../../../main/terminal-api/network-probes.ts';
import type { Hop } from '../../../main/terminal-api/proxy-list.ts';
import { makeAccount } from './make.ts';

const host = 'terminal-api-test.adyen.com';
const url = new URL(`https://${host}`);
const proxy: Hop = { via: 'proxy', origin: 'http://proxy.acme.example:3128' };
const until = Date.UTC(2027, 0, 1);
const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

function makeProbes(probes: Partial<Probes> = {}): Probes {
  return {
    seconds: 5,
    lookup: async () => ['192.0.2.1', '192.0.2.2'],
    connect: async () => undefined,
    tunnel: async () => new Socket(),
    handshake: async () => ({ ok: true, facts: { protocol: 'TLSv1.3', issuer: 'DigiCert', until } }),
    ...probes,
  };
}

function check(deps: { hop?: Hop; probes?: Partial<Probes>; failure?: Failure; to?: URL } = {}) {
  const { hop = { via: 'direct' as const }, probes, failure = null, to = url } = deps;
  const all: NetworkCheckDeps = {
    targets: [{ url: to, account: makeAccount({ endpoint: null }) }],
    hopsTo: async () => [hop],
    ask: async () => failure,
    probes: makeProbes(probes),
    clock: { now: () => Date.UTC(2026, 10, 25, 14), elapsed: () => 0 },
  };
  return runNetworkCheck(all);
}

/** Each step in a word: how it went, or why it was left out. */
async function steps(deps: Parameters<typeof check>[0]) {
  const { hosts } = await check(deps);
  return hosts[0]?.steps.map((step) => {
    if (step.result === 'skipped') return step.why;
    return step.result === 'ok' ? 'ok' : step.failure.kind;
  });
}

describe('the network check', () => {
  it.each<[string, Parameters<typeof check>[0], string[]]>([
    ['all is well', {}, ['ok', 'ok', 'no-proxy', 'ok', 'ok']],
    ['all is well by proxy', { hop: proxy }, ['ok', 'ok', 'ok', 'ok', 'ok']],
    [
      'the name is not known',
      { probes: { lookup: failing('ENOTFOUND') } },
      ['dns', 'other', 'no-proxy', 'other', 'other'],
    ],
    [
      'the firewall drops it',
      { probes: { connect: failing('ETIMEDOUT') } },
      ['ok', 'timeout', 'no-proxy', 'other', 'other'],
    ],
    [
      'the proxy is not there',
      { hop: proxy, probes: { connect: failing('ECONNREFUSED') } },
      ['ok', 'proxy', 'other', 'other', 'other'],
    ],
    [
      'the proxy wants a password',
      {
        hop: proxy,
        probes: {
          tunnel: () => Promise.reject(new ProxyError('password', 'proxy.acme.example:3128', '407')),
        },
      },
      ['ok', 'ok', 'proxy', 'other', 'other'],
    ],
    [
      'the proxy is of another kind',
      { hop: { via: 'unsupported', name: 'SOCKS5 x:1' } },
      ['other', 'other', 'proxy', 'other', 'other'],
    ],
    [
      'the network inspects',
      {
        probes: {
          handshake: async () => ({
            ok: false,
            error: Object.assign(new Error(), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
            issuer: 'ACME Firewall CA',
          }),
        },
      },
      ['ok', 'ok', 'no-proxy', 'tls', 'other'],
    ],
    [
      'Adyen does not take the key',
      { failure: { kind: 'unauthorized', vendor: { status: 401, code: '', message: '', reference: '' } } },
      ['ok', 'ok', 'no-proxy', 'ok', 'unauthorized'],
    ],
    ['there is no key', { failure: { kind: 'key-missing' } }, ['ok', 'ok', 'no-proxy', 'ok', 'no-key']],
    ['this PC is asked', { to: new URL('http://127.0.0.1:8080') }, ['ok', 'ok', 'no-proxy', 'plain', 'ok']],
  ])('tells where the way ends: %s', async (_, deps, expected) => {
    expect(await steps(deps)).toEqual(expected);
  });

  it("looks up and reaches the proxy where there is one: the rest is the proxy's to do", async () => {
    const met: unknown[] = [];
    await check({
      hop: proxy,
      probes: {
        lookup: async (name) => [String(met.push(name))],
        connect: async (...place) => void met.push(place),
      },
    });
    expect(met).toEqual(['proxy.acme.example', ['proxy.acme.example', 3128]]);
  });

  it('as text says what was met, what to do, and what the network has to let through', async () => {
    const report = await check({ hop: proxy, probes: { connect: failing('ECONNREFUSED') } });
    expect(networkCheckText(report, createSpeech().words, 'en-GB').split('\n')).toEqual([
      expect.stringMatching(/^Network check on 25 November 2026 at /),
      '',
      `${host}, port 443, through the proxy proxy.acme.example:3128`,
      '  Name lookup: OK (0 ms). 192.0.2.1, 192.0.2.2',
      expect.stringMatching(
        /^ {2}Connection: Failed \(0 ms\)\. No connection to the proxy proxy\.acme\.example:3128.*\(ECONNREFUSED\)\. See /,
      ),
      '  Proxy: Not tried. Another step failed.',
      '  Encryption: Not tried. Another step failed.',
      "  Adyen's answer: Not tried. Another step failed.",
      '',
      'Outgoing HTTPS from this computer to these hosts, best without inspecting it:',
      '  device-api-test.adyen.com, port 443',
      `  ${host}, port 443`,
      '  management-test.adyen.com, port 443 (only to look up stores and terminals)',
      '',
    ]);
  });

  it('as text says who signed the certificate of the host, until when', async () => {
    const text = networkCheckText(await check(), createSpeech().words, 'en-GB');
    expect(text).toContain(
      'Encryption: OK (0 ms). TLSv1.3; certificate by DigiCert, valid until 1 January 2027',
    );
  });
});

describe('the hosts that the network has to let through', () => {
  const hosts = (account: Parameters<typeof makeAccount>[0]) =>
    hostsToAllow([makeAccount({ endpoint: null, ...account })]).map((each) => each.host);
  const management = 'management-live.adyen.com';
  it.each<[Parameters<typeof makeAccount>[0], string[]]>([
    [
      { environment: 'live', region: 'us' },
      ['device-api-live-us.adyen.com', 'terminal-api-live-us.adyen.com', management],
    ],
    [
      { environment: 'live', region: 'eu', source: 'connected-terminals' },
      ['terminal-api-live.adyen.com', management],
    ],
    [
      { environment: 'live', region: 'eu', source: 'cloud-device' },
      ['device-api-live.adyen.com', management],
    ],
    [{ environment: 'live', region: 'nea' }, ['device-api-live-nea.adyen.com', management]],
    [{ endpoint: 'http://127.0.0.1:8080' }, []],
    [{ origin: 'demo' }, []],
  ])('of %j are %j', (account, expected) => {
    expect(hosts(account)).toEqual(expected);
  });

  it('are each there once, and so are those that are tried', () => {
    const accounts = [
      makeAccount({ id: 'a', endpoint: null }),
      makeAccount({ id: 'b', endpoint: null }),
      makeAccount({ id: 'demo', origin: 'demo', endpoint: 'http://127.0.0.1:1' }),
    ];
    expect(hostsToAllow(accounts)).toHaveLength(3);
    expect(targetsOf(accounts, () => url).map(({ account }) => account.id)).toEqual(['a']);
  });
});
