import type { Question, Source } from '../monitor/source.ts';
import { exchange, type ApiDeps } from './exchange.ts';
import type { RawResponse } from './failures.ts';
import type { Parsed } from './parse.ts';
import type { ApiRequest } from './request.ts';

/** What makes one source differ from another. */
export interface Dialect {
  build(question: Question, key: string): ApiRequest;
  /** @param now epoch ms */
  parse(response: RawResponse, question: Question, now: number): Parsed;
}

export function createSource(deps: ApiDeps, { build, parse }: Dialect): Source {
  const { clock } = deps;
  return {
    async ask(question, signal) {
      const began = clock.now();
      const outcome = await exchange<Extract<Parsed, { ok: true }>>(
        deps,
        {
          accountId: question.account.id,
          build: (key) => build(question, key),
          parse: (response, now) => parse(response, question, now),
        },
        signal,
      );
      // The clock may have been set back meanwhile.
      return { ...outcome, tookMs: Math.max(0, clock.now() - began) };
    },
  };
}
