import { describe, expect, it } from 'vitest';
import type { Failure, VendorError } from '../../../main/monitor/failure.ts';
import type { Answer, Source } from '../../../main/monitor/source.ts';
import { findSource } from '../../../main/terminal-api/find-source.ts';
import { makeAccount } from './make.ts';

const vendor: VendorError = { status: 403, code: '00_403', message: '', reference: '' };
const forbidden: Failure = { kind: 'forbidden', reason: 'role', vendor };
const unauthorized: Failure = { kind: 'unauthorized', vendor };
const down: Failure = { kind: 'server-error', vendor, retryAfterMs: null };
const limited: Failure = { kind: 'rate-limited', vendor, retryAfterMs: null };
const blocked: Failure = { kind: 'dns', host: 'device-api-live.adyen.com', code: 'ENOTFOUND' };

const lists = (...connected: string[]): Answer => ({ ok: true, connected, tookMs: 1 });
const fails = (failure: Failure): Answer => ({ ok: false, failure, tookMs: 1 });

async function find(newer: Answer, older: Answer) {
  const asked: string[] = [];
  const makeSource = (name: string, answer: Answer): Source => ({
    ask: () => {
      asked.push(name);
      return Promise.resolve(answer);
    },
  });
  const found = await findSource(
    { kind: 'store', account: makeAccount(), store: 'AMS-01' },
    {
      'cloud-device': makeSource('cloud-device', newer),
      'connected-terminals': makeSource('connected-terminals', older),
    },
  );
  return { found, asked };
}

const refused = (refusal: Failure) => ({
  use: 'connected-terminals',
  why: 'refused',
  refusal,
  asked: 'store',
});
const answered = { use: 'cloud-device', why: 'answered' };
const empty = { use: 'connected-terminals', why: 'empty' };

describe('the source that is found', () => {
  it.each<[string, Answer, Answer, object]>([
    [
      'refused, older answers',
      fails(forbidden),
      lists('V400m-1'),
      { finding: refused(forbidden), answer: lists('V400m-1'), certain: true },
    ],
    [
      'not let in, older answers',
      fails(unauthorized),
      lists(),
      { finding: refused(unauthorized), answer: lists(), certain: true },
    ],
    [
      'refused by both',
      fails(forbidden),
      fails(unauthorized),
      { finding: refused(forbidden), answer: fails(unauthorized), certain: false },
    ],
    [
      'refused, older has a problem',
      fails(forbidden),
      fails(down),
      { finding: refused(forbidden), answer: fails(down), certain: false },
    ],
    [
      'empty, older lists',
      lists(),
      lists('V400m-1'),
      { finding: empty, answer: lists('V400m-1'), certain: false },
    ],
    ['both empty', lists(), lists(), { finding: empty, answer: lists(), certain: false }],
    [
      'empty, older refuses',
      lists(),
      fails(forbidden),
      { finding: answered, answer: lists(), certain: true },
    ],
    [
      'empty, older has a problem',
      lists(),
      fails(down),
      { finding: empty, answer: fails(down), certain: false },
    ],
  ])('where the Cloud Device API is: %s', async (_what, newer, older, found) => {
    expect(await find(newer, older)).toEqual({ found, asked: ['cloud-device', 'connected-terminals'] });
  });

  it('is the Cloud Device API where it lists something, and nobody else is asked', async () => {
    expect(await find(lists('V400m-1'), lists('V400m-1'))).toEqual({
      found: { finding: answered, answer: lists('V400m-1'), certain: true },
      asked: ['cloud-device'],
    });
  });

  it.each([down, limited, blocked])(
    'is not settled by what is no verdict on the key: $kind',
    async (failure) => {
      expect(await find(fails(failure), lists('V400m-1'))).toEqual({
        found: {
          finding: { use: 'connected-terminals', why: 'failed', failure },
          answer: null,
          certain: false,
        },
        asked: ['cloud-device'],
      });
    },
  );
});
