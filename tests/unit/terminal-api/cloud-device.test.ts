import { describe, expect, it } from 'vitest';
import { buildDeviceRequest, parseDeviceAnswer } from '../../../main/terminal-api/cloud-device.ts';
import { makeStore } from '../monitor/make.ts';
import { askStore, askTerminal, makeAccount, makeResponse } from './make.ts';

describe('a question to the Cloud Device API', () => {
  const account = makeAccount({ environment: 'live', region: 'us', merchantAccount: 'Example/Merchant' });
  const base = 'https://device-api-live-us.adyen.com/v1/merchants/Example%2FMerchant';

  it.each([
    ['a whole account', { kind: 'account' as const, account }, '/connectedDevices'],
    [
      'a store',
      askStore('ST0000000000000000000001', account),
      '/connectedDevices?store=ST0000000000000000000001',
    ],
    ['a store with a reference', askStore('AMS 01', account), '/connectedDevices?store=AMS+01'],
    [
      'a store whose ID is known',
      askStore('AMS-01', { ...account, stores: [{ ...makeStore('AMS-01'), id: 'ST1' }] }),
      '/connectedDevices?store=ST1',
    ],
    ['a terminal', askTerminal('V400m-324688179', account), '/devices/V400m-324688179/status'],
    ['an installation', askTerminal('5f/0c', account), '/devices/5f%2F0c/status'],
  ])('about %s', (_what, question, address) => {
    expect(buildDeviceRequest(question, 'key')).toMatchObject({
      method: 'GET',
      url: new URL(base + address),
      headers: { 'x-api-key': 'key' },
    });
  });
});

describe('a list of devices', () => {
  const parse = (body: unknown) => parseDeviceAnswer(makeResponse(200, body), askStore(), 0);

  it.each<[unknown, string[]]>([
    [
      { uniqueDeviceIds: ['S1F2-000158215131748', '5f0c1a52-sdk', 'no hyphen'] },
      ['S1F2-000158215131748', '5f0c1a52-sdk', 'no hyphen'],
    ],
    [{ uniqueDeviceIds: [] }, []],
    [{}, []],
  ])('%j', (body, connected) => {
    expect(parse(body)).toEqual({ ok: true, connected, installations: true });
  });

  it.each<[unknown, string]>([
    [{ uniqueTerminalIds: ['V400m-1'] }, 'wrong-shape'],
    [{ uniqueDeviceIds: ['V400m-1', 7] }, 'wrong-shape'],
    [{ deviceId: 'V400m-1', status: 'ONLINE' }, 'wrong-shape'],
    ['<html>', 'captive-portal'],
    ['', 'not-json'],
    ['{"uniqueDeviceIds":["V4', 'truncated'],
  ])('is none: %j', (body, reason) => {
    expect(parse(body)).toEqual({ ok: false, failure: { kind: 'unreadable', reason } });
  });
});

describe('the status of a device', () => {
  const poiid = 'V400m-324688179';
  const parse = (status: number, body: unknown) =>
    parseDeviceAnswer(makeResponse(status, body), askTerminal(poiid), 0);

  it.each<[unknown, string[]]>([
    [{ deviceId: poiid, status: 'ONLINE' }, [poiid]],
    [{ deviceId: 'v400M-324688179', status: 'ONLINE' }, ['v400M-324688179']],
    [{ deviceId: poiid, status: 'OFFLINE' }, []],
  ])('%j', (body, connected) => {
    expect(parse(200, body)).toEqual({ ok: true, connected, installations: true });
  });

  it.each([
    { deviceId: 'V400m-0', status: 'OFFLINE' },
    { deviceId: poiid, status: 'SLEEPING' },
    { deviceId: poiid },
    { status: 'OFFLINE' },
    {},
    { uniqueDeviceIds: [] },
  ])('is not known from %j', (body) => {
    expect(parse(200, body)).toEqual({ ok: false, failure: { kind: 'unreadable', reason: 'wrong-shape' } });
  });

  const notFound = {
    type: 'https://docs.adyen.com/errors/not-found',
    title: 'Not found',
    status: 404,
    errorCode: '00_404',
    requestId: 'REQ1',
  };

  it.each<[string, object]>([
    ['in words', { ...notFound, detail: `Device ${poiid} was not found.` }],
    ['in quotes', { ...notFound, detail: `No device '${poiid.toLowerCase()}'` }],
    ['as a field', { ...notFound, invalidFields: [{ name: 'deviceId', value: poiid, message: 'x' }] }],
  ])('is not connected where the vendor does not find it, and names it %s', (_how, body) => {
    expect(parse(404, body)).toEqual({ ok: true, connected: [], installations: true });
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['a web page that names it', `<html>/v1/merchants/X/devices/${poiid}/status not found</html>`],
    ['an error that names nothing', { ...notFound, detail: 'Resource not found' }],
    ['an error that repeats the path', { ...notFound, instance: `/v1/merchants/X/devices/${poiid}/status` }],
    ['an error about another', { ...notFound, detail: `Device ${poiid}0 was not found` }],
    ['an error of a gateway', { message: `no Route matched with those values: ${poiid}` }],
    ['an error that calls itself otherwise', { ...notFound, status: 403, detail: poiid }],
  ])('is not known from a 404 with %s', (_what, body) => {
    expect(parse(404, body)).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
  });

  it('is not known where the list of a store is not found, whatever that names', () => {
    const answer = parseDeviceAnswer(
      makeResponse(404, { ...notFound, detail: 'AMS-01' }),
      askStore('AMS-01'),
      0,
    );
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
  });
});
