import { accountsOf, holds, isKnown, role, rolesOf } from './keys.ts';
import { merchantEntry, placesOf, settingsEntry, storeEntry, terminalEntry } from './management-entries.ts';
import { page } from './page.ts';
import { forbidden, unauthorized } from './problem.ts';
import type { VendorAnswer, VendorRequest } from './vendor-answer.ts';
import type { World, WorldAccount } from './world.ts';

/** What the Management API v3 answers to GET [O] ManagementService-v3.yaml; null: it has no such address. */
export function answerAsManagement(world: World, request: VendorRequest): VendorAnswer | null {
  const { key, segments, requestId } = request;
  const route = routes.find(({ path }) => matches(path, segments));
  if (!route) return null;
  if (key === null || !isKnown(world, key)) return unauthorized(requestId);
  if (route.needs !== null && !holds(world, key, route.needs)) return forbidden(requestId);
  const ids = segments.filter((_segment, at) => route.path[at] === '*');
  const answer = route.answer({ world, key, accounts: accountsOf(world, key), request }, ...ids);
  // "… or doesn't own requested resource": documented for the Cloud Device API, and the likeliest here.
  return answer ?? forbidden(requestId);
}

interface Visit {
  world: World;
  key: string;
  /** That the key may use. */
  accounts: WorldAccount[];
  request: VendorRequest;
}

interface Route {
  /** `*` stands for an ID. */
  path: string[];
  /** Null: any of this API's roles will do. */
  needs: string | null;
  /** Null: not the key's to see, or not there. */
  answer: (visit: Visit, ...ids: string[]) => VendorAnswer | null;
}

const routes: Route[] = [
  { path: ['me'], needs: null, answer: me },
  { path: ['merchants'], needs: role.account, answer: merchants },
  {
    path: ['merchants', '*', 'stores'],
    needs: role.stores,
    answer: ({ accounts, request }, merchantId) => {
      const account = accounts.find(({ merchantAccount }) => merchantAccount === merchantId);
      return account ? storesOf([account], request) : null;
    },
  },
  {
    path: ['merchants', '*', 'stores', '*'],
    needs: role.stores,
    answer: ({ accounts }, merchantId, storeId) =>
      oneStore(
        accounts.filter(({ merchantAccount }) => merchantAccount === merchantId),
        storeId,
      ),
  },
  {
    path: ['stores'],
    needs: role.stores,
    answer: ({ accounts, request }) => {
      const merchantId = request.query.get('merchantId');
      return storesOf(
        accounts.filter(({ merchantAccount }) => merchantId === null || merchantAccount === merchantId),
        request,
      );
    },
  },
  {
    path: ['stores', '*'],
    needs: role.stores,
    answer: ({ accounts }, storeId) => oneStore(accounts, storeId),
  },
  { path: ['terminals'], needs: role.terminals, answer: terminals },
  { path: ['terminals', '*', 'terminalSettings'], needs: role.terminalSettings, answer: terminalSettings },
];

function matches(path: string[], segments: string[]): boolean {
  return path.length === segments.length && path.every((part, at) => part === '*' || part === segments[at]);
}

const none: VendorAnswer = { status: 204, body: null };

function me({ world, key, accounts: [account] }: Visit): VendorAnswer | null {
  const roles = rolesOf(world, key);
  if (!account || !roles.some((name) => name.startsWith('Management API'))) return null;
  const id = `S2-${account.merchantAccount}`;
  const { company = 'ExampleCompany', allowedIpAddresses = [] } = account;
  return {
    status: 200,
    body: {
      id,
      username: `ws@Company.${company}`,
      companyName: company,
      clientKey: 'test_SIMULATED',
      active: true,
      allowedIpAddresses,
      roles,
    },
  };
}

function merchants({ accounts, request }: Visit): VendorAnswer {
  return accounts.length === 0 ? none : page(accounts.map(merchantEntry), request, 10);
}

function storesOf(accounts: readonly WorldAccount[], request: VendorRequest): VendorAnswer {
  const reference = request.query.get('reference');
  const entries = accounts.flatMap((account) =>
    account.stores
      .filter((store) => reference === null || store.reference === reference)
      .map((store) => storeEntry(account, store)),
  );
  return entries.length === 0 ? none : page(entries, request, 10);
}

function oneStore(accounts: readonly WorldAccount[], storeId: string | undefined): VendorAnswer | null {
  for (const account of accounts) {
    const store = account.stores.find(({ id }) => id === storeId);
    if (store) return { status: 200, body: storeEntry(account, store) };
  }
  return null;
}

function terminals({ accounts, request }: Visit): VendorAnswer {
  const { query } = request;
  const searched = query.get('searchQuery');
  const [merchantIds, storeIds] = [several(query, 'merchantIds'), several(query, 'storeIds')];
  const found = placesOf(accounts).filter(({ account, store, terminal }) =>
    searched === null
      ? (merchantIds.length === 0 || merchantIds.includes(account.merchantAccount)) &&
        (storeIds.length === 0 || storeIds.includes(store.id))
      : terminal.poiid.includes(searched),
  );
  return page(found.map(terminalEntry), request, 20);
}

function terminalSettings({ accounts }: Visit, poiid: string | undefined): VendorAnswer | null {
  const place = placesOf(accounts).find(({ terminal }) => terminal.poiid === poiid);
  return place ? { status: 200, body: settingsEntry(place.terminal) } : null;
}

/** How several are separated is not documented [?]: commas and repetition both do. */
function several(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(','));
}
