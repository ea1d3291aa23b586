import { Dialog } from '../components/dialog.tsx';
import { useToast } from '../components/toaster.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useWords } from '../hooks/use-words.ts';
import { AskingView } from './asking-view.tsx';
import { countWords } from './counts.ts';
import type { Imported } from './model.ts';
import { PreviewView } from './preview-view.tsx';
import { useImport } from './use-import.ts';

/** Asks Adyen what there is of an account, shows it, and takes over what is ticked. */
export function ImportDialog({
  account,
  name,
  onClose,
}: {
  account: string;
  /** Merchant account. */
  name: string;
  onClose: () => void;
}) {
  const words = useWords();
  const toast = useToast();
  const send = useAsk();

  const undo = async (id: string) => {
    const reply = await send('import.undo', { import: id });
    if (reply.ok) toast({ text: words('import:preview.undone') });
  };
  const imported = ({ id, counts }: Imported) => {
    toast({
      text: words('import:preview.done', countWords(counts, words)),
      action: { label: words('common:undo'), run: () => void undo(id) },
    });
    onClose();
  };
  const { stage, ticks, busy, again, apply, tick } = useImport(account, imported);

  return (
    <Dialog
      title={words('import:title', { name })}
      large={stage.kind === 'preview' && stage.preview.stores.length > 0}
      onClose={onClose}
    >
      {stage.kind !== 'preview' && <AskingView stage={stage} name={name} onAgain={again} onClose={onClose} />}
      {stage.kind === 'preview' && (
        <PreviewView
          key={stage.preview.id}
          preview={stage.preview}
          changed={stage.changed}
          ticks={ticks}
          busy={busy}
          onTick={(ids, on) => tick(stage.preview, ids, on)}
          onApply={() => void apply(stage.preview)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
