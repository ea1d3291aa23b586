import { X } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { useWords } from '../hooks/use-words.ts';

/** That the page is narrowed down to one terminal, and the way back. */
export function OnlyTerminal({ name, onAll }: { name: string; onAll: () => void }) {
  const words = useWords();
  return (
    <Button onClick={onAll} title={words('history:filter.terminalClear')}>
      {words('history:filter.terminal', { name })}
      <X aria-hidden className="size-4" />
    </Button>
  );
}
