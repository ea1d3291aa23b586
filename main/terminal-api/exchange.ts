import type { Budget } from '../monitor/budget.ts';
import type { Clock } from '../monitor/clock.ts';
import type { Failure } from '../monitor/failure.ts';
import { presentable, type RawResponse } from './failures.ts';
import type { ApiRequest } from './request.ts';
import type { Transport } from './transport.ts';
import { turn } from './turn.ts';

export interface ApiDeps {
  transport: Transport;
  /** Null where none is stored. */
  keyFor(accountId: string): string | null;
  clock: Clock;
  /** Of a key. Absent where whoever asks has it granted before, as the engine does. */
  budgetOf?: (key: string) => Budget;
}

/** One question to one of the vendor's APIs. */
export interface Exchange<T> {
  accountId: string;
  build(key: string): ApiRequest;
  /** @param now epoch ms */
  parse(response: RawResponse, now: number): T | { ok: false; failure: Failure };
}

/** Asks as soon as the key's budget allows, and reads the answer. Never rejects; no failure holds the key. */
export async function exchange<T extends { ok: true }>(
  { transport, keyFor, clock, budgetOf }: ApiDeps,
  { accountId, build, parse }: Exchange<T>,
  signal?: AbortSignal,
): Promise<T | { ok: false; failure: Failure }> {
  const key = keyFor(accountId);
  if (key === null || !canTravel(key)) return { ok: false, failure: { kind: 'key-missing' } };

  const budget = budgetOf?.(key);
  const refused = budget ? await turn(budget, clock, signal) : null;
  if (refused) return { ok: false, failure: refused };
  const sent = await transport.send(build(key), signal);
  if (!sent.ok) return sent;
  const parsed = parse(sent.response, clock.now());
  if (parsed.ok) {
    budget?.relieve();
    return parsed;
  }
  const failure = presentable(parsed.failure, key);
  if (failure.kind === 'rate-limited') budget?.hold(failure, clock.elapsed());
  return { ok: false, failure };
}

/** A key with blanks or letters from elsewhere cannot stand in a header, so it cannot be anybody's. */
function canTravel(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key);
}
