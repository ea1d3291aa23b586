import type { SettingsView } from '../../preload/contract.ts';
import { Dialog } from '../components/dialog.tsx';
import { useWords } from '../hooks/use-words.ts';
import { NetworkCards } from '../settings/network-section.tsx';

/** Proxy and certificates: without them some networks let nobody through, and there are no settings yet. */
export function NetworkDialog({
  settings: { network, keychain },
  onClose,
}: {
  settings: Pick<SettingsView, 'network' | 'keychain'>;
  onClose: () => void;
}) {
  const words = useWords();
  return (
    <Dialog large title={words('settings:network.title')} onClose={onClose}>
      <div className="-mx-1 flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-1 pb-1">
        <p className="text-soft">{words('settings:network.explain')}</p>
        <NetworkCards network={network} keychain={keychain} />
      </div>
    </Dialog>
  );
}
