import * as tls from 'node:tls';
import type { Clock } from './monitor/clock.ts';
import { createSystemCertificates } from './platform/certificates.ts';
import { readCertificateFile, type CertificateDeps } from './settings/certificate-file.ts';
import { createLiveCertificates } from './settings/live-certificates.ts';
import type { LiveManaged } from './settings/live-managed.ts';
import { setBy } from './settings/managed.ts';
import { networkInUse } from './settings/network.ts';
import type { Secrets } from './settings/secrets.ts';
import type { SettingsStore } from './settings/store.ts';
import { createNetworkTransport, type Network } from './terminal-api/network.ts';

export interface NetworkingDeps {
  settings: Pick<SettingsStore, 'current'>;
  managed: Pick<LiveManaged, 'current'>;
  secrets: Pick<Secrets, 'proxyPassword'>;
  /** Throws as `readTrusted` does. */
  readFile: CertificateDeps['readFile'];
  resolveProxy: (url: string) => Promise<string>;
  clock: Clock;
}

/** The way to Adyen as the settings, the organisation, the keychain and this PC have it. */
export function createNetworking({
  settings,
  managed,
  secrets,
  readFile,
  resolveProxy,
  clock,
}: NetworkingDeps) {
  const inUse = () => networkInUse(settings.current().network, setBy(managed.current())?.network ?? null);
  const readCertificates = (path: string) => readCertificateFile(path, { readFile, now: clock.now });
  const certificates = createLiveCertificates(() => inUse().network.certificateFile, readCertificates);
  const systemCertificates = createSystemCertificates(tls);
  let made: { of: unknown[]; network: Network } | null = null;

  function network(): Network {
    const own = settings.current().network;
    const set = setBy(managed.current())?.network ?? null;
    const password = secrets.proxyPassword.get();
    const file = certificates.current();
    const of = [own, set, password, file];
    if (made?.of.every((part, at) => part === of[at])) return made.network;
    const { proxy, host, port, noProxy, user } = inUse().network;
    made = {
      of,
      network: {
        proxy: proxy === 'manual' ? { mode: 'manual', host, port } : { mode: proxy },
        noProxy,
        credentials: user === '' || password === null ? null : { user, password },
        ca: [...(systemCertificates() ?? []), ...(file.state === 'ok' ? file.certificates : [])],
      },
    };
    return made.network;
  }

  return {
    inUse,
    certificates,
    systemCertificates,
    readCertificates,
    transport: createNetworkTransport({ network, resolveProxy, clock }),
  };
}

export type Networking = ReturnType<typeof createNetworking>;
