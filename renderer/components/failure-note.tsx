import { ChevronRight } from 'lucide-react';
import { failureWords } from '../../assets/locales/failure.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Failure } from '../model.ts';

/** What to do about a failure, and what to tell support on demand. With `sentence`, also what it is. */
export function FailureNote({ failure, sentence = true }: { failure: Failure; sentence?: boolean }) {
  const words = useWords();
  const { store, support, remedy } = failureWords(failure, words);
  return (
    <div className="text-sm">
      {sentence && <p className="font-semibold text-ink">{store}</p>}
      <p className="text-ink">{remedy}</p>
      <details className="group mt-1 text-soft">
        <summary className="inline-flex list-none items-center gap-0.5 rounded-sm hover:text-ink">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
          {words('common:forSupport')}
        </summary>
        <p className="mt-1 pl-4 break-words select-text">{support}</p>
      </details>
    </div>
  );
}
