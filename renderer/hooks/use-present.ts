import { useEffect, useState } from 'react';

/** The wall clock, read anew every `everyMs`, whenever the reason is another one, and when the page shows again. */
export function usePresent(everyMs: number, reason: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const read = () => setNow(Date.now());
    read();
    const timer = setInterval(read, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reason]);
  return now;
}
