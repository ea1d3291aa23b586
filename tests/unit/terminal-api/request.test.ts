import { describe, expect, it } from 'vitest';
import { buildRequest } from '../../../main/terminal-api/request.ts';
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
