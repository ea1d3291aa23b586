import { describe, expect, it } from 'vitest';
import { networkInUse, networkSettings, usualNetwork } from '../../../main/settings/network.ts';

const own = { ...usualNetwork, proxy: 'manual', host: 'mine', port: 1, user: 'me' } as const;

describe('the network in use', () => {
  it("is the user's where the organisation has set nothing", () => {
    expect(networkInUse(own, null)).toEqual({ network: own, locked: [] });
    expect(networkInUse(own, {})).toEqual({ network: own, locked: [] });
  });

  it.each([
    [
      'a proxy takes host and port along',
      { proxy: 'manual', proxyHost: 'ours' },
      { host: 'ours', port: 8080 },
    ],
    ['none does too', { proxy: 'direct' }, { proxy: 'direct', host: '' }],
    ['a user name stands alone', { proxyUser: 'ours' }, { user: 'ours', host: 'mine' }],
    ['so does a file', { certificateFile: '/x.pem' }, { certificateFile: '/x.pem', proxy: 'manual' }],
    ['and so do hosts without the proxy', { noProxy: ['x'] }, { noProxy: ['x'], host: 'mine' }],
  ] as const)("is the organisation's as far as it goes: %s", (_, set, expected) => {
    expect(
      networkInUse(own, { ...set, noProxy: 'noProxy' in set ? [...set.noProxy] : undefined }),
    ).toMatchObject({ network: expected });
  });

  it.each([
    [{ proxy: 'system' }, ['proxy', 'host', 'port']],
    [{ proxyUser: '', certificateFile: '' }, ['user', 'certificateFile']],
    [{ noProxy: [] }, ['noProxy']],
  ] as const)('says what of it is locked by %j', (set, locked) => {
    const { noProxy, ...rest } = { noProxy: undefined, ...set };
    expect(networkInUse(own, { ...rest, noProxy: noProxy && [...noProxy] }).locked).toEqual(locked);
  });
});

describe('a proxy host', () => {
  it.each([
    [true, 'proxy'],
    [true, 'proxy-1.acme.example'],
    [true, '10.0.0.1'],
    [true, '[fd00::1]'],
    [true, ' proxy '],
    [false, 'http://proxy'],
    [false, 'proxy:8080'],
    [false, 'pro xy'],
    [false, 'user@proxy'],
    [false, 'proxy/'],
    [false, '-proxy'],
  ])('%s: %j', (good, host) => {
    expect(networkSettings.safeParse({ ...own, host }).success).toBe(good);
  });
});
