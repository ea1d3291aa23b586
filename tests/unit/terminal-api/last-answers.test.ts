import { describe, expect, it } from 'vitest';
import { rememberAnswers } from '../../../main/terminal-api/last-answers.ts';
import type { ApiRequest } from '../../../main/terminal-api/request.ts';
import type { Sent } from '../../../main/terminal-api/transport.ts';

const key = 'AQEsecretsecretsecretsecret';

function post(body: string): ApiRequest {
  return {
    method: 'POST',
    url: new URL('https://terminal-api-test.adyen.com/connectedTerminals'),
    headers: { 'x-api-key': key },
    body,
  };
}

const get: ApiRequest = {
  method: 'GET',
  url: new URL('https://device-api-test.adyen.com/v1/devices?store=ST1'),
  headers: { 'x-api-key': key },
};

function answer(body: string, headers = {}): Sent {
  return { ok: true, response: { host: 'h', status: 200, headers, body } };
}

/** @param answers in the order in which they are given */
function makeMemory(...answers: Sent[]) {
  let now = 1_000;
  const waiting = [...answers];
  const { transport, last } = rememberAnswers(
    {
      async send() {
        now += 30;
        return (await Promise.resolve(waiting.shift())) ?? answer('');
      },
      close: async () => {},
    },
    { now: () => now },
  );
  return { transport, last };
}

describe('the memory of answers', () => {
  it('passes them on as they are, and holds what was asked, how it was answered and how long that took', async () => {
    const given = answer('{"a":1}', { date: 'today', 'set-cookie': 'session=1' });
    const { transport, last } = makeMemory(given);
    expect(await transport.send(post('{}'))).toBe(given);
    expect(last()).toEqual([
      {
        at: 1_000,
        tookMs: 30,
        asked: { method: 'POST', url: 'https://terminal-api-test.adyen.com/connectedTerminals', body: '{}' },
        answer: { status: 200, headers: { date: 'today' }, body: '{"a":1}', length: 7 },
      },
    ]);
  });

  it('holds a failure as such', async () => {
    const failure = { kind: 'dns', host: 'h', code: 'ENOTFOUND' } as const;
    const { transport, last } = makeMemory({ ok: false, failure });
    await transport.send(get);
    expect(last()).toMatchObject([{ asked: { method: 'GET', body: null }, answer: { failure } }]);
  });

  it('never holds the key that was sent', async () => {
    const { transport, last } = makeMemory();
    await transport.send(post('{}'));
    await transport.send(get);
    expect(JSON.stringify(last())).not.toContain(key);
  });

  it('holds of a long answer its begin, and how long it was', async () => {
    const { transport, last } = makeMemory(answer('x'.repeat(500_000)));
    await transport.send(get);
    expect(last()).toMatchObject([{ answer: { body: 'x'.repeat(4_000), length: 500_000 } }]);
  });

  it('holds the last answer to each of the last twenty questions', async () => {
    const { transport, last } = makeMemory(answer('first'));
    await transport.send(get);
    for (let count = 0; count < 25; count++) await transport.send(post(`${count}`));
    await transport.send(post('24'));
    expect(last().map(({ asked }) => asked.body)).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 5}`));
  });
});
