import type { SettingsView } from '../../preload/contract.ts';
import { useWords } from '../hooks/use-words.ts';
import { CertificateCard } from './certificate-card.tsx';
import { NetworkCheckCard } from './network-check-card.tsx';
import { ProxyCard } from './proxy-card.tsx';

export function NetworkSection({ network, keychain }: Pick<SettingsView, 'network' | 'keychain'>) {
  const words = useWords();
  return (
    <section aria-labelledby="network" className="flex flex-col gap-3">
      <h2 id="network" className="text-xl font-bold">
        {words('settings:network.title')}
      </h2>
      <p className="text-soft">{words('settings:network.explain')}</p>
      <NetworkCards network={network} keychain={keychain} />
    </section>
  );
}

/** Proxy, certificates, and whether Adyen can be reached with them. */
export function NetworkCards({ network, keychain }: Pick<SettingsView, 'network' | 'keychain'>) {
  return (
    <>
      <ProxyCard network={network} keychain={keychain} />
      <CertificateCard network={network} />
      <NetworkCheckCard />
    </>
  );
}
