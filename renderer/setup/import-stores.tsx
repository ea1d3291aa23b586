import { Import } from 'lucide-react';
import { useId, useState } from 'react';
import type { StoresOutcome } from '../../preload/import.ts';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useWords } from '../hooks/use-words.ts';
import { AskingView } from '../import/asking-view.tsx';
import { useAsking } from '../import/use-asking.ts';
import { withStores } from './store-list.ts';
import type { SetupModel } from './use-setup.ts';

type Read = Extract<StoresOutcome, { kind: 'stores' }>;

/** Takes over the stores that Adyen has on record; they stand in the list then, to be looked through. */
export function ImportStores({ form }: Pick<SetupModel, 'form'>) {
  const words = useWords();
  const explain = useId();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  const take = ({ stores, leftOut }: Read) => {
    const before = form.getValues('stores');
    const after = withStores(before, stores);
    if (stores.length > 0) form.setValue('stores', after);
    const added = after.length - withStores(before, []).length;
    setSaid(
      [
        words('setup:stores.imported', { count: stores.length, added }),
        ...(leftOut > 0 ? [words('setup:stores.leftOut', { count: leftOut })] : []),
      ].join(' '),
    );
    setOpen(false);
  };

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-card px-4 py-3">
      <p id={explain} role="status" className="min-w-56 flex-1 text-sm">
        {said ?? words('setup:stores.importExplain')}
      </p>
      <Button aria-describedby={explain} onClick={() => setOpen(true)}>
        <Import aria-hidden className="size-4" />
        {words('setup:stores.import')}
      </Button>
      {open && <ImportStoresDialog form={form} onRead={take} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ImportStoresDialog({
  form,
  onRead,
  onClose,
}: Pick<SetupModel, 'form'> & { onRead: (read: Read) => void; onClose: () => void }) {
  const words = useWords();
  const { environment, endpoint, merchantAccount } = form.getValues();
  const { stage, again } = useAsking(
    () => request('setup.stores', { environment, endpoint, merchantAccount }),
    onRead,
  );
  return (
    <Dialog title={words('setup:stores.importTitle', { name: merchantAccount })} onClose={onClose}>
      <AskingView stage={stage} name={merchantAccount} onAgain={again} onClose={onClose} />
    </Dialog>
  );
}
