import type { ProxyConfig } from 'electron';
import { describe, expect, it } from 'vitest';
import { openWayOut, proxyConfig, type ClosedSession } from '../../../main/updates/way-out.ts';

type Filter = Parameters<ClosedSession['webRequest']['onBeforeRequest']>[0];

async function open(origin: string) {
  const filters: Filter[] = [];
  const proxies: ProxyConfig[] = [];
  const session: ClosedSession = {
    webRequest: { onBeforeRequest: (filter) => void filters.push(filter) },
    setProxy: async (config) => void proxies.push(config),
  };
  await openWayOut(session, { origin, proxy: { mode: 'direct' } });
  const passes = (url: string) => {
    let passed = false;
    filters[0]?.({ url }, ({ cancel }) => (passed = !cancel));
    return passed;
  };
  return { passes, proxies };
}

describe('the way out', () => {
  it.each([
    ['https://updates.example.com/a/latest.yml', true],
    ['https://updates.example.com/b', true],
    ['http://updates.example.com/a', false],
    ['https://updates.example.com:8443/a', false],
    ['https://updates.example.com.evil.example/a', false],
    ['https://updates.example.com@evil.example/a', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools', false],
    ['nonsense', false],
  ])('of a feed lets %s through: %s', async (url, expected) => {
    const { passes, proxies } = await open('https://updates.example.com');
    expect(passes(url)).toBe(expected);
    expect(proxies).toEqual([{ mode: 'direct' }]);
  });
});

it.each([
  [{ proxy: { mode: 'system' as const }, noProxy: [] }, { mode: 'system' }],
  [{ proxy: { mode: 'direct' as const }, noProxy: [] }, { mode: 'direct' }],
  [
    {
      proxy: { mode: 'manual' as const, host: 'proxy.example.com', port: 8080 },
      noProxy: ['*.a.example', 'b'],
    },
    { mode: 'fixed_servers', proxyRules: 'proxy.example.com:8080', proxyBypassRules: '*.a.example,b' },
  ],
])('the proxy of %j is %j to Chromium', (network, config) => {
  expect(proxyConfig(network)).toEqual(config);
});
