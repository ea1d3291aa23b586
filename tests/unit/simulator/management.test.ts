import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { role } from '../../../main/simulator/keys.ts';
import { answerAsManagement } from '../../../main/simulator/management.ts';
import { createGate } from '../../../main/simulator/rate-limit.ts';
import { createWorld, type World } from '../../../main/simulator/world.ts';
import { makeWorld } from './make.ts';

function ask(path: string, key: string | null = 'key', world = makeWorld({ old: [role.cloudDevice] })) {
  const [pathname = '', query = ''] = path.split('?');
  return answerAsManagement(world, {
    key,
    segments: pathname.split('/'),
    query: new URLSearchParams(query),
    requestId: 'REQ1',
  });
}

/** `count` terminals, V400m-001 and so on. */
function makeCrowd(count: number): World {
  const terminals = Array.from({ length: count }, (_, at) => ({
    poiid: `V400m-${String(at + 1).padStart(3, '0')}`,
    connected: true,
  }));
  return createWorld([
    {
      merchantAccount: 'Crowd',
      keys: ['key'],
      stores: [{ reference: 'A', id: 'ST1', name: 'A', terminals }],
    },
  ]);
}

const linksOf = z.looseObject({ _links: z.looseObject({}) });

describe('the simulated Management API pages', () => {
  it.each<[string, { length: number; first?: string; links: string[] }]>([
    ['terminals', { length: 20, first: 'V400m-001', links: ['self', 'first', 'last', 'next'] }],
    [
      'terminals?pageNumber=2&pageSize=100',
      { length: 100, first: 'V400m-101', links: ['self', 'first', 'last', 'next', 'prev'] },
    ],
    [
      'terminals?pageNumber=3&pageSize=100',
      { length: 50, first: 'V400m-201', links: ['self', 'first', 'last', 'prev'] },
    ],
    [
      'terminals?pageSize=1000',
      { length: 100, first: 'V400m-001', links: ['self', 'first', 'last', 'next'] },
    ],
    ['terminals?pageNumber=99', { length: 0, links: ['self', 'first', 'last', 'prev'] }],
    ['terminals?searchQuery=-25', { length: 1, first: 'V400m-250', links: ['self', 'first', 'last'] }],
  ])('%s', (path, { length, first, links }) => {
    const body = linksOf.parse(ask(path, 'key', makeCrowd(250))?.body);
    expect(body).toHaveProperty('data.length', length);
    if (first !== undefined) expect(body).toHaveProperty('data.0.id', first);
    expect(Object.keys(body._links)).toEqual(links);
  });

  it('and counts over all of them', () => {
    expect(ask('terminals?pageSize=100', 'key', makeCrowd(250))?.body).toMatchObject({
      itemsTotal: 250,
      pagesTotal: 3,
    });
  });
});

describe('the simulated Management API answers', () => {
  it.each<[string, object]>([
    ['me', { username: 'ws@Company.ExampleCompany', companyName: 'ExampleCompany', active: true }],
    ['me', { roles: Object.values(role), allowedIpAddresses: ['192.0.2.7'] }],
    ['merchants', { itemsTotal: 1, data: [{ id: 'ExampleMerchant', companyId: 'ExampleCompany' }] }],
    [
      'merchants/ExampleMerchant/stores',
      {
        itemsTotal: 2,
        data: [
          { id: 'ST0000000000000000000001', reference: 'AMS-01', description: 'Amsterdam', status: 'active' },
          { reference: 'UTR-01', merchantId: 'ExampleMerchant' },
        ],
      },
    ],
    ['merchants/ExampleMerchant/stores?reference=UTR-01', { itemsTotal: 1 }],
    ['stores?merchantId=ExampleMerchant', { itemsTotal: 2 }],
    ['stores/ST0000000000000000000002', { reference: 'UTR-01' }],
    ['merchants/ExampleMerchant/stores/ST0000000000000000000002', { reference: 'UTR-01' }],
    ['terminals', { itemsTotal: 4 }],
    ['terminals?merchantIds=OtherMerchant,ExampleMerchant', { itemsTotal: 4 }],
    ['terminals?merchantIds=OtherMerchant', { itemsTotal: 0, data: [] }],
    [
      'terminals?storeIds=ST0000000000000000000002',
      {
        data: [
          {
            id: 'AMS1-000168242800763',
            model: 'AMS1',
            serialNumber: '000168242800763',
            restartLocalTime: '06:00',
            lastActivityAt: '2026-11-24T09:30:00+01:00',
            cloudDeviceApiEndpoint: 'https://device-api-live.adyen.com',
            assignment: {
              companyId: 'ExampleCompany',
              merchantId: 'ExampleMerchant',
              storeId: 'ST0000000000000000000002',
              status: 'boarded',
            },
          },
        ],
      },
    ],
    ['terminals?searchQuery=V400m&storeIds=ST0000000000000000000002', { itemsTotal: 1 }],
    [
      'terminals/V400m-324688179/terminalSettings',
      { signature: { deviceName: 'Till 1' }, hardware: { restartHour: 4 } },
    ],
    ['terminals/S1F2-000158213605014/terminalSettings', { hardware: { restartHour: 6 } }],
  ])('%s', (path, body) => {
    expect(ask(path)).toMatchObject({ status: 200, body });
  });

  it('with no content where there is no store', () => {
    expect(ask('merchants/EmptyMerchant/stores', 'key-3')).toEqual({ status: 204, body: null });
  });

  it('with no store for a terminal in the inventory', () => {
    const world = makeCrowd(1);
    Object.assign(world.accounts[0]?.stores[0]?.terminals[0] ?? {}, { status: 'inventory' });
    expect(ask('terminals', 'key', world)).toHaveProperty('body.data.0.assignment', {
      companyId: 'ExampleCompany',
      status: 'inventory',
    });
  });
});

describe('the simulated Management API refuses', () => {
  it.each<[string, string | null, number, string]>([
    ['me', null, 401, '00_401'],
    ['me', 'nonsense', 401, '00_401'],
    ['me', 'roleless', 403, '00_403'],
    ['me', 'old', 403, '00_403'],
    ['merchants', 'old', 403, '00_403'],
    ['terminals', 'old', 403, '00_403'],
    ['merchants/ExampleMerchant/stores', 'old', 403, '00_403'],
    ['merchants/ExampleMerchant/stores', 'key-2', 403, '00_403'],
    ['stores/ST0000000000000000000001', 'key-2', 403, '00_403'],
    ['terminals/V400m-324688179/terminalSettings', 'key-2', 403, '00_403'],
    ['terminals/V400m-324688179/terminalSettings', 'old', 403, '00_403'],
  ])('%s for the key %j', (path, key, status, errorCode) => {
    expect(ask(path, key)).toMatchObject({
      status,
      body: { status, errorCode, requestId: 'REQ1' },
    });
  });

  it.each(['', 'terminals/V400m-324688179', 'companies'])('to know the address %j', (path) => {
    expect(ask(path)).toBeNull();
  });
});

it('a limit blocks until its window ends', () => {
  const passes = createGate({ requests: 2, windowMs: 1000 });
  expect([0, 10, 20, 999, 1000, 1500, 1600].map(passes)).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});
