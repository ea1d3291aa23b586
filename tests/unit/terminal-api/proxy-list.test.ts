import { describe, expect, it } from 'vitest';
import { isLeftOut, readProxyList, type Hop } from '../../../main/terminal-api/proxy-list.ts';
import { basic, refusal } from '../../../main/terminal-api/tunnel.ts';

const direct: Hop = { via: 'direct' };
const through = (origin: string): Hop => ({ via: 'proxy', origin });

describe('what the system says of a host', () => {
  it.each<[string, Hop[]]>([
    ['', [direct]],
    ['DIRECT', [direct]],
    ['PROXY proxy.acme.example:8080', [through('http://proxy.acme.example:8080')]],
    ['PROXY proxy.acme.example', [through('http://proxy.acme.example')]],
    ['HTTPS proxy.acme.example:8443', [through('https://proxy.acme.example:8443')]],
    ['PROXY [::1]:8080', [through('http://[::1]:8080')]],
    ['PROXY a:1;PROXY b:2; DIRECT', [through('http://a:1'), through('http://b:2'), direct]],
    ['proxy a:1 ; ; direct ;', [through('http://a:1'), direct]],
    ['SOCKS5 a:1080; DIRECT', [{ via: 'unsupported', name: 'SOCKS5 a:1080' }, direct]],
    ['PROXY', [{ via: 'unsupported', name: '' }]],
    ['PROXY a b:x', [through('http://a')]],
    ['PROXY a:99999', [{ via: 'unsupported', name: 'a:99999' }]],
  ])('%j', (text, hops) => {
    expect(readProxyList(text)).toEqual(hops);
  });
});

describe('a host that the proxy is not asked for', () => {
  const host = 'device-api-live.adyen.com';
  it.each<[boolean, string[]]>([
    [false, []],
    [true, [host]],
    [true, ['intranet.example', ' Device-API-Live.adyen.com ']],
    [true, ['*.adyen.com']],
    [true, ['.adyen.com']],
    [true, ['*']],
    [false, ['adyen.com']],
    [false, ['live.adyen.com']],
    [false, ['']],
    [false, ['*.com.example']],
  ])('%s for %j', (isOut, noProxy) => {
    expect(isLeftOut(host, noProxy)).toBe(isOut);
  });
});

describe('a proxy that refuses', () => {
  it.each<[number, string[], boolean, string, string]>([
    [407, ['Basic realm="x"'], false, 'password', '407'],
    [407, ['Basic realm="x"'], true, 'password-refused', '407'],
    [407, [], false, 'password', '407'],
    [407, ['Negotiate', 'NTLM', 'basic realm="x"'], false, 'password', '407'],
    [407, ['Negotiate', 'NTLM'], true, 'sign-in', '407 Negotiate, NTLM'],
    [403, [], false, 'refused', '403'],
    [502, ['Basic'], true, 'refused', '502'],
  ])('with %i and %j, password set: %s', (status, offered, hasPassword, reason, detail) => {
    expect(refusal('proxy:1', status, offered, hasPassword)).toMatchObject({
      reason,
      detail,
      proxy: 'proxy:1',
    });
  });

  it('is told a password of any letters', () => {
    const [, coded = ''] = basic({ user: 'till', password: 'pä:ss wörd' }).split(' ');
    expect(Buffer.from(coded, 'base64').toString()).toBe('till:pä:ss wörd');
  });
});
