import { describe, expect, it } from 'vitest';
import { asSeenFromHere } from '../../../main/monitor/connectivity.ts';
import type { Failure } from '../../../main/monitor/failure.ts';

const vendor = { status: 500, code: '', message: '', reference: '' };
const dns: Failure = { kind: 'dns', host: 'terminal-api-live.adyen.com', code: 'ENOTFOUND' };

describe('whether this PC is offline', () => {
  it.each<[string, Failure, boolean, Failure['kind']]>([
    ['no name found, and no network', dns, false, 'offline'],
    ['no name found, but there is a network', dns, true, 'dns'],
    ['no connection, and no network', { ...dns, kind: 'tcp', code: 'ENETUNREACH' }, false, 'offline'],
    [
      'a host on this PC needs no network',
      { kind: 'tcp', host: '127.0.0.1', code: 'ECONNREFUSED' },
      false,
      'tcp',
    ],
    [
      'somebody answered, so there is one after all',
      { kind: 'server-error', vendor, retryAfterMs: null },
      false,
      'server-error',
    ],
  ])('%s', (_, failure, online, kind) => {
    expect(asSeenFromHere(failure, online).kind).toBe(kind);
  });
});
