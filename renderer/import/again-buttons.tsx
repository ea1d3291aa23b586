import { Button } from '../components/button.tsx';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { useWords } from '../hooks/use-words.ts';

/** Below what went wrong. */
export function AgainButtons({ onAgain, onClose }: { onAgain: () => void; onClose: () => void }) {
  const words = useWords();
  return (
    <DialogButtons>
      <Button onClick={onClose}>{words('common:close')}</Button>
      <Button look="primary" autoFocus onClick={onAgain}>
        {words('import:problem.again')}
      </Button>
    </DialogButtons>
  );
}
