import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { NetworkCheckReport } from '../../preload/network.ts';
import { Button } from '../components/button.tsx';
import { Card, SettingRow } from '../components/card.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useToast } from '../components/toaster.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import { HostCheckView } from './host-check-view.tsx';

/** The way to Adyen, step by step, and what to tell the network people. */
export function NetworkCheckCard() {
  const words = useWords();
  const ask = useAsk();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<NetworkCheckReport | null>(null);

  const check = async () => {
    setBusy(true);
    const reply = await ask('network.check', undefined);
    setBusy(false);
    if (reply.ok) setReport(reply.value);
  };
  const copy = async () => {
    const { ok } = await ask('network.copyCheck', undefined);
    if (ok) toast({ text: words('settings:networkCheck.copied') });
  };

  return (
    <Card>
      <SettingRow
        label={<h3>{words('settings:networkCheck.title')}</h3>}
        hint={words('settings:networkCheck.explain')}
      >
        <Button disabled={busy} onClick={() => void check()}>
          {busy && <Spinner />}
          {words(
            busy
              ? 'settings:networkCheck.busy'
              : report === null
                ? 'settings:networkCheck.run'
                : 'settings:networkCheck.again',
          )}
        </Button>
      </SettingRow>
      {report !== null && (
        <div aria-live="polite" className="flex flex-col gap-4 px-4 py-3.5">
          {report.hosts.length === 0 && <p>{words('settings:networkCheck.none')}</p>}
          {report.hosts.map((host) => (
            <HostCheckView key={`${host.host}:${host.port}`} check={host} />
          ))}
          {report.allow.length > 0 && <AllowList allow={report.allow} />}
          {report.hosts.length > 0 && (
            <Button className="self-start" onClick={() => void copy()}>
              <Copy aria-hidden className="size-4" />
              {words('settings:networkCheck.copy')}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function AllowList({ allow }: Pick<NetworkCheckReport, 'allow'>) {
  const words = useWords();
  return (
    <div>
      <h4 className="font-semibold">{words('settings:networkCheck.allow.title')}</h4>
      <p className="text-sm text-soft">{words('settings:networkCheck.allow.explain')}</p>
      <ul className="mt-1 text-sm select-text">
        {allow.map(({ host, port, use }) => (
          <li key={`${host}:${port}`}>{words(`settings:networkCheck.allow.${use}`, { host, port })}</li>
        ))}
      </ul>
    </div>
  );
}
