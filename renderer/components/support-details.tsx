import { ChevronRight } from 'lucide-react';
import { useWords } from '../hooks/use-words.ts';

/** The technical facts, on demand. */
export function SupportDetails({ text }: { text: string }) {
  const words = useWords();
  return (
    <details className="group mt-1 text-sm text-soft">
      <summary className="inline-flex list-none items-center gap-0.5 rounded-sm hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {words('common:forSupport')}
      </summary>
      <p className="mt-1 pl-4 break-words select-text">{text}</p>
    </details>
  );
}
