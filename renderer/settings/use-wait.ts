import { useCallback, useRef, useState } from 'react';
import { request } from '../bridge.ts';
import { createTurns } from './turns.ts';

/**
 * Waits for Adyen on behalf of a form, one question at a time. Whoever does not want to wait any longer can stop, and an
 * answer that comes after that, or about what is no longer typed there, counts for nothing.
 * @param account that is asked about, null for a new one
 */
export function useWait(account: string | null) {
  const [busy, setBusy] = useState(false);
  const [turns] = useState(createTurns);
  const running = useRef(false);

  const stop = useCallback(() => {
    if (!running.current) return;
    running.current = false;
    turns.take();
    setBusy(false);
    void request('connection.stop', { account });
  }, [turns, account]);

  /** @returns null where nobody waits for it any more */
  const wait = async <T>(asked: Promise<T>): Promise<T | null> => {
    const isOvertaken = turns.take();
    running.current = true;
    setBusy(true);
    const answer = await asked;
    if (isOvertaken()) return null;
    running.current = false;
    setBusy(false);
    return answer;
  };

  return { busy, wait, stop };
}
