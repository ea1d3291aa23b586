import { useCallback } from 'react';
import type { RequestChannel } from '../../preload/channels.ts';
import type { Reply, Request, Response } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useToast } from '../components/toaster.tsx';
import { useWords } from './use-words.ts';

/** Asks main on a click, where there is no field to show an error at: it is shown as a toast. */
export function useAsk() {
  const words = useWords();
  const toast = useToast();
  return useCallback(
    async <C extends RequestChannel>(channel: C, payload: Request<C>): Promise<Reply<Response<C>>> => {
      const reply = await request(channel, payload);
      if (!reply.ok) toast({ text: words(`problem:error.${reply.error.code}`, reply.error.params) });
      return reply;
    },
    [words, toast],
  );
}
