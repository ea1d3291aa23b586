import { createWorld, type World } from '../../../main/simulator/world.ts';

/** Two merchant accounts; `key` may use the first, `key-2` the second, `roleless` lacks the role. */
export function makeWorld(): World {
  return createWorld([
    {
      merchantAccount: 'ExampleMerchant',
      keys: ['key'],
      keysWithoutRole: ['roleless'],
      stores: [
        {
          reference: 'AMS-01',
          id: 'ST0000000000000000000001',
          name: 'Amsterdam',
          terminals: [
            { poiid: 'V400m-324688179', connected: true },
            { poiid: 'S1F2-000158213605014', connected: true },
            { poiid: 'P400Plus-123456789', connected: false },
          ],
        },
        {
          reference: 'UTR-01',
          id: 'ST0000000000000000000002',
          name: 'Utrecht',
          terminals: [{ poiid: 'AMS1-000168242800763', connected: true }],
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
  ]);
}
