import { requestChannels, type RequestChannel } from '../../preload/channels.ts';
import {
  requestSchemas,
  type Reply,
  type ReplyError,
  type Request,
  type Response,
} from '../../preload/contract.ts';
import type { Log } from '../platform/log.ts';

export type Handler<C extends RequestChannel> = (
  payload: Request<C>,
) => Reply<Response<C>> | Promise<Reply<Response<C>>>;

/** One for each channel of the contract: a missing one does not compile. */
export type Handlers = { [C in RequestChannel]: Handler<C> };

export interface RegisterDeps<Event> {
  /** The part of Electron's that is used. */
  ipcMain: { handle(channel: string, listener: (event: Event, payload: unknown) => unknown): void };
  /** Whether the sender is the main frame of our own window, showing our own page. */
  isTrusted: (event: Event) => boolean;
  log: Log;
}

/** Puts the handlers behind a check of sender and payload; whatever goes wrong is an answer, not an exception. */
export function registerHandlers<Event>(
  handlers: Handlers,
  { ipcMain, isTrusted, log }: RegisterDeps<Event>,
): void {
  const register = <C extends RequestChannel>(channel: C): void => {
    const schema = requestSchemas[channel];
    const handler: Handler<C> = handlers[channel];
    ipcMain.handle(channel, async (event, payload: unknown): Promise<Reply<Response<C>>> => {
      if (!isTrusted(event)) return refuse(channel, 'sender', log);
      const parsed = schema.safeParse(payload);
      if (!parsed.success) return refuse(channel, 'payload', log);
      try {
        return await handler(parsed.data);
      } catch (error) {
        log.error('a request of the window failed', { channel, error });
        return failed('internal');
      }
    });
  };
  requestChannels.forEach((channel) => register(channel));
}

function refuse<T>(channel: RequestChannel, why: 'sender' | 'payload', log: Log): Reply<T> {
  // The payload itself is not logged: it may hold a key.
  log.warn('refused a request of the window', { channel, why });
  return failed('refused');
}

export function done<T>(value: T): Reply<T> {
  return { ok: true, value };
}

export function failed<T>(code: ReplyError['code'], field = '', params: ReplyError['params'] = {}): Reply<T> {
  return { ok: false, error: { code, field, params } };
}
