import { describe, expect, it } from 'vitest';
import type { RawResponse } from '../../../main/terminal-api/failures.ts';
import { createManagement } from '../../../main/terminal-api/management.ts';
import type { ApiRequest } from '../../../main/terminal-api/request.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeAccount, makeResponse } from './make.ts';

/** Answers one request after the other; the last answer stays. */
function makeVendor(...answers: RawResponse[]) {
  const asked: string[] = [];
  const clock = createVirtualClock();
  const management = createManagement({
    clock,
    keyFor: () => 'key',
    transport: {
      send: ({ url }: ApiRequest) => {
        const response = answers[Math.min(asked.length, answers.length - 1)] ?? makeResponse(404, '');
        asked.push(url.pathname + url.search);
        return Promise.resolve({ ok: true, response });
      },
      close: () => Promise.resolve(),
    },
  });
  return { asked, clock, management };
}

const account = makeAccount();
const page = (pagesTotal: number, ...data: unknown[]) =>
  makeResponse(200, { itemsTotal: 99, pagesTotal, data, _links: {} });
const limited = (retryAfter?: string) => makeResponse(429, '', { 'retry-after': retryAfter });

describe('a list', () => {
  it('is read page by page to its end, and what shows up twice counts once', async () => {
    const { asked, management } = makeVendor(
      page(3, { id: 'ST1' }, { id: 'ST2' }),
      page(3, { id: 'ST2' }),
      page(3, { id: 'ST3' }),
    );
    expect(await management.listStores(account)).toMatchObject({
      ok: true,
      value: [{ id: 'ST1' }, { id: 'ST2' }, { id: 'ST3' }],
    });
    expect(asked).toEqual(
      [1, 2, 3].map((at) => `/v3/merchants/ExampleMerchant/stores?pageNumber=${at}&pageSize=100`),
    );
  });

  it('of terminals asks for those of the account', async () => {
    const { asked, management } = makeVendor(page(1));
    await management.listTerminals(account);
    expect(asked).toEqual(['/v3/terminals?merchantIds=ExampleMerchant&pageNumber=1&pageSize=50']);
  });

  it.each([
    ['204', makeResponse(204, '', { 'content-type': undefined })],
    ['no data', makeResponse(200, { itemsTotal: 0, pagesTotal: 0 })],
  ])('with %s is empty', async (_what, response) => {
    expect(await makeVendor(response).management.listStores(account)).toEqual({ ok: true, value: [] });
  });

  it('that would never end is refused', async () => {
    const { asked, management } = makeVendor(page(1_000_000, { id: 'ST1' }));
    expect(await management.listStores(account)).toEqual({
      ok: false,
      failure: { kind: 'unreadable', reason: 'too-large' },
    });
    expect(asked).toHaveLength(1);
  });

  it('of which a page fails is none', async () => {
    const { management } = makeVendor(page(2, { id: 'ST1' }), makeResponse(503, ''));
    expect(await management.listStores(account)).toMatchObject({
      ok: false,
      failure: { kind: 'server-error' },
    });
  });

  it.each<[unknown, string]>([
    [{ data: [] }, 'wrong-shape'],
    [{ pagesTotal: 1, data: [{ reference: 'AMS-01' }] }, 'wrong-shape'],
    [{ pagesTotal: 'many', data: [] }, 'wrong-shape'],
    ['<html>', 'captive-portal'],
    ['', 'not-json'],
  ])('is not %j', async (body, reason) => {
    expect(await makeVendor(makeResponse(200, body)).management.listStores(account)).toEqual({
      ok: false,
      failure: { kind: 'unreadable', reason },
    });
  });
});

describe('a listed store', () => {
  it.each<[object, object]>([
    [
      { id: 'ST1', reference: ' AMS-01 ', description: 'Amsterdam', status: 'closed', address: {} },
      { id: 'ST1', reference: 'AMS-01', name: 'Amsterdam', status: 'closed' },
    ],
    [{ id: 'ST1' }, { id: 'ST1', reference: '', name: '', status: 'unknown' }],
    [
      { id: 'ST1', reference: 7, description: null, status: 'haunted' },
      { id: 'ST1', reference: '', name: '', status: 'unknown' },
    ],
  ])('%j', async (entry, store) => {
    expect(await makeVendor(page(1, entry)).management.listStores(account)).toEqual({
      ok: true,
      value: [store],
    });
  });
});

describe('a listed terminal', () => {
  it.each<[object, object]>([
    [
      {
        id: 'V400m-324688179',
        model: 'V400m',
        restartLocalTime: '04:30',
        cloudDeviceApiEndpoint: 'https://device-api-live-us.adyen.com/v1',
        assignment: { companyId: 'C', merchantId: 'M', storeId: 'ST1', status: 'boarded' },
      },
      {
        poiid: 'V400m-324688179',
        status: 'boarded',
        merchantAccount: 'M',
        storeId: 'ST1',
        restartTime: '04:30',
        region: 'us',
      },
    ],
    [
      { id: 'V400m-1', assignment: { companyId: 'C', status: 'inventory' } },
      {
        poiid: 'V400m-1',
        status: 'inventory',
        merchantAccount: null,
        storeId: null,
        restartTime: null,
        region: null,
      },
    ],
    [{ id: 'V400m-1', assignment: { status: 'new thing' } }, { status: 'unknown' }],
    [
      { id: 'V400m-1', assignment: null, restartLocalTime: '25:00' },
      { status: 'unknown', restartTime: null },
    ],
  ])('%j', async (entry, terminal) => {
    expect(await makeVendor(page(1, entry)).management.listTerminals(account)).toMatchObject({
      ok: true,
      value: [terminal],
    });
  });
});

describe('over the limit', () => {
  it('a list waits as long as it is told, and asks the same page again', async () => {
    const { asked, clock, management } = makeVendor(limited('20'), page(1, { id: 'ST1' }));
    const stores = management.listStores(account);
    await clock.advance(19_999);
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    expect(await stores).toMatchObject({ ok: true, value: [{ id: 'ST1' }] });
    expect(new Set(asked)).toHaveLength(1);
  });

  it('a list waits longer each time where it is not told, and gives up in the end', async () => {
    const { asked, clock, management } = makeVendor(
      makeResponse(500, { status: 500, errorCode: '00_500', detail: 'too many requests' }),
    );
    const stores = management.listStores(account);
    const after: number[] = [];
    for (const ms of [0, 5000, 10_000, 20_000, 40_000]) {
      await clock.advance(ms);
      after.push(asked.length);
    }
    expect(after).toEqual([1, 2, 3, 4, 5]);
    expect(await stores).toMatchObject({ ok: false, failure: { kind: 'rate-limited' } });
    expect(clock.pending()).toBe(0);
  });

  it('a list does not wait where that takes minutes', async () => {
    const { asked, management } = makeVendor(limited('3600'));
    expect(await management.listStores(account)).toMatchObject({
      ok: false,
      failure: { kind: 'rate-limited', retryAfterMs: 3_600_000 },
    });
    expect(asked).toHaveLength(1);
  });

  it.each([true, false])('the wait ends with the signal (before it began: %s)', async (before) => {
    const { asked, clock, management } = makeVendor(limited('20'));
    const aborter = new AbortController();
    if (before) aborter.abort();
    const stores = management.listStores(account, { signal: aborter.signal });
    await clock.advance(0);
    aborter.abort();
    expect(await stores).toMatchObject({ ok: false, failure: { kind: 'rate-limited' } });
    expect([asked.length, clock.pending()]).toEqual([1, 0]);
  });
});

describe('who a key is', () => {
  const me = {
    id: 'S2-1',
    username: 'ws@Company.ExampleCo',
    companyName: 'ExampleCo',
    active: true,
    allowedIpAddresses: ['192.0.2.7'],
    roles: ['Cloud Device API role'],
    clientKey: 'test_x',
  };

  it('says its roles and where it may be used from', async () => {
    expect(await makeVendor(makeResponse(200, me)).management.whoAmI(account)).toEqual({
      ok: true,
      value: {
        username: 'ws@Company.ExampleCo',
        company: 'ExampleCo',
        active: true,
        allowedIpAddresses: ['192.0.2.7'],
        roles: ['Cloud Device API role'],
      },
    });
  });

  it.each([{ ...me, roles: undefined }, { ...me, active: 'yes' }, []])('is not %j', async (body) => {
    expect(await makeVendor(makeResponse(200, body)).management.whoAmI(account)).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable', reason: 'wrong-shape' },
    });
  });

  it('is not told by 204', async () => {
    expect(await makeVendor(makeResponse(204, '')).management.whoAmI(account)).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable', reason: 'not-json' },
    });
  });
});

describe('the settings of a terminal', () => {
  it.each<[object, object]>([
    [
      { signature: { deviceName: 'Amsterdam-236203386' }, hardware: { restartHour: 4 } },
      { deviceName: 'Amsterdam-236203386', restartHour: 4 },
    ],
    [{}, { deviceName: '', restartHour: null }],
    [
      { signature: null, hardware: { restartHour: 24 } },
      { deviceName: '', restartHour: null },
    ],
  ])('%j', async (body, value) => {
    const { asked, management } = makeVendor(makeResponse(200, body));
    expect(await management.terminalSettings(account, 'V400m-1')).toEqual({ ok: true, value });
    expect(asked).toEqual(['/v3/terminals/V400m-1/terminalSettings']);
  });
});
