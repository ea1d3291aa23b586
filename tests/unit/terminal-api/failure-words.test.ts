import { describe, expect, it } from 'vitest';
import { failureWords } from '../../../assets/locales/failure.ts';
import { createSpeech } from '../../../assets/locales/index.ts';
import type { Failure, VendorError } from '../../../main/monitor/failure.ts';

const { words } = createSpeech();
const host = 'terminal-api-live.adyen.com';
const vendor: VendorError = {
  status: 403,
  code: '901',
  message: 'Invalid Merchant Account',
  reference: 'PSP1',
};

const everyFailure: Failure[] = [
  { kind: 'offline' },
  { kind: 'dns', host, code: 'ENOTFOUND' },
  { kind: 'tcp', host, code: 'ECONNREFUSED' },
  { kind: 'tls', reason: 'inspected', host, code: 'SELF_SIGNED_CERT_IN_CHAIN', issuer: 'Acme Inspection' },
  { kind: 'tls', reason: 'date', host, code: 'CERT_HAS_EXPIRED', issuer: 'Acme Inspection' },
  { kind: 'tls', reason: 'other', host, code: 'EPROTO', issuer: null },
  { kind: 'proxy', reason: 'password', proxy: null, host, code: '407' },
  { kind: 'proxy', reason: 'password-refused', proxy: 'proxy.acme.example:3128', host, code: '407' },
  { kind: 'proxy', reason: 'sign-in', proxy: 'proxy.acme.example:3128', host, code: '407 Negotiate' },
  { kind: 'proxy', reason: 'unreachable', proxy: 'proxy.acme.example:3128', host, code: 'ECONNREFUSED' },
  { kind: 'proxy', reason: 'unsupported', proxy: null, host, code: 'SOCKS5 proxy.acme.example:1080' },
  { kind: 'proxy', reason: 'refused', proxy: 'proxy.acme.example:3128', host, code: '403' },
  { kind: 'timeout', host, stage: 'connect', seconds: 5 },
  { kind: 'timeout', host, stage: 'headers', seconds: 8 },
  { kind: 'timeout', host, stage: 'body', seconds: 8 },
  { kind: 'key-missing' },
  { kind: 'unauthorized', vendor },
  { kind: 'forbidden', reason: 'account', vendor },
  { kind: 'forbidden', reason: 'store', vendor },
  { kind: 'forbidden', reason: 'role', vendor },
  { kind: 'forbidden', reason: 'device-role', vendor },
  { kind: 'forbidden', reason: 'other', vendor },
  { kind: 'invalid-request', vendor },
  { kind: 'rate-limited', vendor, retryAfterMs: 5000 },
  { kind: 'server-error', vendor, retryAfterMs: null },
  { kind: 'unreadable', reason: 'captive-portal' },
  { kind: 'unreadable', reason: 'not-json' },
  { kind: 'unreadable', reason: 'wrong-shape' },
  { kind: 'unreadable', reason: 'too-large' },
  { kind: 'unreadable', reason: 'truncated' },
  { kind: 'unreadable', reason: 'foreign' },
  { kind: 'unreadable', reason: 'redirect' },
];

describe('the words for a failure', () => {
  it.each(everyFailure)('are three whole sentences: $kind $reason $stage', (failure) => {
    for (const sentence of Object.values(failureWords(failure, words))) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/\{\{|undefined|null|failure:/);
    }
  });

  it('keep technical words from the shop', () => {
    for (const failure of everyFailure)
      expect(failureWords(failure, words).store).not.toMatch(/HTTP|TLS|JSON|DNS|[A-Z]{2,}_|adyen\.com|POIID/);
  });

  it.each<[Failure, string]>([
    [{ kind: 'tls', reason: 'other', host, code: 'X', issuer: 'Acme Inspection' }, 'Acme Inspection'],
    [
      { kind: 'proxy', reason: 'refused', proxy: 'proxy.acme.example:3128', host, code: '403' },
      'proxy.acme.example:3128 refused the connection to',
    ],
    [{ kind: 'timeout', host, stage: 'connect', seconds: 5 }, 'within 5 s (while connecting)'],
    [{ kind: 'rate-limited', vendor, retryAfterMs: 4200 }, 'asks to wait 5 s'],
    [
      { kind: 'forbidden', reason: 'account', vendor },
      'HTTP 403, code 901, “Invalid Merchant Account”, reference PSP1',
    ],
    [
      {
        kind: 'server-error',
        vendor: { status: 503, code: '', message: '', reference: '' },
        retryAfterMs: null,
      },
      '(HTTP 503)',
    ],
  ])('give support the facts of %j', (failure, facts) => {
    expect(failureWords(failure, words).support).toContain(facts);
  });

  it('name who inspects the network, to the shop as well, and say where its certificate goes', () => {
    const issuer = 'ACME Firewall CA';
    const failure: Failure = {
      kind: 'tls',
      reason: 'inspected',
      host,
      code: 'SELF_SIGNED_CERT_IN_CHAIN',
      issuer,
    };
    const { store, remedy } = failureWords(failure, words);
    expect(store).toContain(`“${issuer}” inspects`);
    expect(remedy).toContain('Settings > Network');
  });

  it('send somebody whose store is refused to the store reference', () => {
    expect(failureWords({ kind: 'forbidden', reason: 'store', vendor }, words).remedy).toContain(
      'store reference',
    );
  });

  it('send nobody to the settings who stands in a form already', () => {
    const remedies = (at?: 'form') =>
      everyFailure
        .map((failure) => failureWords(failure, words, at).remedy)
        .filter((remedy) => remedy.includes('under Settings'));
    expect(remedies('form')).toEqual([]);
    expect(remedies().length).toBeGreaterThan(5);
  });

  it.each<[number | null, string]>([
    [39_200, 'Try again in 40 sec;'],
    [119_000, 'Try again in 119 sec;'],
    [121_000, 'Try again in 3 min;'],
    [null, 'Try again in a few minutes;'],
  ])('say somebody who tries when to try again (after %s ms)', (retryAfterMs, expected) => {
    const { remedy } = failureWords({ kind: 'rate-limited', vendor, retryAfterMs }, words, 'form');
    expect(remedy).toContain(expected);
  });

  it("do not interpret the vendor's own text", () => {
    const odd = { ...vendor, message: '$t(failure:offline.store) {{status}} <b>' };
    expect(failureWords({ kind: 'unauthorized', vendor: odd }, words).support).toContain(odd.message);
  });
});
