import { useEffect, useRef, useState } from 'react';
import { Spinner } from '../components/spinner.tsx';
import { useWords } from '../hooks/use-words.ts';

/** A usual answer is there long before, in ms. */
const longMs = 4000;

/** That Adyen is asked, and after a while that it need not be waited for. */
export function Waiting() {
  const words = useWords();
  const line = useRef<HTMLParagraphElement>(null);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  // The hint is one line more than there was room for.
  useEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), [isLong]);
  return (
    <p ref={line} className="flex gap-3 rounded-lg border border-line bg-card p-3">
      <Spinner />
      <span>
        {words('settings:test.busy')}
        {isLong && <span className="block text-sm text-soft">{words('setup:wait.long')}</span>}
      </span>
    </p>
  );
}
