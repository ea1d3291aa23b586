import type { Question } from '../../../main/monitor/source.ts';
import type { Account } from '../../../main/monitor/watchlist.ts';
import type { RawResponse } from '../../../main/terminal-api/failures.ts';

export function makeAccount(over: Partial<Account> = {}): Account {
  return {
    id: 'main',
    environment: 'test',
    region: 'eu',
    source: 'auto',
    merchantAccount: 'ExampleMerchant',
    endpoint: null,
    stores: [],
    origin: 'settings',
    ...over,
  };
}

export function askStore(store = 'AMS-01', account = makeAccount()): Question {
  return { kind: 'store', account, store };
}

export function askTerminal(poiid = 'V400m-324688179', account = makeAccount()): Question {
  return { kind: 'terminal', account, poiid };
}

export function makeResponse(
  status: number,
  body: unknown,
  headers: RawResponse['headers'] = {},
): RawResponse {
  return {
    host: 'terminal-api-test.adyen.com',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
