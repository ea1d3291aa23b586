import type { Account, Region } from '../monitor/watchlist.ts';

// [O] docs check-cloud-connection, Java Client.java, node config.ts; one test host serves all regions.
const testHost = 'terminal-api-test.adyen.com';

// [O] Java Client.java, node lib/src/config.js, PHP Client.php. India has none ([O] adyen-php-api-library
// PR #717) and a north-east Asian one was not found anywhere ([?]).
const liveHosts: Record<Region, string> = {
  eu: 'terminal-api-live.adyen.com',
  us: 'terminal-api-live-us.adyen.com',
  au: 'terminal-api-live-au.adyen.com',
  apse: 'terminal-api-live-apse.adyen.com',
};

export type EndpointCheck =
  | { ok: true; /** Normalised, without a slash at its end. */ url: string }
  | { ok: false; reason: 'not-a-url' | 'not-https' | 'host-not-allowed' };

/**
 * Whether the API key may be sent to a base URL that somebody typed: HTTPS to a host of the vendor on its usual
 * port, or this very PC. Judged on the parsed URL, never on the text, because `https://x.adyen.com@evil.example`
 * and `https://x.adyen.com.evil.example` look right.
 */
export function checkEndpoint(text: string): EndpointCheck {
  const typed = text.trim();
  // Without this `localhost:8080` would be a URL of the scheme `localhost:`.
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return { ok: false, reason: 'not-a-url' };
  if (/[?#\s]/.test(typed) || !URL.canParse(typed)) return { ok: false, reason: 'not-a-url' };

  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, reason: 'not-https' };
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'host-not-allowed' };

  if (!isLoopback(url.hostname)) {
    // `port` is empty where it is the scheme's own.
    if (!isVendor(url.hostname)) return { ok: false, reason: 'host-not-allowed' };
    if (url.protocol !== 'https:') return { ok: false, reason: 'not-https' };
    if (url.port !== '') return { ok: false, reason: 'host-not-allowed' };
  }
  // The vendor's documentation shows the full address, so that is what gets pasted.
  const path = url.pathname.replace(/\/+$/, '').replace(/\/connectedTerminals$/, '');
  return { ok: true, url: url.origin + path };
}

/**
 * Where the questions of an account go. An endpoint that does not pass the check is not obeyed: settings can be
 * edited by others, and wherever this points, the key follows.
 */
export function baseUrl(account: Pick<Account, 'environment' | 'region' | 'endpoint'>): URL {
  const custom = account.endpoint === null ? null : checkEndpoint(account.endpoint);
  if (custom?.ok) return new URL(custom.url);
  return new URL(`https://${account.environment === 'test' ? testHost : liveHosts[account.region]}`);
}

/** The URL parser has already turned every spelling of an IPv4 address (`0x7f.1`) into four decimals. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function isVendor(hostname: string): boolean {
  return /^(?:[a-z0-9-]+\.)+adyen\.com$/.test(hostname);
}
