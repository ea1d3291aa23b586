import { useEffect, useEffectEvent, useState } from 'react';
import type { Reply, ReplyError } from '../../preload/contract.ts';

export interface Answer<T> {
  value: T | null;
  error: ReplyError | null;
}

/**
 * Asks now, and anew whenever `key` is another one; what was answered before stays until then. Answers that have been
 * overtaken are left out.
 */
export function useAsked<T>(ask: () => Promise<Reply<T>>, key: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ value: null, error: null });
  const begin = useEffectEvent(ask);
  useEffect(() => {
    let overtaken = false;
    void begin().then((reply) => {
      if (overtaken) return;
      setAnswer((before) =>
        reply.ok ? { value: reply.value, error: null } : { value: before.value, error: reply.error },
      );
    });
    return () => {
      overtaken = true;
    };
  }, [key]);
  return answer;
}
