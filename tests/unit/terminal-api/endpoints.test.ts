import { describe, expect, it } from 'vitest';
import {
  baseUrl,
  checkEndpoint,
  deviceBaseUrl,
  deviceRegionOf,
  managementBaseUrl,
} from '../../../main/terminal-api/endpoints.ts';
import { makeAccount } from './make.ts';

describe('the base URL of an account', () => {
  it.each([
    ['live', 'eu', 'terminal-api-live.adyen.com'],
    ['live', 'us', 'terminal-api-live-us.adyen.com'],
    ['live', 'au', 'terminal-api-live-au.adyen.com'],
    ['live', 'apse', 'terminal-api-live-apse.adyen.com'],
    ['test', 'eu', 'terminal-api-test.adyen.com'],
    ['test', 'us', 'terminal-api-test.adyen.com'],
    ['test', 'au', 'terminal-api-test.adyen.com'],
    ['test', 'apse', 'terminal-api-test.adyen.com'],
  ] as const)('is for %s in %s the host %s', (environment, region, host) => {
    expect(baseUrl(makeAccount({ environment, region })).href).toBe(`https://${host}/`);
  });

  it('is guessed for no region: the key would go there', () => {
    expect(() => baseUrl(makeAccount({ environment: 'live', region: 'nea' }))).toThrow(RangeError);
  });

  it('is the custom endpoint where there is one', () => {
    expect(baseUrl(makeAccount({ endpoint: 'http://127.0.0.1:4010/mock' })).href).toBe(
      'http://127.0.0.1:4010/mock',
    );
  });

  it('is never a host that may not have the key, whatever the settings file says', () => {
    expect(baseUrl(makeAccount({ endpoint: 'https://evil.example' })).host).toBe(
      'terminal-api-test.adyen.com',
    );
  });
});

describe('the base URL of the Cloud Device API', () => {
  it.each([
    ['live', 'eu', 'device-api-live.adyen.com'],
    ['live', 'us', 'device-api-live-us.adyen.com'],
    ['live', 'au', 'device-api-live-au.adyen.com'],
    ['live', 'apse', 'device-api-live-apse.adyen.com'],
    ['live', 'nea', 'device-api-live-nea.adyen.com'],
    ['test', 'eu', 'device-api-test.adyen.com'],
    ['test', 'nea', 'device-api-test.adyen.com'],
  ] as const)('is for %s in %s the host %s', (environment, region, host) => {
    expect(deviceBaseUrl({ environment, region, endpoint: null }).href).toBe(`https://${host}/`);
  });

  it('is never a host that may not have the key', () => {
    expect(deviceBaseUrl(makeAccount({ endpoint: 'https://evil.example' })).host).toBe(
      'device-api-test.adyen.com',
    );
  });
});

describe('one custom endpoint', () => {
  it.each([
    [
      'https://terminal-api-live-nea.adyen.com',
      'https://terminal-api-live-nea.adyen.com/',
      'https://device-api-live-nea.adyen.com/',
      'https://management-test.adyen.com/',
    ],
    [
      'https://device-api-live-nea.adyen.com/v1',
      'https://terminal-api-live-nea.adyen.com/',
      'https://device-api-live-nea.adyen.com/',
      'https://management-test.adyen.com/',
    ],
    [
      'https://other.adyen.com',
      'https://other.adyen.com/',
      'https://other.adyen.com/',
      'https://management-test.adyen.com/',
    ],
    [
      'http://127.0.0.1:4010/mock',
      'http://127.0.0.1:4010/mock',
      'http://127.0.0.1:4010/mock',
      'http://127.0.0.1:4010/mock',
    ],
  ])('%s serves every API', (endpoint, terminal, device, management) => {
    const account = makeAccount({ endpoint });
    expect([baseUrl, deviceBaseUrl, managementBaseUrl].map((of) => of(account).href)).toEqual([
      terminal,
      device,
      management,
    ]);
  });
});

it('the Management API has one host for each environment, whatever the region', () => {
  const hosts = (['test', 'live'] as const).map(
    (environment) => managementBaseUrl(makeAccount({ environment, region: 'us' })).href,
  );
  expect(hosts).toEqual(['https://management-test.adyen.com/', 'https://management-live.adyen.com/']);
});

describe('the region of a terminal', () => {
  it.each([
    ['https://device-api-live.adyen.com', 'eu'],
    ['https://device-api-live-us.adyen.com/v1', 'us'],
    ['https://device-api-live-au.adyen.com/v1/', 'au'],
    ['HTTPS://Device-API-Live-APSE.adyen.com', 'apse'],
    ['https://device-api-live-nea.adyen.com', 'nea'],
    ['https://device-api-test.adyen.com/v1', null],
    ['https://device-api-live-mars.adyen.com', null],
    ['https://device-api-live-us.adyen.com.evil.example', null],
    ['device-api-live.adyen.com', null],
    ['', null],
  ])('that names %j is %s', (endpoint, region) => {
    expect(deviceRegionOf(endpoint)).toBe(region);
  });
});

describe('a custom endpoint is accepted', () => {
  it.each([
    ['https://terminal-api-test.adyen.com', 'https://terminal-api-test.adyen.com'],
    ['  https://terminal-api-test.adyen.com/\n', 'https://terminal-api-test.adyen.com'],
    ['HTTPS://Terminal-API-Live-NEA.Adyen.COM', 'https://terminal-api-live-nea.adyen.com'],
    ['https://terminal-api-test.adyen.com:443', 'https://terminal-api-test.adyen.com'],
    ['https://terminal-api-test.adyen.com/connectedTerminals', 'https://terminal-api-test.adyen.com'],
    ['https://device-api-test.adyen.com/v1/', 'https://device-api-test.adyen.com'],
    ['https://a.b.adyen.com/base//', 'https://a.b.adyen.com/base'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://localhost:8443/base', 'https://localhost:8443/base'],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1'],
    ['http://127.255.0.9', 'http://127.255.0.9'],
    ['http://0x7f.1:80', 'http://127.0.0.1'],
    ['http://[::1]:9000', 'http://[::1]:9000'],
  ])('%j as %s', (text, url) => {
    expect(checkEndpoint(text)).toEqual({ ok: true, url });
  });
});

describe('a custom endpoint is refused', () => {
  it.each([
    ['', 'not-a-url'],
    ['adyen', 'not-a-url'],
    ['terminal-api-test.adyen.com', 'not-a-url'],
    ['localhost:8080', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https://x.adyen.com/?a=b', 'not-a-url'],
    ['https://x.adyen.com/?', 'not-a-url'],
    ['https://x.adyen.com/#a', 'not-a-url'],
    ['https://x.ady\nen.com', 'not-a-url'],
    ['ftp://x.adyen.com', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['http://terminal-api-test.adyen.com', 'not-https'],
    ['https://evil.example', 'host-not-allowed'],
    ['https://terminal-api-test.adyen.com.evil.example', 'host-not-allowed'],
    ['https://evil-adyen.com', 'host-not-allowed'],
    ['https://eviladyen.com', 'host-not-allowed'],
    ['https://adyen.com', 'host-not-allowed'],
    ['https://.adyen.com', 'host-not-allowed'],
    ['https://x.adyen.com.', 'host-not-allowed'],
    ['https://x.adyen.com:8443', 'host-not-allowed'],
    ['https://x.adyen.com@evil.example', 'host-not-allowed'],
    ['https://user:secret@x.adyen.com', 'host-not-allowed'],
    ['https://evil.example\\@x.adyen.com', 'host-not-allowed'],
    ['https://x.аdyen.com', 'host-not-allowed'], // a Cyrillic а
    ['http://localhost.', 'host-not-allowed'],
    ['http://localhost.evil.example', 'host-not-allowed'],
    ['http://127.0.0.1.evil.example', 'host-not-allowed'],
    ['http://128.0.0.1', 'host-not-allowed'],
    ['http://0.0.0.0', 'host-not-allowed'],
    ['http://[::2]', 'host-not-allowed'],
    ['http://[::ffff:10.0.0.1]', 'host-not-allowed'],
  ])('%j: %s', (text, reason) => {
    expect(checkEndpoint(text)).toEqual({ ok: false, reason });
  });
});
