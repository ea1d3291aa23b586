import { failureWords, type MendedAt } from '../../assets/locales/failure.ts';
import { useWords } from '../hooks/use-words.ts';
import type { Failure } from '../model.ts';
import { SupportDetails } from './support-details.tsx';

/** What to do about a failure, and what to tell support on demand. With `sentence`, also what it is. */
export function FailureNote({
  failure,
  sentence = true,
  at,
}: {
  failure: Failure;
  sentence?: boolean;
  at?: MendedAt;
}) {
  const words = useWords();
  const { store, support, remedy } = failureWords(failure, words, at);
  return (
    <div className="text-sm">
      {sentence && <p className="font-semibold text-ink">{store}</p>}
      <p className="text-ink">{remedy}</p>
      <SupportDetails text={support} />
    </div>
  );
}
