import { describe, expect, test } from 'vitest';
import type { SetupAnswer } from '../../../../preload/contract.ts';
import type { Failure } from '../../../../renderer/model.ts';
import {
  isAnswered,
  meaningOf,
  mendingsOf,
  stepOf,
  type Meaning,
  type Question,
} from '../../../../renderer/setup/answers.ts';

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

const network = { host: 'adyen.com', code: 'E' };

describe('where a failure can be mended', () => {
  test.each<[string, Failure, string[]]>([
    ['no address', { kind: 'dns', ...network }, ['network']],
    ['a proxy', { kind: 'proxy', reason: 'password', proxy: null, ...network }, ['network']],
    ['a strange certificate', { kind: 'tls', reason: 'inspected', issuer: null, ...network }, ['network']],
    ['no key', { kind: 'key-missing' }, ['key']],
    ['a refused key', { kind: 'unauthorized', vendor }, ['key']],
    ['an account that is not seen', { kind: 'forbidden', reason: 'account', vendor }, ['merchant']],
    ['a store that is not known', { kind: 'forbidden', reason: 'store', vendor }, ['stores']],
    ['a key without the role', { kind: 'forbidden', reason: 'role', vendor }, ['key']],
    ["Adyen's own trouble", { kind: 'server-error', vendor, retryAfterMs: null }, []],
  ])('%s', (_what, failure, places) => {
    expect(mendingsOf([failure, failure])).toEqual(places);
  });
});

test.each([
  [listed(0), true],
  [failed({ kind: 'unauthorized', vendor }), true],
  [failed({ kind: 'unreadable', reason: 'captive-portal' }), true],
  [failed({ kind: 'timeout', host: 'adyen.com', stage: 'headers', seconds: 8 }), false],
  [failed({ kind: 'tcp', ...network }), false],
])('whether anything came back: %j', (answer, expected) => {
  expect(isAnswered(answer)).toBe(expected);
});

test.each([
  ['endpoint', 'where'],
  ['source', 'where'],
  ['key', 'key'],
  ['merchantAccount', 'merchant'],
  ['stores.2.name', 'stores'],
  ['root.stores', 'stores'],
] as const)('the field %s stands in the step %s', (field, step) => {
  expect(stepOf(field)).toBe(step);
});
