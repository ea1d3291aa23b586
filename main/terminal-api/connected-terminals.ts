import type { Clock } from '../monitor/clock.ts';
import type { Failure } from '../monitor/failure.ts';
import type { Answer, Source } from '../monitor/source.ts';
import { presentable } from './failures.ts';
import { parseAnswer } from './parse.ts';
import { buildRequest } from './request.ts';
import type { Transport } from './transport.ts';

/** The source that asks `POST /connectedTerminals`. */
export function createConnectedTerminals(deps: {
  transport: Transport;
  /** Null where none is stored. */
  keyFor(accountId: string): string | null;
  clock: Clock;
}): Source {
  return {
    async ask(question, signal) {
      const began = deps.clock.now();
      const fail = (failure: Failure): Answer => ({ ok: false, failure, tookMs: since(began, deps.clock) });

      const key = deps.keyFor(question.account.id);
      if (key === null || !canTravel(key)) return fail({ kind: 'key-missing' });

      const sent = await deps.transport.send(buildRequest(question, key), signal);
      if (!sent.ok) return fail(sent.failure);
      const parsed = parseAnswer(sent.response, question, deps.clock.now());
      if (!parsed.ok) return fail(presentable(parsed.failure, key));
      return { ok: true, connected: parsed.connected, tookMs: since(began, deps.clock) };
    },
  };
}

/** A key with blanks or letters from elsewhere cannot stand in a header, so it cannot be anybody's. */
function canTravel(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key);
}

/** The clock may have been set back meanwhile. */
function since(began: number, clock: Clock): number {
  return Math.max(0, clock.now() - began);
}
