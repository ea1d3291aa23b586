import { uniqBy } from 'es-toolkit';
import { isLoopback } from '../monitor/loopback.ts';
import { isDeviceOnly, type Account } from '../monitor/watchlist.ts';
import { baseUrl, deviceBaseUrl, managementBaseUrl } from './endpoints.ts';
import type { Router } from './route.ts';

/** A host that is asked, and who asks it. */
export interface CheckTarget {
  url: URL;
  account: Account;
}

/** A host that firewall and proxy have to let through. */
export interface AllowedHost {
  host: string;
  port: number;
  /** `import`: only where stores and terminals are looked up. */
  use: 'watch' | 'import';
}

/** Every host that is asked now, each once. */
export function targetsOf(accounts: readonly Account[], urlOf: Router['urlOf']): CheckTarget[] {
  const targets = accounts
    .filter(({ origin }) => origin !== 'demo')
    .map((account) => ({ url: urlOf(account), account }));
  return uniqBy(targets, ({ url }) => url.origin);
}

/** What the network people are told: hosts of both sources where it is left open which one is asked. */
export function hostsToAllow(accounts: readonly Account[]): AllowedHost[] {
  const hosts = accounts
    .filter(({ origin }) => origin !== 'demo')
    .flatMap((account): { url: URL; use: AllowedHost['use'] }[] => {
      const asksNewer = account.source !== 'connected-terminals';
      const asksOlder = account.source !== 'cloud-device' && !isDeviceOnly(account);
      return [
        ...(asksNewer ? [{ url: deviceBaseUrl(account), use: 'watch' as const }] : []),
        ...(asksOlder ? [{ url: baseUrl(account), use: 'watch' as const }] : []),
        { url: managementBaseUrl(account), use: 'import' },
      ];
    })
    .filter(({ url }) => !isLoopback(url.hostname))
    .map(({ url, use }) => ({ host: url.hostname, port: portOf(url), use }));
  const sorted = hosts.toSorted(
    (one, other) => Number(one.use === 'import') - Number(other.use === 'import'),
  );
  return uniqBy(sorted, ({ host, port }) => `${host}:${port}`);
}

export function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
