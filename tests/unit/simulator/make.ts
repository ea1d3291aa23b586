import { createWorld, type World } from '../../../main/simulator/world.ts';

/**
 * Two merchant accounts; `key` may use the first, `key-2` the second, `roleless` lacks every role.
 * @param rolesOfKeys more keys for the first, with their roles
 */
export function makeWorld(rolesOfKeys: Record<string, string[]> = {}): World {
  return createWorld([
    {
      merchantAccount: 'ExampleMerchant',
      company: 'ExampleCompany',
      keys: ['key', ...Object.keys(rolesOfKeys)],
      keysWithoutRole: ['roleless'],
      rolesOfKeys,
      allowedIpAddresses: ['192.0.2.7'],
      stores: [
        {
          reference: 'AMS-01',
          id: 'ST0000000000000000000001',
          name: 'Amsterdam',
          terminals: [
            { poiid: 'V400m-324688179', connected: true, deviceName: 'Till 1', restartHour: 4 },
            { poiid: 'S1F2-000158213605014', connected: true },
            { poiid: 'P400Plus-123456789', connected: false },
          ],
          installations: [{ poiid: '5f0c1a52-sdk', connected: true }],
        },
        {
          reference: 'UTR-01',
          id: 'ST0000000000000000000002',
          name: 'Utrecht',
          terminals: [
            {
              poiid: 'AMS1-000168242800763',
              connected: true,
              cloudDeviceApiEndpoint: 'https://device-api-live.adyen.com',
              lastActivityAt: '2026-11-24T09:30:00+01:00',
            },
          ],
        },
      ],
    },
    {
      merchantAccount: 'OtherMerchant',
      keys: ['key-2'],
      stores: [
        {
          reference: 'BRU-01',
          id: 'ST0000000000000000000003',
          name: 'Brussels',
          terminals: [{ poiid: 'e285-123123123', connected: true }],
        },
      ],
    },
    { merchantAccount: 'EmptyMerchant', keys: ['key-3'], stores: [] },
  ]);
}
