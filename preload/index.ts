import { contextBridge, ipcRenderer } from 'electron';
import { pushChannels, requestChannels, type PushChannel, type RequestChannel } from './channels.ts';
import type { Push, Reply, Request, Response } from './contract.ts';

/** The page's whole way out. Event objects are stripped; channels outside the contract do not exist. */
const bridge = {
  request<C extends RequestChannel>(channel: C, payload: Request<C>): Promise<Reply<Response<C>>> {
    if (!requestChannels.includes(channel)) return Promise.reject(new Error('unknown channel'));
    return ipcRenderer.invoke(channel, payload);
  },
  /** @returns what ends the subscription */
  on<C extends PushChannel>(channel: C, listener: (payload: Push<C>) => void): () => void {
    if (!pushChannels.includes(channel)) throw new Error('unknown channel');
    const forward = (_event: unknown, payload: Push<C>) => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.removeListener(channel, forward);
  },
};

export type Bridge = typeof bridge;

contextBridge.exposeInMainWorld('tillwatch', bridge);
