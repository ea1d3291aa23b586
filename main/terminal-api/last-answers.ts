import type { Clock } from '../monitor/clock.ts';
import type { Failure } from '../monitor/failure.ts';
import type { Transport } from './transport.ts';

/** What was asked, without the key, and what came back. */
export interface LastAnswer {
  /** Epoch ms. */
  at: number;
  tookMs: number;
  asked: { method: 'GET' | 'POST'; url: string; body: string | null };
  answer:
    | {
        status: number;
        headers: Readonly<Record<string, string | string[] | undefined>>;
        body: string;
        length: number;
      }
    | { failure: Failure };
}

/** Of that many questions, those that were asked last. */
const mostQuestions = 20;
/** Characters; enough for every error, and for the begin of a list. */
const longestBody = 4_000;

/**
 * A transport that remembers the last answer to each question, for somebody who has to find out what an unexpected one
 * looks like. In memory only. Request headers are not kept: the key is in them.
 */
export function rememberAnswers(
  transport: Transport,
  clock: Pick<Clock, 'now'>,
): { transport: Transport; last: () => LastAnswer[] } {
  const answers = new Map<string, LastAnswer>();
  return {
    transport: {
      ...transport,
      async send(request, signal) {
        const at = clock.now();
        const sent = await transport.send(request, signal);
        const asked = {
          method: request.method,
          url: request.url.href,
          body: request.method === 'POST' ? request.body : null,
        };
        const question = JSON.stringify(asked);
        // To the end: the first one is the oldest.
        answers.delete(question);
        answers.set(question, { at, tookMs: Math.max(0, clock.now() - at), asked, answer: kept(sent) });
        for (const oldest of [...answers.keys()].slice(0, -mostQuestions)) answers.delete(oldest);
        return sent;
      },
    },
    last: () => [...answers.values()],
  };
}

function kept(sent: Awaited<ReturnType<Transport['send']>>): LastAnswer['answer'] {
  if (!sent.ok) return { failure: sent.failure };
  const { status, headers, body } = sent.response;
  const { 'set-cookie': _, ...rest } = headers;
  // A copy: a part of a string keeps the whole of it in memory.
  const begin = Buffer.from(body.slice(0, longestBody)).toString();
  return { status, headers: rest, body: begin, length: body.length };
}
