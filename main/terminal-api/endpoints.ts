import { isLoopback } from '../monitor/loopback.ts';
import type { Account, Region } from '../monitor/watchlist.ts';

// [O] docs check-cloud-connection, Java Client.java, node config.ts; one test host serves all regions.
const testHost = 'terminal-api-test.adyen.com';

// [O] Java Client.java, node lib/src/config.js, PHP Client.php. India has none ([O] adyen-php-api-library
// PR #717) and a north-east Asian one was not found anywhere ([?]), so none is guessed: the key would follow.
const liveHosts: Record<Exclude<Region, 'nea'>, string> = {
  eu: 'terminal-api-live.adyen.com',
  us: 'terminal-api-live-us.adyen.com',
  au: 'terminal-api-live-au.adyen.com',
  apse: 'terminal-api-live-apse.adyen.com',
};

// [O] CloudDeviceService-v1.yaml, node lib/src/service.js; one test host serves all regions.
const deviceTestHost = 'device-api-test.adyen.com';
const deviceLiveHosts: Record<Region, string> = {
  eu: 'device-api-live.adyen.com',
  us: 'device-api-live-us.adyen.com',
  au: 'device-api-live-au.adyen.com',
  apse: 'device-api-live-apse.adyen.com',
  // [3] Two notes of docs.adyen.com and minimpos CloudDevices.kt; in no specification and no library of the vendor.
  nea: 'device-api-live-nea.adyen.com',
};

// [O] ManagementService-v3.yaml: one live host, without a region.
const managementHosts = { test: 'management-test.adyen.com', live: 'management-live.adyen.com' } as const;

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
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:connectedTerminals|v1)$/, '');
  return { ok: true, url: url.origin + path };
}

type Place = Pick<Account, 'environment' | 'region' | 'endpoint'>;

/**
 * Where `/connectedTerminals` of an account is asked. An endpoint that does not pass the check is not obeyed: settings
 * can be edited by others, and wherever this points, the key follows.
 * @throws RangeError in a region that has no such host, which `isDeviceOnly` tells beforehand
 */
export function baseUrl(account: Place): URL {
  const custom = customUrl(account, 'device-api-', 'terminal-api-');
  if (custom !== null) return custom;
  const { environment, region } = account;
  if (environment === 'test') return new URL(`https://${testHost}`);
  if (region === 'nea') throw new RangeError('no host for /connectedTerminals in nea');
  return new URL(`https://${liveHosts[region]}`);
}

/** Where the Cloud Device API is asked, without its version: as `baseUrl`, with hosts of its own. */
export function deviceBaseUrl(account: Place): URL {
  const { environment, region } = account;
  return (
    customUrl(account, 'terminal-api-', 'device-api-') ??
    new URL(`https://${environment === 'test' ? deviceTestHost : deviceLiveHosts[region]}`)
  );
}

/**
 * Where the Management API is asked, without its version. It has one host an environment, so that of another API
 * says nothing of it; only a loopback endpoint stands for everything of the vendor.
 */
export function managementBaseUrl(account: Pick<Account, 'environment' | 'endpoint'>): URL {
  const custom = account.endpoint === null ? null : checkEndpoint(account.endpoint);
  if (custom?.ok && isLoopback(new URL(custom.url).hostname)) return new URL(custom.url);
  return new URL(`https://${managementHosts[account.environment]}`);
}

/**
 * The region that a terminal's `cloudDeviceApiEndpoint` names; null for the test host and for what is not known.
 * Only its host counts: whether the path holds a version is not documented [?].
 */
export function deviceRegionOf(endpoint: string): Region | null {
  if (!URL.canParse(endpoint)) return null;
  const { hostname } = new URL(endpoint);
  const regions: Region[] = ['eu', 'us', 'au', 'apse', 'nea'];
  return regions.find((region) => deviceLiveHosts[region] === hostname) ?? null;
}

/**
 * The endpoint that somebody typed. The vendor's two families of hosts differ in how their names begin, so the same
 * endpoint serves both sources.
 */
function customUrl(account: Pick<Account, 'endpoint'>, other: string, own: string): URL | null {
  const custom = account.endpoint === null ? null : checkEndpoint(account.endpoint);
  if (!custom?.ok) return null;
  const url = new URL(custom.url);
  if (url.hostname.startsWith(other)) url.hostname = own + url.hostname.slice(other.length);
  return url;
}

function isVendor(hostname: string): boolean {
  return /^(?:[a-z0-9-]+\.)+adyen\.com$/.test(hostname);
}
