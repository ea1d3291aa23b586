import { z } from 'zod';
import type { Failure } from '../monitor/failure.ts';
import { samePoiid } from '../monitor/poiid.ts';
import type { Question } from '../monitor/source.ts';
import { readBody, unreadable } from './body.ts';
import type { RawResponse } from './failures.ts';

export type Parsed =
  { ok: true; connected: string[]; installations?: boolean } | { ok: false; failure: Failure };

/**
 * The IDs of connected terminals, or why the answer gives none.
 * [O] Java ConnectedTerminalsResponse.java.
 * @param now epoch ms
 */
export function parseAnswer(response: RawResponse, question: Question, now: number): Parsed {
  const parsed = parseList(response, 'uniqueTerminalIds', now);
  // An answer about somebody else is no evidence that this one is away.
  if (
    question.kind === 'terminal' &&
    parsed.ok &&
    parsed.connected.some((poiid) => !samePoiid(poiid, question.poiid))
  )
    return unreadable('wrong-shape');
  return parsed;
}

/**
 * A list of IDs under a name. They are kept as they are, whatever they look like: there is no official rule for
 * their shape. All or nothing: one entry that is no ID and the list proves nothing about anybody.
 */
export function parseList(response: RawResponse, name: string, now: number): Parsed {
  const read = readBody(response, now);
  if (!read.ok) return read;
  const object = z.record(z.string(), z.unknown()).safeParse(read.body);
  if (!object.success || saysSomethingElse(object.data, name)) return unreadable('wrong-shape');
  const list = object.data[name] ?? [];
  if (!isListOfIds(list)) return unreadable('wrong-shape');
  return { ok: true, connected: [...new Set(list)] };
}

/** By hand: a schema takes ten times as long over the thousands of a large account. */
function isListOfIds(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((id) => typeof id === 'string' && id !== '');
}

/** A missing list is an empty one [D], but not in an object that has other things to say: an error sent as 200. */
function saysSomethingElse(body: object, name: string): boolean {
  return !(name in body) && Object.keys(body).length > 0;
}
