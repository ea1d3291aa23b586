import { describe, expect, it } from 'vitest';
import { answerAsDeviceApi } from '../../../main/simulator/cloud-device.ts';
import { role } from '../../../main/simulator/keys.ts';
import { makeWorld } from './make.ts';

function ask(path: string, key: string | null = 'key') {
  const [pathname = '', query = ''] = path.split('?');
  return answerAsDeviceApi(makeWorld({ old: [role.terminalApi] }), {
    key,
    segments: pathname.split('/'),
    query: new URLSearchParams(query),
    requestId: 'REQ1',
  });
}

const account = 'merchants/ExampleMerchant';

describe('the simulated Cloud Device API lists', () => {
  it.each<[string, string, string[]]>([
    [
      'a whole account, SDK installations too',
      `${account}/connectedDevices`,
      ['V400m-324688179', 'S1F2-000158213605014', '5f0c1a52-sdk', 'AMS1-000168242800763'],
    ],
    [
      "one store by the vendor's ID",
      `${account}/connectedDevices?store=ST0000000000000000000002`,
      ['AMS1-000168242800763'],
    ],
  ])('%s', (_what, path, uniqueDeviceIds) => {
    expect(ask(path)).toEqual({ status: 200, body: { uniqueDeviceIds } });
  });
});

describe('the simulated Cloud Device API says of a device', () => {
  it.each([
    ['V400m-324688179', 'ONLINE'],
    ['P400Plus-123456789', 'OFFLINE'],
    ['5f0c1a52-sdk', 'ONLINE'],
  ])('%s that it is %s', (deviceId, status) => {
    expect(ask(`${account}/devices/${deviceId}/status`)).toEqual({ status: 200, body: { deviceId, status } });
  });

  it.each(['V400m-0', 'e285-123123123'])('%s that the account has none such', (deviceId) => {
    expect(ask(`${account}/devices/${deviceId}/status`)).toEqual({ status: 404, body: null });
  });
});

describe('the simulated Cloud Device API refuses', () => {
  it.each<[string, string, string | null, number, string]>([
    ['no key', `${account}/connectedDevices`, null, 401, '00_401'],
    ['an unknown key', `${account}/connectedDevices`, 'nonsense', 401, '00_401'],
    ['a key without roles', `${account}/connectedDevices`, 'roleless', 403, '00_403'],
    ['a key for the older API', `${account}/devices/V400m-324688179/status`, 'old', 403, '00_403'],
    ['the key of another account', `${account}/connectedDevices`, 'key-2', 403, '00_403'],
    ['an unknown account', 'merchants/Nobody/connectedDevices', 'key', 403, '00_403'],
    ['an unknown store', `${account}/connectedDevices?store=ST9`, 'key', 403, '00_403'],
    ['a store by its reference', `${account}/connectedDevices?store=AMS-01`, 'key', 403, '00_403'],
  ])('%s', (_what, path, key, status, errorCode) => {
    expect(ask(path, key)).toMatchObject({
      status,
      body: { status, errorCode, requestId: 'REQ1' },
    });
  });

  it.each(['', 'merchants', account, `${account}/connectedDevices/x`, `${account}/devices/V400m-1`])(
    'to know the address %j',
    (path) => {
      expect(ask(path)).toBeNull();
    },
  );
});
