import { z } from 'zod';
import { isSame } from './assumptions.ts';
import { holds, isKnown, role } from './keys.ts';
import type { VendorAnswer } from './vendor-answer.ts';
import type { World, WorldStore } from './world.ts';

/** The error shape of the terminal-api hosts [O] node src/typings/apiError.ts. */
function serviceError(status: number, errorCode: string, message: string, errorType: string): VendorAnswer {
  return { status, body: { status, errorCode, message, errorType } };
}

// Not seen for this endpoint; the other classic ones say it so: [O] go tests/readme_test.go.
export const unauthorized = serviceError(401, '000', 'HTTP Status Response - Unauthorized', 'security');
// [O] fixtures authorise-error-010.json
const notAllowed = serviceError(403, '010', 'Not allowed', 'security');
// [O] Java mocks/pos/connectedTerminals-error-403.json
const invalidMerchantAccount = serviceError(403, '901', 'Invalid Merchant Account', 'security');
// [3] seen on live where an ST… ID was sent; its errorType was not noted.
const invalidStore = serviceError(403, '910', 'Invalid Store', 'security');
// [O] Java mocks/pos/connectedTerminals-error-500.json
const merchantAccountMissing = serviceError(
  500,
  '702',
  "Required field 'merchantAccount' is null",
  'validation',
);

// [O] Java model/terminal/ConnectedTerminalsRequest.java
const requestSchema = z.object({
  merchantAccount: z.string().nullish(),
  store: z.string().nullish(),
  uniqueTerminalId: z.string().nullish(),
});

/** What the vendor answers to `POST /connectedTerminals`. */
export function answerTo(world: World, key: string | undefined, body: unknown): VendorAnswer {
  const { accounts } = world;
  const { terminalStore, unknownTerminal, capitals, deviceRole } = world.assumptions();
  if (key === undefined || !isKnown(world, key)) return unauthorized;
  const mayAsk =
    holds(world, key, role.terminalApi) || (deviceRole === 'for-both' && holds(world, key, role.cloudDevice));
  if (!mayAsk) return notAllowed;

  const request = requestSchema.safeParse(body);
  if (!request.success) return { status: 400, body: null };
  const { merchantAccount, store, uniqueTerminalId } = request.data;
  if (!merchantAccount) return merchantAccountMissing;

  const account = accounts.find((candidate) => candidate.merchantAccount === merchantAccount);
  if (!account?.keys.includes(key)) return invalidMerchantAccount;
  const isAsked = ({ reference, id }: WorldStore) =>
    !store || reference === store || (terminalStore === 'reference-or-id' && id === store);
  const within = account.stores.filter(isAsked);
  if (store && within.length === 0) return invalidStore;

  const terminals = within
    .flatMap((candidate) => candidate.terminals)
    .filter(({ poiid }) => !uniqueTerminalId || isSame(poiid, uniqueTerminalId, capitals));
  if (uniqueTerminalId && terminals.length === 0 && unknownTerminal === 'unprocessable')
    return { status: 422, body: null };
  const connected = terminals.filter((terminal) => terminal.connected);
  return { status: 200, body: { uniqueTerminalIds: connected.map(({ poiid }) => poiid) } };
}
