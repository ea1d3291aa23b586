import { describe, expect, test } from 'vitest';
import type { SetupAnswer } from '../../../../preload/contract.ts';
import { meaningOf, type Meaning, type Question } from '../../../../renderer/setup/answers.ts';

const asked = { host: 'terminal-api-test.adyen.com', tookMs: 100, facts: null };
const listed = (connected: number): SetupAnswer => ({ ...asked, ok: true, connected });
const failed = (failure: Extract<SetupAnswer, { ok: false }>['failure']): SetupAnswer => ({
  ...asked,
  ok: false,
  failure,
});
const vendor = { status: 403, code: '', message: '', reference: '' };

describe('what an answer means', () => {
  test.each<{ what: string; answer: SetupAnswer; means: Record<Question, Meaning> }>([
    { what: 'a list', answer: listed(3), means: { where: 'good', key: 'good', merchant: 'good' } },
    { what: 'an empty list', answer: listed(0), means: { where: 'good', key: 'good', merchant: 'doubtful' } },
    {
      what: 'a refusal of the key',
      answer: failed({ kind: 'unauthorized', vendor }),
      means: { where: 'good', key: 'bad', merchant: 'bad' },
    },
    {
      what: 'a refusal of the account',
      answer: failed({ kind: 'forbidden', reason: 'account', vendor }),
      means: { where: 'good', key: 'good', merchant: 'bad' },
    },
    {
      what: 'a request that is not valid',
      answer: failed({ kind: 'invalid-request', vendor }),
      means: { where: 'good', key: 'good', merchant: 'bad' },
    },
    {
      what: 'no network',
      answer: failed({ kind: 'offline' }),
      means: { where: 'bad', key: 'bad', merchant: 'bad' },
    },
  ])('$what', ({ answer, means }) => {
    const questions = ['where', 'key', 'merchant'] as const;
    expect(Object.fromEntries(questions.map((question) => [question, meaningOf(question, answer)]))).toEqual(
      means,
    );
  });
});
