import {
  Client,
  CloudDeviceAPI,
  Config,
  EnvironmentEnum,
  HttpClientException,
  HttpURLConnectionClient,
  ManagementAPI,
} from '@adyen/api-library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { role } from '../../main/simulator/keys.ts';
import { createSimulator, type Simulator } from '../../main/simulator/server.ts';
import { makeCertificates } from '../support/certificates.ts';
import { makeWorld } from '../unit/simulator/make.ts';

/*
 * The vendor's own client against the simulator: it was written by those who wrote the API, so what it can read is
 * right. It speaks TLS only and knows the vendor's hosts only, so the way to them is bent to loopback.
 */

let simulator: Simulator;
let ca: string;

beforeAll(async () => {
  const certificates = await makeCertificates('Acme');
  ca = certificates.ca;
  const world = makeWorld({ old: [role.terminalApi], new: [role.cloudDevice] });
  simulator = await createSimulator({ world, tls: certificates.server });
});

afterAll(() => simulator.close());

const hosts = /^https:\/\/(?:device-api|management)-test\.adyen\.com\//;

function makeClient(apiKey = 'key'): Client {
  const own = new HttpURLConnectionClient();
  return new Client(new Config({ apiKey, environment: EnvironmentEnum.TEST }), {
    request(endpoint, json, config, isApiKeyRequired, options) {
      expect(endpoint).toMatch(hosts);
      const bent = endpoint.replace(hosts, `${simulator.url}/`);
      return own.request(bent, json, config, isApiKeyRequired, { ...options, ca });
    },
  });
}

const devices = (key?: string) => new CloudDeviceAPI(makeClient(key)).CloudDeviceApi;
const management = (key?: string) => new ManagementAPI(makeClient(key));

/** What the client throws. */
async function thrownBy(call: Promise<unknown>): Promise<HttpClientException> {
  const error: unknown = await call.then(
    () => 'nothing',
    (thrown: unknown) => thrown,
  );
  if (error instanceof HttpClientException) return error;
  throw new Error(`not the client's own exception: ${String(error)}`);
}

describe('the Cloud Device API, as the vendor reads it', () => {
  it('lists connected devices of an account and of a store', async () => {
    expect(await devices().getConnectedDevices('ExampleMerchant')).toEqual({
      uniqueDeviceIds: ['V400m-324688179', 'S1F2-000158213605014', '5f0c1a52-sdk', 'AMS1-000168242800763'],
    });
    expect(await devices().getConnectedDevices('ExampleMerchant', 'ST0000000000000000000002')).toEqual({
      uniqueDeviceIds: ['AMS1-000168242800763'],
    });
  });

  it.each([
    ['V400m-324688179', 'ONLINE'],
    ['P400Plus-123456789', 'OFFLINE'],
  ])('says that %s is %s', async (deviceId, status) => {
    expect(await devices().getDeviceStatus('ExampleMerchant', deviceId)).toEqual({ deviceId, status });
  });

  it.each([
    ['wrong', 401, '00_401'],
    ['old', 403, '00_403'],
    ['key-2', 403, '00_403'],
  ])('refuses the key %j with %i', async (key, status, errorCode) => {
    const error = await thrownBy(devices(key).getConnectedDevices('ExampleMerchant'));
    expect(error).toMatchObject({ statusCode: status, errorCode, apiError: { status, errorCode } });
    expect(error.apiError?.type).toMatch(/^https:\/\/docs\.adyen\.com\/errors\//);
    expect(error.apiError?.title).toMatch(/./);
    expect(error.apiError?.detail).toMatch(/./);
    expect(error.apiError?.requestId).toMatch(/^SIMULATED\d+$/);
  });
});

describe('the Management API, as the vendor reads it', () => {
  it('pages through terminals', async () => {
    const { TerminalsTerminalLevelApi } = management();
    const ids: (string | undefined)[] = [];
    for (let page = 1, last = 1; page <= last; page += 1) {
      const listed = await TerminalsTerminalLevelApi.listTerminals(
        undefined,
        undefined,
        undefined,
        'ExampleMerchant',
        undefined,
        undefined,
        page,
        3,
      );
      last = listed.pagesTotal;
      ids.push(...(listed.data ?? []).map(({ id }) => id));
      expect(listed.itemsTotal).toBe(4);
      expect(listed._links?.next?.href === undefined).toBe(page === last);
    }
    expect(ids).toEqual([
      'V400m-324688179',
      'S1F2-000158213605014',
      'P400Plus-123456789',
      'AMS1-000168242800763',
    ]);
  });

  it('knows of a terminal what its types say', async () => {
    const listed = await management().TerminalsTerminalLevelApi.listTerminals('AMS1-');
    expect(listed.data).toMatchObject([
      {
        id: 'AMS1-000168242800763',
        model: 'AMS1',
        serialNumber: '000168242800763',
        restartLocalTime: '06:00',
        lastActivityAt: new Date('2026-11-24T08:30:00Z'),
        cloudDeviceApiEndpoint: 'https://device-api-live.adyen.com',
        assignment: {
          companyId: 'ExampleCompany',
          merchantId: 'ExampleMerchant',
          storeId: 'ST0000000000000000000002',
          status: 'boarded',
        },
      },
    ]);
  });

  it('lists stores, of an account and one by one', async () => {
    const { AccountStoreLevelApi } = management();
    const listed = await AccountStoreLevelApi.listStoresByMerchantId('ExampleMerchant', 1, 1);
    expect(listed).toMatchObject({ itemsTotal: 2, pagesTotal: 2, data: [{ reference: 'AMS-01' }] });
    expect(await AccountStoreLevelApi.getStoreById('ST0000000000000000000002')).toMatchObject({
      reference: 'UTR-01',
      description: 'Utrecht',
      status: 'active',
    });
    expect(await AccountStoreLevelApi.listStores(1, 10, 'UTR-01', 'ExampleMerchant')).toMatchObject({
      data: [{ id: 'ST0000000000000000000002' }],
    });
  });

  it('lists merchant accounts', async () => {
    expect(await management().AccountMerchantLevelApi.listMerchantAccounts()).toMatchObject({
      itemsTotal: 1,
      data: [{ id: 'ExampleMerchant', companyId: 'ExampleCompany', status: 'Active' }],
    });
  });

  it('says who the key is', async () => {
    expect(await management().MyAPICredentialApi.getApiCredentialDetails()).toMatchObject({
      username: 'ws@Company.ExampleCompany',
      companyName: 'ExampleCompany',
      active: true,
      roles: Object.values(role),
      allowedIpAddresses: ['192.0.2.7'],
    });
  });

  it('says the name of a terminal and when it restarts', async () => {
    expect(
      await management().TerminalSettingsTerminalLevelApi.getTerminalSettings('V400m-324688179'),
    ).toMatchObject({ signature: { deviceName: 'Till 1' }, hardware: { restartHour: 4 } });
  });

  it.each([
    ['wrong', 401, '00_401'],
    ['new', 403, '00_403'],
  ])('refuses the key %j with %i', async (key, statusCode, errorCode) => {
    const calls = [
      management(key).TerminalsTerminalLevelApi.listTerminals(),
      management(key).AccountStoreLevelApi.listStoresByMerchantId('ExampleMerchant'),
      management(key).MyAPICredentialApi.getApiCredentialDetails(),
    ];
    for (const call of calls) {
      expect(await thrownBy(call)).toMatchObject({ statusCode, errorCode });
    }
  });

  it('is limited, and says so as the vendor documents', async () => {
    simulator.limit({ requests: 0, windowMs: 60_000 });
    const error = await thrownBy(management().TerminalsTerminalLevelApi.listTerminals());
    simulator.limit(null);
    expect(error).toMatchObject({
      statusCode: 500,
      errorCode: '00_500',
      apiError: { detail: 'too many requests' },
    });
  });
});
