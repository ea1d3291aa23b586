import * as tls from 'node:tls';
import type { NetworkView } from '../preload/network.ts';
import type { Clock } from './monitor/clock.ts';
import type { Source } from './monitor/source.ts';
import type { Account } from './monitor/watchlist.ts';
import { createSystemCertificates } from './platform/certificates.ts';
import { readCertificateFile, type CertificateDeps } from './settings/certificate-file.ts';
import { createLiveCertificates } from './settings/live-certificates.ts';
import type { LiveManaged } from './settings/live-managed.ts';
import { setBy } from './settings/managed.ts';
import { networkInUse } from './settings/network.ts';
import type { Notice } from './settings/notice.ts';
import type { Secrets } from './settings/secrets.ts';
import type { SettingsStore } from './settings/store.ts';
import { targetsOf } from './terminal-api/check-targets.ts';
import { runNetworkCheck } from './terminal-api/network-check.ts';
import { createProbes } from './terminal-api/network-probes.ts';
import type { Router } from './terminal-api/route.ts';
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
  const transport = createNetworkTransport({ network, resolveProxy, clock });
  let made: { of: unknown[]; network: Network } | null = null;
  let told: Network | null = null;

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
        ca: () => [...(systemCertificates() ?? []), ...(file.state === 'ok' ? file.certificates : [])],
      },
    };
    return made.network;
  }

  function view(): NetworkView {
    const { network: settings, locked } = inUse();
    const file = certificates.current();
    return {
      settings,
      locked,
      password: secrets.proxyPassword.state(),
      certificates: file.state === 'ok' ? { state: 'ok', names: file.names } : file,
      systemStore: 'getCACertificates' in tls,
    };
  }

  return {
    transport,
    /** The same object for as long as it says the same. */
    current: network,
    readCertificates,
    view,
    /** Calls back when the file of certificates holds something else. */
    watch: certificates.watch,
    /** Of what is set, whether it has changed since the last time that this was asked. */
    hasChanged(): boolean {
      const before = told;
      told = network();
      return before !== null && before !== told;
    },
    notices(): Notice[] {
      const file = certificates.current();
      return file.state === 'refused'
        ? [{ code: 'certificate-file', file: file.file, reason: file.reason }]
        : [];
    },
    /** What the network does with the way to those accounts. */
    check: (accounts: readonly Account[], { urlOf }: Pick<Router, 'urlOf'>, asking: Source) =>
      runNetworkCheck({
        targets: targetsOf(accounts, urlOf),
        hopsTo: transport.hopsTo,
        async ask({ account }) {
          const [store] = account.stores;
          const answer = await asking.ask(
            store ? { kind: 'store', account, store: store.reference } : { kind: 'account', account },
          );
          return answer.ok ? null : answer.failure;
        },
        probes: createProbes(network),
        clock,
      }),
  };
}

export type Networking = ReturnType<typeof createNetworking>;
