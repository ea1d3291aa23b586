import { holds, isKnown, role } from './keys.ts';
import { forbidden, unauthorized } from './problem.ts';
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

  return isList ? listed(account.stores, request) : statusOf(account.stores, deviceId);
}

function listed(stores: readonly WorldStore[], { query, requestId }: VendorRequest): VendorAnswer {
  const storeId = query.get('store');
  const asked = storeId === null ? stores : stores.filter(({ id }) => id === storeId);
  // Documented as the store's ID; what a reference does is not known, so it is nobody's store here.
  if (storeId !== null && asked.length === 0) return forbidden(requestId);
  const connected = asked.flatMap(devicesOf).filter((device) => device.connected);
  return { status: 200, body: { uniqueDeviceIds: connected.map(({ poiid }) => poiid) } };
}

function statusOf(stores: readonly WorldStore[], deviceId: string | undefined): VendorAnswer {
  const device = stores.flatMap(devicesOf).find(({ poiid }) => poiid === deviceId);
  // [3] 404 is what minimpos assumes; the body was not noted.
  if (!device) return { status: 404, body: null };
  return { status: 200, body: { deviceId: device.poiid, status: device.connected ? 'ONLINE' : 'OFFLINE' } };
}

function devicesOf({ terminals, installations = [] }: WorldStore) {
  return [...terminals, ...installations];
}
