import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../main/monitor/failure.ts';
import {
  failureOfError,
  failureOfResponse,
  presentable,
  ProxyError,
} from '../../../main/terminal-api/failures.ts';
import { makeResponse } from './make.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);

function classic(status: number, errorCode: string, message: string, errorType: string) {
  return { status, errorCode, message, errorType, pspReference: 'PSP123' };
}

function problem(status: number, errorCode: string, detail: string) {
  return {
    type: 'https://docs.adyen.com/errors',
    title: 'Title',
    status,
    detail,
    errorCode,
    requestId: 'REQ1',
  };
}

describe("the vendor's errors", () => {
  it.each<[number, unknown, Partial<Failure>]>([
    [401, classic(401, '000', 'HTTP Status Response - Unauthorized', 'security'), { kind: 'unauthorized' }],
    [401, problem(401, '00_401', 'no'), { kind: 'unauthorized' }],
    [401, '', { kind: 'unauthorized' }],
    [
      403,
      classic(403, '901', 'Invalid Merchant Account', 'security'),
      { kind: 'forbidden', reason: 'account' },
    ],
    [403, classic(403, '910', 'Invalid Store', 'security'), { kind: 'forbidden', reason: 'store' }],
    [403, classic(403, '010', 'Not allowed', 'security'), { kind: 'forbidden', reason: 'role' }],
    [403, problem(403, '00_403', 'no'), { kind: 'forbidden', reason: 'role' }],
    [403, '<html>blocked</html>', { kind: 'forbidden', reason: 'other' }],
    [
      500,
      classic(500, '702', "Required field 'merchantAccount' is null", 'validation'),
      { kind: 'invalid-request' },
    ],
    [422, classic(422, '14_0', 'x', 'validation'), { kind: 'invalid-request' }],
    [400, '', { kind: 'invalid-request' }],
    [404, '<html></html>', { kind: 'invalid-request' }],
    [429, '', { kind: 'rate-limited' }],
    [500, problem(500, '00_500', 'Too many requests, slow down'), { kind: 'rate-limited' }],
    [500, classic(500, '905', 'too many requests', 'internal'), { kind: 'rate-limited' }],
    [
      500,
      JSON.stringify({ status: 500, errorCode: '00_500', title: 'Too many requests', detail: 'Slow down' }),
      { kind: 'rate-limited' },
    ],
    [
      500,
      classic(500, '905', 'Payment details are not supported', 'configuration'),
      { kind: 'server-error' },
    ],
    [503, '<html>unavailable</html>', { kind: 'server-error' }],
    [408, '', { kind: 'server-error' }],
    [407, '', { kind: 'proxy', reason: 'password', proxy: null, code: '407' }],
    [511, '<html>login</html>', { kind: 'unreadable', reason: 'captive-portal' }],
    [302, '', { kind: 'unreadable', reason: 'redirect' }],
    [308, '', { kind: 'unreadable', reason: 'redirect' }],
  ])('%i %j', (status, body, failure) => {
    expect(failureOfResponse(makeResponse(status, body), now)).toMatchObject(failure);
  });

  it('are read in the classic shape', () => {
    const failure = failureOfResponse(makeResponse(403, classic(403, '901', 'Invalid', 'security')), now);
    expect(failure).toHaveProperty('vendor', {
      status: 403,
      code: '901',
      message: 'Invalid',
      reference: 'PSP123',
    });
  });

  it('are read in the newer shape', () => {
    const failure = failureOfResponse(makeResponse(403, problem(403, '00_403', 'Insufficient roles')), now);
    expect(failure).toHaveProperty('vendor', {
      status: 403,
      code: '00_403',
      message: 'Insufficient roles',
      reference: 'REQ1',
    });
  });

  it.each(['', 'null', '[]', '<html>', '{"errorCode":{"a":1},"message":null}'])(
    'may say nothing that can be read: %j',
    (body) => {
      const failure = failureOfResponse(makeResponse(403, body), now);
      expect(failure).toHaveProperty('vendor', { status: 403, code: '', message: '', reference: '' });
    },
  );
});

describe('Retry-After', () => {
  it.each<[string | undefined, string | undefined, number | null]>([
    [undefined, undefined, null],
    ['0', undefined, 0],
    ['120', undefined, 120_000],
    [' 7 ', undefined, 7000],
    ['Tue, 24 Nov 2026 12:01:30 GMT', undefined, 90_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', undefined, 0],
    ['Tue, 24 Nov 2026 15:00:30 GMT', 'Tue, 24 Nov 2026 15:00:00 GMT', 30_000],
    ['soon', undefined, null],
  ])('of %j with the date %j is %j ms', (retryAfter, date, retryAfterMs) => {
    const headers = { 'retry-after': retryAfter, date };
    expect(failureOfResponse(makeResponse(429, '', headers), now)).toHaveProperty(
      'retryAfterMs',
      retryAfterMs,
    );
    expect(failureOfResponse(makeResponse(503, '', headers), now)).toHaveProperty(
      'retryAfterMs',
      retryAfterMs,
    );
  });
});

describe('an error of the network', () => {
  const host = 'terminal-api-test.adyen.com';
  const fail = (code: string, stage: 'headers' | 'body' = 'headers') =>
    failureOfError(Object.assign(new Error(), { code }), { host, stage, seconds: 5, issuer: 'Acme' });

  it.each<[string, Failure]>([
    ['ENOTFOUND', { kind: 'dns', host, code: 'ENOTFOUND' }],
    ['EAI_AGAIN', { kind: 'dns', host, code: 'EAI_AGAIN' }],
    ['ECONNREFUSED', { kind: 'tcp', host, code: 'ECONNREFUSED' }],
    ['ECONNRESET', { kind: 'tcp', host, code: 'ECONNRESET' }],
    ['EHOSTUNREACH', { kind: 'tcp', host, code: 'EHOSTUNREACH' }],
    ['ENETUNREACH', { kind: 'tcp', host, code: 'ENETUNREACH' }],
    ['UND_ERR_SOCKET', { kind: 'tcp', host, code: 'UND_ERR_SOCKET' }],
    ...(
      [
        ['SELF_SIGNED_CERT_IN_CHAIN', 'inspected'],
        ['DEPTH_ZERO_SELF_SIGNED_CERT', 'inspected'],
        ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'inspected'],
        ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'inspected'],
        ['CERT_HAS_EXPIRED', 'date'],
        ['CERT_NOT_YET_VALID', 'date'],
        ['ERR_TLS_CERT_ALTNAME_INVALID', 'other'],
        ['EPROTO', 'other'],
        ['ERR_SSL_WRONG_VERSION_NUMBER', 'other'],
      ] as const
    ).map(([code, reason]): [string, Failure] => [code, { kind: 'tls', reason, host, code, issuer: 'Acme' }]),
    ['UND_ERR_CONNECT_TIMEOUT', { kind: 'timeout', host, stage: 'connect', seconds: 5 }],
    ['ETIMEDOUT', { kind: 'timeout', host, stage: 'connect', seconds: 5 }],
    ['UND_ERR_HEADERS_TIMEOUT', { kind: 'timeout', host, stage: 'headers', seconds: 5 }],
    ['UND_ERR_BODY_TIMEOUT', { kind: 'timeout', host, stage: 'body', seconds: 5 }],
    ['UND_ERR_RES_EXCEEDED_MAX_SIZE', { kind: 'unreadable', reason: 'too-large' }],
    ['UND_ERR_HEADERS_OVERFLOW', { kind: 'unreadable', reason: 'too-large' }],
    ['HPE_INVALID_CONSTANT', { kind: 'unreadable', reason: 'wrong-shape' }],
  ])('%s', (code, failure) => {
    expect(fail(code)).toEqual(failure);
  });

  it.each(['UND_ERR_SOCKET', 'ECONNRESET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'])(
    '%s in the middle of an answer means that it broke off',
    (code) => {
      expect(fail(code, 'body')).toEqual({ kind: 'unreadable', reason: 'truncated' });
    },
  );

  it('with an authority that nobody can name is not said to be inspection', () => {
    const error = Object.assign(new Error(), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    const context = { host, stage: 'headers', seconds: 1, issuer: null } as const;
    expect(failureOfError(error, context)).toMatchObject({ kind: 'tls', reason: 'other' });
  });

  it('of a proxy says which one, and why', () => {
    const error = new ProxyError('refused', 'proxy.acme.example:3128', '403');
    const context = { host, stage: 'headers', seconds: 1, issuer: null } as const;
    expect(failureOfError(error, context)).toEqual({
      kind: 'proxy',
      reason: 'refused',
      proxy: 'proxy.acme.example:3128',
      host,
      code: '403',
    });
  });

  it('of a kind that nobody foresaw is still a failure', () => {
    const context = { host, stage: 'headers', seconds: 1, issuer: null } as const;
    expect(failureOfError('what?', context)).toEqual({ kind: 'tcp', host, code: 'UNKNOWN' });
    expect(failureOfError(new TypeError('x'), context)).toEqual({ kind: 'tcp', host, code: 'TypeError' });
  });
});

describe('a failure that is shown', () => {
  const failure = (message: string): Failure => ({
    kind: 'unauthorized',
    vendor: { status: 401, code: 'AQEkey', message, reference: 'AQEkey' },
  });

  it('has no key in it, wherever the vendor put it', () => {
    expect(presentable(failure('You sent AQEkey; AQEkey is wrong'), 'AQEkey')).toEqual({
      kind: 'unauthorized',
      vendor: { status: 401, code: '[key]', message: 'You sent [key]; [key] is wrong', reference: '[key]' },
    });
  });

  it('has no part of the key where the text is cut', () => {
    const shown = presentable(failure(`${'x'.repeat(298)}AQEkey`), 'AQEkey');
    expect(JSON.stringify(shown)).not.toContain('AQ');
  });

  it('is one line of a length that can be shown', () => {
    const shown = presentable(failure(` a\r\n\u0000b ${'c'.repeat(5000)}`), 'AQEkey');
    expect(shown).toHaveProperty('vendor.message', `a b ${'c'.repeat(296)}`);
  });
});
