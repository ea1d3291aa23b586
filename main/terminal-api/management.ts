import { uniqBy } from 'es-toolkit';
import type { z } from 'zod';
import type { Credential, FetchedSettings, FetchedStore, FetchedTerminal } from '../import/fetched.ts';
import { pause } from '../monitor/clock.ts';
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

/** For whoever waits for the answer. */
export interface Waiting {
  /** Ends it at once, as a timeout that nobody reads. */
  signal?: AbortSignal;
  /** So many pages of a list have been read. */
  onPage?(read: number, pages: number): void;
  /** Adyen wants to be left alone for so many ms; then it goes on. */
  onWait?(ms: number): void;
}

/** Reads the Management API v3. Never rejects. */
export interface Management {
  /** Any role of this API will do. */
  whoAmI(account: ManagementAccount, waiting?: Waiting): Promise<Fetched<Credential>>;
  listStores(account: ManagementAccount, waiting?: Waiting): Promise<Fetched<FetchedStore[]>>;
  listTerminals(account: ManagementAccount, waiting?: Waiting): Promise<Fetched<FetchedTerminal[]>>;
  terminalSettings(
    account: ManagementAccount,
    poiid: string,
    waiting?: Waiting,
  ): Promise<Fetched<FetchedSettings>>;
}

/** [O] At most 100. Half of it for terminals: each lists its apps, and an answer may have a megabyte. */
const pageSize = { stores: 100, terminals: 50 } as const;

/** As large as the engine is made for, four times over. */
const mostEntries = 20_000;

/**
 * [O] docs automating-terminal-management: over the limit, requests are blocked until the window ends; in its example
 * that is a minute, which all waits together outlast.
 */
const patience = { tries: 5, firstMs: 5000, mostMs: 60_000 } as const;

export function createManagement(deps: ApiDeps): Management {
  /** `none` is the value of 204. */
  async function get<T>(
    { account, path, query = {}, none }: GetOptions<T>,
    schema: z.ZodType<T>,
    { signal, onWait }: Waiting,
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
      if (wait > patience.mostMs) return outcome;
      onWait?.(wait);
      if (!(await pause(deps.clock, wait, signal))) return outcome;
    }
  }

  async function list<T>(
    options: Pick<GetOptions<never>, 'account' | 'path' | 'query'>,
    size: number,
    entry: z.ZodType<T>,
    waiting: Waiting,
  ): Promise<Fetched<T[]>> {
    const entries: T[] = [];
    for (let number = 1, last = 1; number <= last; number += 1) {
      const query = { ...options.query, pageNumber: String(number), pageSize: String(size) };
      const page = await get({ ...options, query, none: { pagesTotal: 0 } }, pageSchema(entry), waiting);
      if (!page.ok) return page;
      last = page.value.pagesTotal;
      if (last * size > mostEntries) return unreadable('too-large');
      entries.push(...(page.value.data ?? []));
      waiting.onPage?.(number, last);
    }
    return { ok: true, value: entries };
  }

  return {
    whoAmI: (account, waiting = {}) => get({ account, path: ['me'] }, credentialSchema, waiting),
    async listStores(account, waiting = {}) {
      const path = ['merchants', account.merchantAccount, 'stores'];
      return unique(await list({ account, path }, pageSize.stores, storeSchema, waiting), ({ id }) => id);
    },
    async listTerminals(account, waiting = {}) {
      const query = { merchantIds: account.merchantAccount };
      const listed = await list(
        { account, path: ['terminals'], query },
        pageSize.terminals,
        terminalSchema,
        waiting,
      );
      return unique(listed, ({ poiid }) => poiid);
    },
    terminalSettings: (account, poiid, waiting = {}) =>
      get({ account, path: ['terminals', poiid, 'terminalSettings'] }, settingsSchema, waiting),
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
