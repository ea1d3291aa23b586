import { createContext, use, useCallback } from 'react';
import type { RequestChannel } from '../../preload/channels.ts';
import type { Reply, Request, Response } from '../../preload/contract.ts';
import { useAsk } from '../hooks/use-ask.ts';

/** Says that something was saved; elsewhere than in the settings that is said by what follows. */
export const SavedContext = createContext<() => void>(() => {});

export function useSaid(): () => void {
  return use(SavedContext);
}

/** Asks main for a change, and says that it was made. */
export function useSave() {
  const ask = useAsk();
  const said = useSaid();
  return useCallback(
    async <C extends RequestChannel>(channel: C, payload: Request<C>): Promise<Reply<Response<C>>> => {
      const reply = await ask(channel, payload);
      if (reply.ok) said();
      return reply;
    },
    [ask, said],
  );
}
