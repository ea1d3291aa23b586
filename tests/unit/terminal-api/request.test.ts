import { describe, expect, it } from 'vitest';
import { buildGet, buildRequest } from '../../../main/terminal-api/request.ts';
import { askStore, askTerminal, makeAccount } from './make.ts';

describe('a request', () => {
  it('asks for a store by its reference', () => {
    expect(JSON.parse(buildRequest(askStore('AMS-01'), 'key').body)).toEqual({
      merchantAccount: 'ExampleMerchant',
      store: 'AMS-01',
    });
  });

  it('asks for one terminal by its POIID and nothing else', () => {
    expect(JSON.parse(buildRequest(askTerminal('V400m-324688179'), 'key').body)).toEqual({
      merchantAccount: 'ExampleMerchant',
      uniqueTerminalId: 'V400m-324688179',
    });
  });

  it.each([
    [null, 'https://terminal-api-test.adyen.com/connectedTerminals'],
    ['https://terminal-api-test.adyen.com/', 'https://terminal-api-test.adyen.com/connectedTerminals'],
    ['http://127.0.0.1:4010/mock', 'http://127.0.0.1:4010/mock/connectedTerminals'],
    ['http://127.0.0.1:4010/mock/', 'http://127.0.0.1:4010/mock/connectedTerminals'],
    // Resolved as a reference, its path would be a host.
    ['https://x.adyen.com//evil.example', 'https://x.adyen.com//evil.example/connectedTerminals'],
  ])('with the endpoint %s goes to %s', (endpoint, url) => {
    expect(buildRequest(askStore('AMS-01', makeAccount({ endpoint })), 'key').url.href).toBe(url);
  });

  it('carries the key in its header and nowhere else', () => {
    const { headers, url, body } = buildRequest(askStore(), 'AQEx-secret');
    expect(headers['x-api-key']).toBe('AQEx-secret');
    expect(headers['content-type']).toBe('application/json');
    expect(url.href + body + JSON.stringify({ ...headers, 'x-api-key': '' })).not.toContain('AQEx-secret');
  });
});

describe('a request that only reads', () => {
  const base = new URL('http://127.0.0.1:4010/mock');

  it.each([
    [['v1', 'merchants'], {}, 'http://127.0.0.1:4010/mock/v1/merchants'],
    [['a/b', 'c?d#e', 'f g'], {}, 'http://127.0.0.1:4010/mock/a%2Fb/c%3Fd%23e/f%20g'],
    [['\ud800'], {}, 'http://127.0.0.1:4010/mock/%EF%BF%BD'],
    [['x'], { store: 'A&B=C' }, 'http://127.0.0.1:4010/mock/x?store=A%26B%3DC'],
  ])('of %j with %j goes to %s', (segments, query, url) => {
    expect(buildGet(base, segments, query, 'key').url.href).toBe(url);
  });

  it('carries the key in its header and has no body', () => {
    const { headers, ...rest } = buildGet(base, ['x'], {}, 'AQEx-secret');
    expect(headers['x-api-key']).toBe('AQEx-secret');
    expect(rest).toEqual({ method: 'GET', url: new URL('http://127.0.0.1:4010/mock/x') });
  });
});
