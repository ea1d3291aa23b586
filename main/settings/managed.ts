import { win32, posix } from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import type { Words } from '../../assets/locales/index.ts';
import { foldPoiid, readPoiid } from '../monitor/poiid.ts';
import { isDeviceOnly, type Account } from '../monitor/watchlist.ts';
import { parseJson, problemOf, withoutMark } from './json.ts';
import { issueFault, type ManagedFault } from './managed-issue.ts';
import { managedSchema, type ManagedFile } from './managed-schema.ts';
import type { ManagedRules } from './notifications.ts';
import { pathText } from './path-text.ts';
import { repeated, repeatedIds, type CheckEndpoint } from './schema.ts';
import type { IconChoice } from './tray.ts';
import type { Watching } from './watching.ts';

/** The administrator's file: taken as a whole or, with the first fault named, not at all. */
export type Managed =
  | { state: 'none' }
  | {
      state: 'ok';
      file: string;
      accounts: Account[];
      /** Null: left to the user. */
      pollIntervalSeconds: number | null;
      confirmationDelaySeconds: number | null;
      closedPollIntervalSeconds: number | null;
      unstable: Watching['unstable'] | null;
      notifications: ManagedRules | null;
      trayIcons: IconChoice | null;
    }
  | { state: 'refused'; file: string; path: string; problem: string };

export interface ManagedDeps {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** Throws as `fs.readFileSync` does. */
  readFile: (path: string) => string;
  checkEndpoint: CheckEndpoint;
  words: Words;
}

export function readManaged(deps: ManagedDeps): Managed {
  const { env, platform, words } = deps;
  const named = env['TILLWATCH_MANAGED_CONFIG'];
  const file = named || systemPlace(platform, env);
  const refuse = (path: string, problem: string): Managed => ({ state: 'refused', file, path, problem });

  let content: string;
  try {
    content = deps.readFile(file);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'ENOENT' || problem === 'ENOTDIR') {
      return named ? refuse('', words('problem:managed.missing')) : { state: 'none' };
    }
    return refuse('', words('problem:managed.unreadable', { problem }));
  }

  let raw: unknown;
  try {
    raw = parseJson(content);
  } catch {
    return refuse('', words('problem:managed.notJson', { line: faultyLine(content) }));
  }
  const parsed = managedSchema.safeParse(raw);
  const fault = parsed.success
    ? findFault(parsed.data, deps.checkEndpoint, words)
    : parsed.error.issues.slice(0, 1).map((issue) => issueFault(issue, raw, words))[0];
  if (fault) return refuse(fault.path, fault.problem);
  if (!parsed.success) return refuse('', words('problem:managed.invalid'));

  const { accounts, pollIntervalSeconds, confirmationDelaySeconds, notifications } = parsed.data;
  const { closedPollIntervalSeconds, unstable, trayIcons } = parsed.data;
  return {
    state: 'ok',
    file,
    accounts: accounts.map((account) => toAccount(account, deps.checkEndpoint)),
    pollIntervalSeconds: pollIntervalSeconds ?? null,
    confirmationDelaySeconds: confirmationDelaySeconds ?? null,
    closedPollIntervalSeconds: closedPollIntervalSeconds ?? null,
    unstable: unstable ?? null,
    notifications: notifications ?? null,
    trayIcons: trayIcons ?? null,
  };
}

function systemPlace(platform: NodeJS.Platform, env: ManagedDeps['env']): string {
  switch (platform) {
    case 'win32':
      return win32.join(env['ProgramData'] || 'C:\\ProgramData', 'Tillwatch', 'managed.json');
    case 'darwin':
      return '/Library/Application Support/Tillwatch/managed.json';
    default:
      return posix.join('/etc', 'tillwatch', 'managed.json');
  }
}

/** What a schema for single fields cannot say. */
function findFault(
  { accounts }: ManagedFile,
  checkEndpoint: CheckEndpoint,
  words: Words,
): ManagedFault | null {
  const fault = (path: PropertyKey[], problem: string): ManagedFault => ({ path: pathText(path), problem });
  const duplicate = words('problem:managed.duplicate');
  const [account] = repeated(accounts.map(({ id }) => id));
  if (account !== undefined) return fault(['accounts', account, 'id'], duplicate);
  for (const [at, { environment, region, endpoint, source, stores }] of accounts.entries()) {
    const here = ['accounts', at];
    if (environment === 'live' && !region) {
      return fault([...here, 'region'], words('problem:managed.regionForLive'));
    }
    const checked = endpoint === undefined ? null : checkEndpoint(endpoint);
    if (checked?.ok === false) {
      const problem = words('problem:error.endpoint-not-allowed', { context: checked.reason });
      return fault([...here, 'endpoint'], problem);
    }
    const deviceOnly = region && isDeviceOnly({ environment, region, endpoint: endpoint ?? null });
    if (source === 'connected-terminals' && deviceOnly) {
      return fault([...here, 'source'], words('problem:managed.sourceInRegion'));
    }
    const [store] = repeated(stores.map(({ reference }) => reference));
    if (store !== undefined) return fault([...here, 'stores', store, 'reference'], duplicate);
    const [storeId] = repeatedIds(stores.map(({ id = '' }) => ({ id })));
    if (storeId !== undefined) return fault([...here, 'stores', storeId, 'id'], duplicate);

    const listed = stores.flatMap(({ terminals = [] }, store) =>
      terminals.map(({ poiid }, terminal) => ({
        read: readPoiid(poiid),
        path: [...here, 'stores', store, 'terminals', terminal, 'poiid'],
      })),
    );
    const unusable = listed.find(({ read }) => !read.usable);
    if (unusable) return fault(unusable.path, words('problem:managed.poiid'));
    const [twice] = repeated(listed.map(({ read }) => (read.usable ? foldPoiid(read.poiid) : '')));
    const second = twice === undefined ? undefined : listed[twice];
    if (second) return fault(second.path, duplicate);
  }
  return null;
}

function toAccount(account: ManagedFile['accounts'][number], checkEndpoint: CheckEndpoint): Account {
  const checked = account.endpoint === undefined ? null : checkEndpoint(account.endpoint);
  return {
    id: account.id,
    environment: account.environment,
    region: account.region ?? 'eu',
    merchantAccount: account.merchantAccount,
    endpoint: checked?.ok ? checked.url : null,
    source: account.source ?? 'auto',
    origin: 'managed',
    stores: account.stores.map(
      ({ reference, id = '', name, terminals = [], restart, openingHours = null }) => ({
        reference,
        id,
        name,
        restart: restart ? { ...restart, timeZone: openingHours?.timeZone ?? null } : null,
        openingHours,
        terminals: terminals.flatMap(({ poiid, name = '' }) => {
          const read = readPoiid(poiid);
          return read.usable ? [{ poiid: read.poiid, name, watched: true, origin: 'managed' as const }] : [];
        }),
      }),
    ),
  };
}

/** Where a text stops being JSON: `JSON.parse` says it for some faults only, and differently in every version. */
function faultyLine(content: string): number {
  const errors: ParseError[] = [];
  parse(withoutMark(content), errors, { disallowComments: true });
  return content.slice(0, errors[0]?.offset).split('\n').length;
}
