import { Import } from 'lucide-react';
import { useId, useState } from 'react';
import type { AccountView } from '../../preload/contract.ts';
import { Button } from '../components/button.tsx';
import { useWords } from '../hooks/use-words.ts';
import { ImportDialog } from './import-dialog.tsx';

/** Opens the import of an account; of one that the organisation has set, says why it cannot. */
export function ImportButton({
  account: { id, merchantAccount: name, origin },
}: {
  account: Pick<AccountView, 'id' | 'merchantAccount' | 'origin'>;
}) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const explain = useId();
  const locked = origin === 'managed';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <p id={explain} className="min-w-56 flex-1 text-sm text-soft">
        {words(locked ? 'import:locked' : 'import:explain')}
      </p>
      <Button
        disabled={locked}
        aria-label={words('import:actionNamed', { name })}
        aria-describedby={explain}
        onClick={() => setOpen(true)}
      >
        <Import aria-hidden className="size-4" />
        {words('import:action')}
      </Button>
      {open && <ImportDialog account={id} name={name} onClose={() => setOpen(false)} />}
    </div>
  );
}
