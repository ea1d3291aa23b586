import type { Failure } from '../monitor/failure.ts';
import { failureOfResponse, header, type RawResponse } from './failures.ts';

export type Body = { ok: true; body: unknown } | { ok: false; failure: Failure };

/**
 * The JSON of a good answer, or why there is none. What it has to look like is the caller's to say.
 * @param now epoch ms
 */
export function readBody(response: RawResponse, now: number): Body {
  if (response.status < 200 || response.status > 299)
    return { ok: false, failure: failureOfResponse(response, now) };

  const text = response.body.trim();
  if (header(response, 'content-type').includes('html') || text.startsWith('<'))
    return unreadable('captive-portal');
  try {
    return { ok: true, body: JSON.parse(text) };
  } catch {
    return unreadable(text.startsWith('{') && !text.endsWith('}') ? 'truncated' : 'not-json');
  }
}

export function unreadable(reason: Extract<Failure, { kind: 'unreadable' }>['reason']): {
  ok: false;
  failure: Failure;
} {
  return { ok: false, failure: { kind: 'unreadable', reason } };
}
