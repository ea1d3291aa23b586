import { z } from 'zod';
import type { Failure } from '../monitor/failure.ts';
import { samePoiid } from '../monitor/poiid.ts';
import type { Question } from '../monitor/source.ts';
import { failureOfResponse, header, type RawResponse } from './failures.ts';

export type Parsed = { ok: true; connected: string[] } | { ok: false; failure: Failure };

/**
 * [O] Java ConnectedTerminalsResponse.java. IDs are kept as they are, whatever they look like: there is no official
 * rule for their shape. All or nothing: one entry that is no ID and the list proves nothing about anybody.
 */
const list = z.object({ uniqueTerminalIds: z.array(z.string().min(1)).nullish() });

/**
 * The IDs of connected terminals, or why the answer gives none.
 * @param now epoch ms
 */
export function parseAnswer(response: RawResponse, question: Question, now: number): Parsed {
  if (response.status < 200 || response.status > 299)
    return { ok: false, failure: failureOfResponse(response, now) };

  const text = response.body.trim();
  if (header(response, 'content-type').includes('html') || text.startsWith('<'))
    return unreadable('captive-portal');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return unreadable(text.startsWith('{') && !text.endsWith('}') ? 'truncated' : 'not-json');
  }

  const parsed = list.safeParse(body);
  if (!parsed.success || saysSomethingElse(body)) return unreadable('wrong-shape');
  const connected = [...new Set(parsed.data.uniqueTerminalIds ?? [])];
  // An answer about somebody else is no evidence that this one is away.
  if (question.kind === 'terminal' && connected.some((poiid) => !samePoiid(poiid, question.poiid)))
    return unreadable('wrong-shape');
  return { ok: true, connected };
}

/** A missing list is an empty one [D], but not in an object that has other things to say: an error sent as 200. */
function saysSomethingElse(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    !('uniqueTerminalIds' in body) &&
    Object.keys(body).length > 0
  );
}

function unreadable(reason: Extract<Failure, { kind: 'unreadable' }>['reason']): Parsed {
  return { ok: false, failure: { kind: 'unreadable', reason } };
}
