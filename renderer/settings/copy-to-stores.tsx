import { useState } from 'react';
import type { Request } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { useWords } from '../hooks/use-words.ts';
import { useSave } from './use-save.ts';

/** Gives what one store has to all of them. */
export function CopyToStores({ account, store, what }: Request<'settings.copyToStores'>) {
  const words = useWords();
  const save = useSave();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words('settings:copyToStores.ask')}</Button>
      {asking && (
        <ConfirmDialog
          title={words('settings:copyToStores.title')}
          explain={words('settings:copyToStores.explain')}
          confirm={words('settings:copyToStores.copy')}
          onConfirm={() => void save('settings.copyToStores', { account, store, what })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
