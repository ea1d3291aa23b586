import { useState } from 'react';
import type { SettingsView } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { hostPattern, leftOutPattern, portRange, readHostList } from '../../preload/network-fields.ts';
import { Card } from '../components/card.tsx';
import { ChoiceRow } from '../components/choice-row.tsx';
import { useWords } from '../hooks/use-words.ts';
import { ProxyPassword } from './proxy-password.tsx';
import { SavedField } from './saved-field.tsx';
import { useSave } from './use-save.ts';

const modes = ['system', 'manual', 'direct'] as const;

/** Which proxy leads out, and what it is told. */
export function ProxyCard({ network, keychain }: Pick<SettingsView, 'network' | 'keychain'>) {
  const words = useWords();
  const save = useSave();
  const { settings, locked, password } = network;
  const { proxy, host, port, noProxy, user } = settings;
  // A manual one counts from when its address is known.
  const [wanted, setWanted] = useState(false);
  const mode = wanted ? 'manual' : proxy;

  const choose = async (next: typeof mode) => {
    setWanted(next === 'manual' && host === '');
    if (next === 'manual' && host === '') return;
    await save('settings.setNetwork', { proxy: next });
  };
  const problem = (isWrong: boolean, code: 'not-a-host' | 'out-of-range' | 'required') =>
    isWrong ? words(`problem:error.${code}`, { ...portRange }) : undefined;

  return (
    <Card>
      <ChoiceRow
        label={words('settings:network.proxy')}
        hint={words('settings:network.proxyHint')}
        value={mode}
        options={modes.map((value) => ({ value, label: words(`settings:network.proxies.${value}`) }))}
        locked={locked.includes('proxy')}
        onChange={(next) => void choose(next)}
      />
      {mode === 'manual' && (
        <>
          <SavedField
            label={words('settings:network.host')}
            hint={words('settings:network.hostHint')}
            value={host}
            locked={locked.includes('host')}
            check={(typed) =>
              typed === '' && host === ''
                ? undefined
                : (problem(typed === '', 'required') ?? problem(!hostPattern.test(typed), 'not-a-host'))
            }
            save={(typed) => request('settings.setNetwork', { proxy: 'manual', host: typed })}
            onSaved={() => setWanted(false)}
          />
          <SavedField
            label={words('settings:network.port')}
            hint={words('settings:network.portHint')}
            value={String(port)}
            locked={locked.includes('port')}
            check={(typed) => problem(!isPort(typed), 'out-of-range')}
            save={(typed) => request('settings.setNetwork', { port: Number(typed) })}
            className="max-w-24 tabular-nums"
          />
          <SavedField
            label={words('settings:network.noProxy')}
            hint={words('settings:network.noProxyHint')}
            value={noProxy.join(', ')}
            locked={locked.includes('noProxy')}
            check={(typed) =>
              problem(!readHostList(typed).every((entry) => leftOutPattern.test(entry)), 'not-a-host')
            }
            save={(typed) => request('settings.setNetwork', { noProxy: readHostList(typed) })}
          />
        </>
      )}
      {mode !== 'direct' && (
        <>
          <SavedField
            label={words('settings:network.user')}
            hint={words('settings:network.userHint')}
            value={user}
            locked={locked.includes('user')}
            check={(typed) => (typed.includes(':') ? words('settings:network.userWrong') : undefined)}
            save={(typed) => request('settings.setNetwork', { user: typed })}
          />
          {user !== '' && <ProxyPassword state={password} keychain={keychain} />}
        </>
      )}
    </Card>
  );
}

function isPort(typed: string): boolean {
  return /^\d+$/.test(typed) && Number(typed) >= portRange.least && Number(typed) <= portRange.most;
}
