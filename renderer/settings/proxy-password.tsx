import { useState } from 'react';
import type { KeyState } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { SettingRow } from '../components/card.tsx';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { SettingField } from '../components/setting-field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { isMissing, isStored } from './key-state.ts';
import { useSave } from './use-save.ts';

/** It can be set, replaced and deleted; there is no way to see it. */
export function ProxyPassword({ state, keychain }: { state: KeyState; keychain: boolean }) {
  const words = useWords();
  const save = useSave();
  const [replacing, setReplacing] = useState(false);
  const [typed, setTyped] = useState('');

  const saveTyped = async () => {
    const { ok } = await save('network.setPassword', { password: typed });
    if (!ok) return;
    setTyped('');
    setReplacing(false);
  };

  if (!isMissing(state) && !replacing) {
    return (
      <SettingRow
        label={words('settings:network.password')}
        hint={words(`settings:network.passwordState.${state}`)}
      >
        {isStored(state) && (
          <span className="flex gap-2">
            <Button onClick={() => setReplacing(true)}>{words('settings:network.replace')}</Button>
            <Button onClick={() => void save('network.removePassword', undefined)}>
              {words('settings:network.remove')}
            </Button>
          </span>
        )}
      </SettingRow>
    );
  }
  const hint = keychain ? 'settings:network.passwordHint' : 'settings:network.passwordHintInMemory';
  return (
    <SettingField
      label={words('settings:network.password')}
      hint={
        state === 'unreadable' ? (
          <span className="text-bad">{words('settings:network.passwordState.unreadable')}</span>
        ) : (
          words(hint)
        )
      }
    >
      {(ties) => (
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void saveTyped();
          }}
        >
          <input
            {...ties}
            type="password"
            autoComplete="off"
            maxLength={1000}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={cx(inputLook, 'max-w-40')}
          />
          {replacing && (
            <Button look="quiet" onClick={() => setReplacing(false)}>
              {words('settings:network.keepOld')}
            </Button>
          )}
          <Button type="submit" disabled={typed === ''}>
            {words('settings:save')}
          </Button>
        </form>
      )}
    </SettingField>
  );
}
