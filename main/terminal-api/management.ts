import { uniqBy } from 'es-toolkit';
import type { z } from 'zod';
import type { Credential, FetchedSettings, FetchedStore, FetchedTerminal } from '../import/fetched.ts';
import type { Clock } from '../monitor/clock.ts';
import type { Failure } from '../monitor/failure.ts';
import type { Account } from '../monitor/watchlist.ts';
import { readBody, unreadable } from './body.ts';
import { managementBaseUrl } from './endpoints.ts';
import { exchange, type ApiDeps } from './exchange.ts';
import type { RawResponse } from './failures.ts';
import {
  credentialSchema,
  pageSchema,
  settingsSchema,
  storeSchema,
  terminalSchema,
} from './management-shapes.ts';
import { buildGet } from './request.ts';

export type Fetched<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export type ManagementAccount = Pick<Account, 'id' | 'environment' | 'endpoint' | 'merchantAccount'>;

/** Reads the Management API v3. Never rejects. A signal that aborts ends it at once, as a timeout that nobody reads. */
export interface Management {
  /** Any role of this API will do. */
  whoAmI(account: ManagementAccount, signal?: AbortSignal): Promise<Fetched<Credential>>;
  listStores(account: ManagementAccount, signal?: AbortSignal): Promise<Fetched<FetchedStore[]>>;
  listTerminals(account: ManagementAccount, signal?: AbortSignal): Promise<Fetched<FetchedTerminal[]>>;
  terminalSettings(
    account: ManagementAccount,
    poiid: string,
    signal?: AbortSignal,
  ): Promise<Fetched<FetchedSettings>>;
}

/** [O] At most 100. Half of it for terminals: each lists its apps, and an answer may have a megabyte. */
const pageSize = { stores: 100, terminals: 50 } as const;

/** As large as the engine is made for, twice over. */
const mostEntries = 10_000;

/** [O] docs automating-terminal-management: over the limit, requests are blocked until the window ends. */
const patience = { tries: 4, firstMs: 5000, mostMs: 60_000 } as const;

export function createManagement(deps: ApiDeps): Management {
  /** `none` is the value of 204. */
  async function get<T>(
    { account, path, query = {}, none }: GetOptions<T>,
    schema: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Fetched<T>> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await exchange<Extract<Fetched<T>, { ok: true }>>(
        deps,
        {
          accountId: account.id,
          build: (key) => buildGet(managementBaseUrl(account), ['v3', ...path], query, key),
          parse: (response, now) => parse(response, now, schema, none),
        },
        signal,
      );
      if (outcome.ok || outcome.failure.kind !== 'rate-limited' || attempt === patience.tries) return outcome;
      const wait = outcome.failure.retryAfterMs ?? patience.firstMs * 2 ** (attempt - 1);
      // Nobody watches a preview for as long as that.
      if (wait > patience.mostMs || !(await pause(deps.clock, wait, signal))) return outcome;
    }
  }

  async function list<T>(
    options: Pick<GetOptions<never>, 'account' | 'path' | 'query'>,
    size: number,
    entry: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<Fetched<T[]>> {
    const entries: T[] = [];
    for (let number = 1, last = 1; number <= last; number += 1) {
      const query = { ...options.query, pageNumber: String(number), pageSize: String(size) };
      const page = await get({ ...options, query, none: { pagesTotal: 0 } }, pageSchema(entry), signal);
      if (!page.ok) return page;
      last = page.value.pagesTotal;
      if (last * size > mostEntries) return unreadable('too-large');
      entries.push(...(page.value.data ?? []));
    }
    return { ok: true, value: entries };
  }

  return {
    whoAmI: (account, signal) => get({ account, path: ['me'] }, credentialSchema, signal),
    async listStores(account, signal) {
      const path = ['merchants', account.merchantAccount, 'stores'];
      return unique(await list({ account, path }, pageSize.stores, storeSchema, signal), ({ id }) => id);
    },
    async listTerminals(account, signal) {
      const query = { merchantIds: account.merchantAccount };
      const listed = await list(
        { account, path: ['terminals'], query },
        pageSize.terminals,
        terminalSchema,
        signal,
      );
      return unique(listed, ({ poiid }) => poiid);
    },
    terminalSettings: (account, poiid, signal) =>
      get({ account, path: ['terminals', poiid, 'terminalSettings'] }, settingsSchema, signal),
  };
}

interface GetOptions<T> {
  account: ManagementAccount;
  path: string[];
  query?: Record<string, string>;
  none?: T;
}

function parse<T>(response: RawResponse, now: number, schema: z.ZodType<T>, none: T | undefined): Fetched<T> {
  // [O] `/merchants/{id}/stores` and `/merchants` say so that there is none.
  if (response.status === 204 && none !== undefined) return { ok: true, value: none };
  const read = readBody(response, now);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.body);
  return parsed.success ? { ok: true, value: parsed.data } : unreadable('wrong-shape');
}

/** The list may shift while it is paged through. */
function unique<T>(listed: Fetched<T[]>, key: (entry: T) => string): Fetched<T[]> {
  return listed.ok ? { ok: true, value: uniqBy(listed.value, key) } : listed;
}

/** @returns false where the signal ended it */
function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', end);
      resolve(true);
    });
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}
