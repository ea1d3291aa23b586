import { useEffect, useEffectEvent, useState } from 'react';
import type { RequestChannel } from '../../preload/channels.ts';
import type { ReplyError, Request, Response } from '../../preload/contract.ts';
import { request } from '../bridge.ts';

/**
 * Asks main now, and anew whenever `key` is another one; what was answered before stays until then. Answers that have
 * been overtaken are left out.
 */
export function useAnswer<C extends RequestChannel>(
  channel: C,
  payload: Request<C>,
  key: string,
): { value: Response<C> | null; error: ReplyError | null } {
  const [answer, setAnswer] = useState<{ value: Response<C> | null; error: ReplyError | null }>({
    value: null,
    error: null,
  });
  const ask = useEffectEvent(() => request(channel, payload));
  useEffect(() => {
    let overtaken = false;
    void ask().then((reply) => {
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
