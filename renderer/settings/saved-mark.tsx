import { Check } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { SavedContext } from './use-save.ts';

const shownMs = 4000;

/** Where what is in it says that it was saved: `mark` is to be put in sight. */
export function Saving({ children }: { children: (mark: ReactNode) => ReactNode }) {
  const words = useWords();
  /** So many times. */
  const [saved, setSaved] = useState(0);
  const [shown, setShown] = useState(false);
  const say = useCallback(() => {
    setSaved((times) => times + 1);
    setShown(true);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), shownMs);
    return () => clearTimeout(timer);
  }, [saved]);
  useEffect(() => {
    // Who closes the window leaves the field that has the focus, which is when it is saved.
    const leave = () => document.activeElement instanceof HTMLElement && document.activeElement.blur();
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, []);
  return (
    <SavedContext value={say}>
      {children(
        <p role="status" className="flex h-6 items-center gap-1.5 font-semibold text-ok">
          {shown && (
            <>
              <Check aria-hidden className="size-4" />
              {words('settings:saved')}
            </>
          )}
        </p>,
      )}
    </SavedContext>
  );
}
