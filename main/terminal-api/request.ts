import type { Question } from '../monitor/source.ts';
import { baseUrl } from './endpoints.ts';

export type ApiRequest = GetRequest | PostRequest;

export interface GetRequest {
  method: 'GET';
  url: URL;
  headers: Record<string, string>;
}

export interface PostRequest {
  method: 'POST';
  url: URL;
  headers: Record<string, string>;
  body: string;
}

/** `POST /connectedTerminals` [O] Java service/resource/terminal/cloud/ConnectedTerminals.java. */
export function buildRequest(question: Question, key: string): PostRequest {
  return {
    method: 'POST',
    url: under(baseUrl(question.account), ['connectedTerminals']),
    headers: { ...headers(key), 'content-type': 'application/json' },
    body: JSON.stringify({ merchantAccount: question.account.merchantAccount, ...scope(question) }),
  };
}

/** @param segments of the path, each as it is: POIIDs and references may hold anything */
export function buildGet(
  base: URL,
  segments: readonly string[],
  query: Readonly<Record<string, string>>,
  key: string,
): GetRequest {
  const url = under(base, segments);
  url.search = new URLSearchParams(query).toString();
  return { method: 'GET', url, headers: headers(key) };
}

/** The path is set, not resolved: one that begins with two slashes would be read as another host. */
function under(base: URL, segments: readonly string[]): URL {
  const url = new URL(base);
  url.pathname = [base.pathname.replace(/\/$/, ''), ...segments.map(encode)].join('/');
  return url;
}

/** A lone surrogate has no encoding, and asking for one throws. */
function encode(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}

function headers(key: string): Record<string, string> {
  return {
    'x-api-key': key,
    accept: 'application/json',
    'cache-control': 'no-cache',
    'user-agent': 'Tillwatch',
  };
}

/** [O] Java model/terminal/ConnectedTerminalsRequest.java. */
function scope(question: Question): { store?: string; uniqueTerminalId?: string } {
  switch (question.kind) {
    case 'account':
      return {};
    case 'store':
      return { store: question.store };
    case 'terminal':
      return { uniqueTerminalId: question.poiid };
  }
}
