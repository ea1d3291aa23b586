import { Lock } from 'lucide-react';
import { useWords } from '../hooks/use-words.ts';

/** Says why something cannot be changed here. */
export function ManagedMark() {
  const words = useWords();
  return (
    <span className="inline-flex items-center gap-1 text-sm text-soft">
      <Lock aria-hidden className="size-3.5" />
      {words('common:managed')}
    </span>
  );
}
