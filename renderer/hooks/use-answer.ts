import type { RequestChannel } from '../../preload/channels.ts';
import type { Request, Response } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useAsked, type Answer } from './use-asked.ts';

/** Asks main now, and anew whenever `key` is another one. */
export function useAnswer<C extends RequestChannel>(
  channel: C,
  payload: Request<C>,
  key: string,
): Answer<Response<C>> {
  return useAsked(() => request(channel, payload), key);
}
