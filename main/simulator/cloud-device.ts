import { isSame, type Assumptions } from './assumptions.ts';
import { holds, isKnown, role } from './keys.ts';
import { forbidden, notFound, unauthorized } from './problem.ts';
import type { VendorAnswer, VendorRequest } from './vendor-answer.ts';
import type { World, WorldStore } from './world.ts';

/** What the Cloud Device API v1 answers to GET [O] CloudDeviceService-v1.yaml; null: it has no such address. */
export function answerAsDeviceApi(world: World, request: VendorRequest): VendorAnswer | null {
  const [merchants, merchantAccount, what, deviceId, status, more] = request.segments;
  const isList = what === 'connectedDevices' && deviceId === undefined;
  const isStatus = what === 'devices' && status === 'status' && more === undefined;
  if (merchants !== 'merchants' || !(isList || isStatus)) return null;

  const { key, requestId } = request;
  if (key === null || !isKnown(world, key)) return unauthorized(requestId);
  const account = world.accounts.find((candidate) => candidate.merchantAccount === merchantAccount);
  if (!holds(world, key, role.cloudDevice) || !account?.keys.includes(key)) return forbidden(requestId);

  const { assumptions } = world;
  return isList
    ? listed(account.stores, request, assumptions())
    : statusOf(account.stores, deviceId ?? '', request, assumptions());
}

function listed(
  stores: readonly WorldStore[],
  { query, requestId }: VendorRequest,
  { deviceStore, unknownDeviceStore }: Assumptions,
): VendorAnswer {
  const asked = query.get('store');
  const isAsked = ({ id, reference }: WorldStore) =>
    id === asked || (deviceStore === 'id-or-reference' && reference === asked);
  const within = asked === null ? stores : stores.filter(isAsked);
  if (within.length === 0 && unknownDeviceStore === 'forbidden') return forbidden(requestId);
  if (within.length === 0 && unknownDeviceStore === 'not-found') return { status: 404, body: null };
  const connected = within.flatMap(devicesOf).filter((device) => device.connected);
  return { status: 200, body: { uniqueDeviceIds: connected.map(({ poiid }) => poiid) } };
}

function statusOf(
  stores: readonly WorldStore[],
  deviceId: string,
  { requestId }: VendorRequest,
  { unknownDevice, capitals }: Assumptions,
): VendorAnswer {
  const device = stores.flatMap(devicesOf).find(({ poiid }) => isSame(poiid, deviceId, capitals));
  if (device) {
    const status = device.connected ? 'ONLINE' : 'OFFLINE';
    return { status: 200, body: { deviceId: device.poiid, status } };
  }
  switch (unknownDevice) {
    case 'not-found':
      return { status: 404, body: null };
    case 'not-found-by-name':
      return notFound(`Device ${deviceId} was not found.`)(requestId);
    case 'forbidden':
      return forbidden(requestId);
    case 'offline':
      return { status: 200, body: { deviceId, status: 'OFFLINE' } };
  }
}

function devicesOf({ terminals, installations = [] }: WorldStore) {
  return [...terminals, ...installations];
}
