import { useWords } from '../hooks/use-words.ts';
import { Button } from './button.tsx';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';

/** Asks before something that cannot be undone. The harmless answer has the focus. */
export function ConfirmDialog({
  title,
  explain,
  confirm,
  onConfirm,
  onClose,
}: {
  title: string;
  explain: string;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const words = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="text-soft">{explain}</p>
      <DialogButtons>
        <Button onClick={onClose}>{words('common:cancel')}</Button>
        <Button
          look="danger"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {confirm}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
