import { beforeEach, describe, expect, it } from 'vitest';
import { readKeyFacts } from '../../../main/import/key-facts.ts';
import { createManagement } from '../../../main/terminal-api/management.ts';
import type { RawResponse } from '../../../main/terminal-api/failures.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';
import { makeAccount, makeResponse } from '../terminal-api/make.ts';

let clock: VirtualClock;
let sent: number;
beforeEach(() => {
  clock = createVirtualClock();
  sent = 0;
});

/** @param answer null: none comes before the signal ends it */
function read(answer: RawResponse | null) {
  const management = createManagement({
    clock,
    keyFor: () => 'key',
    transport: {
      send(_request, signal) {
        sent += 1;
        if (answer) return Promise.resolve({ ok: true, response: answer });
        const failure = { kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 } as const;
        return new Promise((resolve) => {
          signal?.addEventListener('abort', () => resolve({ ok: false, failure }));
        });
      },
      close: () => Promise.resolve(),
    },
  });
  return readKeyFacts(management, makeAccount(), clock);
}

const me = {
  username: 'ws_1@Company.ExampleCompany',
  companyName: 'ExampleCompany',
  active: true,
  roles: ['Cloud Device API role', 'Management API — Stores read'],
  allowedIpAddresses: ['192.0.2.7'],
};

describe('what Adyen says of a key', () => {
  it('is what it may do, and where from', async () => {
    expect(await read(makeResponse(200, me))).toEqual({
      abilities: { cloudDevice: true, stores: true, terminals: false, terminalSettings: false },
      allowedIpAddresses: ['192.0.2.7'],
    });
    expect([sent, clock.pending()]).toEqual([1, 0]);
  });

  it.each([
    ['it has no role that may ask', makeResponse(403, { errorCode: '00_403' })],
    ['Adyen does not know it', makeResponse(401, { errorCode: '00_401' })],
    ['the answer is another one', makeResponse(200, { hello: 'there' })],
    ['Adyen has a problem', makeResponse(503, '')],
  ])('is nothing where %s', async (_, answer) => {
    expect(await read(answer)).toBeNull();
  });

  it('is nothing where no answer comes soon, or Adyen wants to be left alone', async () => {
    for (const answer of [null, makeResponse(429, '', { 'retry-after': '20' })]) {
      const facts = read(answer);
      await clock.advance(3_000);
      expect(await facts).toBeNull();
      expect(clock.pending()).toBe(0);
    }
    expect(sent).toBe(2);
  });
});
