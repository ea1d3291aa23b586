import type { RequestChannel } from '../preload/channels.ts';
import type { Reply, Request, Response } from '../preload/contract.ts';

/** Asks main. Never rejects: a request that got no reply at all is an `internal` error like any other. */
export async function request<C extends RequestChannel>(
  channel: C,
  payload: Request<C>,
): Promise<Reply<Response<C>>> {
  try {
    return await window.tillwatch.request(channel, payload);
  } catch {
    return { ok: false, error: { code: 'internal', field: '', params: {} } };
  }
}
