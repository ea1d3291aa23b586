import type { Question } from '../monitor/source.ts';
import { baseUrl } from './endpoints.ts';

export interface ApiRequest {
  method: 'POST';
  url: URL;
  headers: Record<string, string>;
  body: string;
}

/** `POST /connectedTerminals` [O] Java service/resource/terminal/cloud/ConnectedTerminals.java. */
export function buildRequest(question: Question, key: string): ApiRequest {
  const base = baseUrl(question.account);
  return {
    method: 'POST',
    url: new URL(`${base.pathname.replace(/\/$/, '')}/connectedTerminals`, base),
    headers: {
      'x-api-key': key,
      'content-type': 'application/json',
      accept: 'application/json',
      'cache-control': 'no-cache',
      'user-agent': 'Tillwatch',
    },
    body: JSON.stringify({ merchantAccount: question.account.merchantAccount, ...scope(question) }),
  };
}

/** [O] Java model/terminal/ConnectedTerminalsRequest.java. */
function scope(question: Question): { store: string } | { uniqueTerminalId: string } {
  switch (question.kind) {
    case 'store':
      return { store: question.store };
    case 'terminal':
      return { uniqueTerminalId: question.poiid };
  }
}
