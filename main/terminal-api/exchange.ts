import type { Clock } from '../monitor/clock.ts';
import type { Failure } from '../monitor/failure.ts';
import { presentable, type RawResponse } from './failures.ts';
import type { ApiRequest } from './request.ts';
import type { Transport } from './transport.ts';

export interface ApiDeps {
  transport: Transport;
  /** Null where none is stored. */
  keyFor(accountId: string): string | null;
  clock: Clock;
}

/** One question to one of the vendor's APIs. */
export interface Exchange<T> {
  accountId: string;
  build(key: string): ApiRequest;
  /** @param now epoch ms */
  parse(response: RawResponse, now: number): T | { ok: false; failure: Failure };
}

/** Asks, and reads the answer. Never rejects; no failure holds the key. */
export async function exchange<T extends { ok: true }>(
  { transport, keyFor, clock }: ApiDeps,
  { accountId, build, parse }: Exchange<T>,
  signal?: AbortSignal,
): Promise<T | { ok: false; failure: Failure }> {
  const key = keyFor(accountId);
  if (key === null || !canTravel(key)) return { ok: false, failure: { kind: 'key-missing' } };

  const sent = await transport.send(build(key), signal);
  if (!sent.ok) return sent;
  const parsed = parse(sent.response, clock.now());
  return parsed.ok ? parsed : { ok: false, failure: presentable(parsed.failure, key) };
}

/** A key with blanks or letters from elsewhere cannot stand in a header, so it cannot be anybody's. */
function canTravel(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key);
}
