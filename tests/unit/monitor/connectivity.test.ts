import { describe, expect, it } from 'vitest';
import { asSeenFromHere } from '../../../main/monitor/connectivity.ts';
import type { Failure } from '../../../main/monitor/failure.ts';

const vendor = { status: 500, code: '', message: '', reference: '' };
const dns: Failure = { kind: 'dns', host: 'terminal-api-live.adyen.com', code: 'ENOTFOUND' };
const unreachable = (proxy: string) =>
  ({
    kind: 'proxy',
    reason: 'unreachable',
    proxy,
    host: 'terminal-api-live.adyen.com',
    code: 'ECONNREFUSED',
  }) as const;

describe('whether this PC is offline', () => {
  it.each<[string, Failure, boolean, Failure['kind']]>([
    ['no name found, and no network', dns, false, 'offline'],
    ['no name found, but there is a network', dns, true, 'dns'],
    ['no connection, and no network', { ...dns, kind: 'tcp', code: 'ENETUNREACH' }, false, 'offline'],
    ['the proxy cannot be reached, and no network', unreachable('proxy.shop.example:8080'), false, 'offline'],
    [
      'the proxy cannot be reached, but there is a network',
      unreachable('proxy.shop.example:8080'),
      true,
      'proxy',
    ],
    ['a proxy on this PC needs no network', unreachable('127.0.0.1:8080'), false, 'proxy'],
    ['the same by its other address', unreachable('[::1]:8080'), false, 'proxy'],
    [
      'a proxy answered, so there is a network',
      { ...unreachable('proxy.shop.example:8080'), reason: 'refused' },
      false,
      'proxy',
    ],
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
