/** One way to a host: through a proxy, or directly. */
export type Hop =
  | { via: 'direct' }
  /** `origin`: as that of a `ProxyServer`. */
  | { via: 'proxy'; origin: string }
  /** A proxy of a kind that is not spoken here; `name` as the system has it. */
  | { via: 'unsupported'; name: string };

/**
 * What the system says to use for a host, the best first, in the form that PAC files have: `PROXY a:8080; DIRECT`.
 * [O] Chromium net/docs/proxy.md: SOCKS, HTTPS and QUIC are possible besides; nothing at all means directly.
 */
export function readProxyList(text: string): Hop[] {
  const hops = text.split(';').flatMap((entry): Hop[] => {
    const [kind = '', name = ''] = entry.trim().split(/\s+/);
    switch (kind.toUpperCase()) {
      case '':
        return [];
      case 'DIRECT':
        return [{ via: 'direct' }];
      case 'PROXY':
      case 'HTTP':
        return [proxyAt('http', name)];
      case 'HTTPS':
        return [proxyAt('https', name)];
      default:
        return [{ via: 'unsupported', name: entry.trim().slice(0, 100) }];
    }
  });
  return hops.length > 0 ? hops : [{ via: 'direct' }];
}

function proxyAt(scheme: 'http' | 'https', name: string): Hop {
  const url = `${scheme}://${name}`;
  // One without a port is on that of its scheme.
  return URL.canParse(url) ? { via: 'proxy', origin: new URL(url).origin } : { via: 'unsupported', name };
}

/**
 * Whether a host is left out of the proxy: named as it is, as `*.example.com`, or as `.example.com`.
 * @param noProxy as somebody typed them
 */
export function isLeftOut(host: string, noProxy: readonly string[]): boolean {
  return noProxy.some((typed) => {
    const entry = typed.trim().toLowerCase();
    if (entry === '*') return true;
    if (/^\*?\./.test(entry)) return host.endsWith(entry.replace(/^\*/, ''));
    return host === entry;
  });
}
