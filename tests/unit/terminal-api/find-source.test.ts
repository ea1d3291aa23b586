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

describe('the source in use', () => {
  it.each<[string, Answer, Answer, object]>([
    [
      'refused, older answers',
      fails(forbidden),
      lists('V400m-1'),
      { use: 'connected-terminals', why: 'refused', refusal: forbidden },
    ],
    [
      'not let in, older answers',
      fails(unauthorized),
      lists(),
      { use: 'connected-terminals', why: 'refused', refusal: unauthorized },
    ],
    [
      'refused by both',
      fails(forbidden),
      fails(unauthorized),
      { use: null, refusal: forbidden, answer: fails(unauthorized) },
    ],
    [
      'refused, older has a problem',
      fails(forbidden),
      fails(down),
      { use: null, refusal: forbidden, answer: fails(down) },
    ],
    [
      'empty, older lists',
      lists(),
      lists('V400m-1'),
      { use: 'connected-terminals', why: 'empty', answer: lists('V400m-1') },
    ],
    ['both empty', lists(), lists(), { use: 'connected-terminals', why: 'empty' }],
    ['empty, older refuses', lists(), fails(forbidden), { use: 'cloud-device', why: 'answered' }],
    ['empty, older has a problem', lists(), fails(down), { use: null, refusal: null, answer: fails(down) }],
  ])('where the Cloud Device API is: %s', async (_what, newer, older, found) => {
    expect(await find(newer, older)).toMatchObject({
      found,
      asked: ['cloud-device', 'connected-terminals'],
    });
  });

  it('is the Cloud Device API where it lists something, and nobody else is asked', async () => {
    expect(await find(lists('V400m-1'), lists('V400m-1'))).toEqual({
      found: { use: 'cloud-device', why: 'answered', answer: lists('V400m-1') },
      asked: ['cloud-device'],
    });
  });

  it.each([down, limited, blocked])(
    'is not chosen by what is no verdict on the key: $kind',
    async (failure) => {
      expect(await find(fails(failure), lists('V400m-1'))).toEqual({
        found: { use: null, refusal: null, answer: fails(failure) },
        asked: ['cloud-device'],
      });
    },
  );
});
