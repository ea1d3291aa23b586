import { parse, type ParseError } from 'jsonc-parser';
import type { Words } from '../../assets/locales/index.ts';
import { foldPoiid, readPoiid } from '../monitor/poiid.ts';
import { isDeviceOnly } from '../monitor/watchlist.ts';
import { parseJson, withoutMark } from './json.ts';
import { issueFault, type ManagedFault } from './managed-issue.ts';
import { managedSchema, type ManagedFile } from './managed-schema.ts';
import { pathText } from './path-text.ts';
import { repeated, repeatedIds, type CheckEndpoint } from './schema.ts';

export interface ContentDeps {
  checkEndpoint: CheckEndpoint;
  words: Words;
}

/** What the text of a managed configuration says, or what is wrong with it and where: at least one fault. */
export type ManagedContent =
  { ok: true; value: ManagedFile } | { ok: false; faults: readonly [ManagedFault, ...ManagedFault[]] };

export function readManagedContent(content: string, { checkEndpoint, words }: ContentDeps): ManagedContent {
  let raw: unknown;
  try {
    raw = parseJson(content);
  } catch {
    const problem = words('problem:managed.notJson', { line: faultyLine(content) });
    return { ok: false, faults: [{ path: '', problem }] };
  }
  const parsed = managedSchema.safeParse(raw);
  if (!parsed.success) {
    const [first, ...more] = parsed.error.issues.map((issue) => issueFault(issue, raw, words));
    return { ok: false, faults: [first ?? { path: '', problem: words('problem:managed.invalid') }, ...more] };
  }
  const fault = findFault(parsed.data, checkEndpoint, words);
  return fault ? { ok: false, faults: [fault] } : { ok: true, value: parsed.data };
}

/** What a schema for single fields cannot say. */
function findFault(
  { accounts, network }: ManagedFile,
  checkEndpoint: CheckEndpoint,
  words: Words,
): ManagedFault | null {
  const fault = (path: PropertyKey[], problem: string): ManagedFault => ({ path: pathText(path), problem });
  const duplicate = words('problem:managed.duplicate');
  if (network?.proxy === 'manual' && network.proxyHost === undefined)
    return fault(['network', 'proxyHost'], words('problem:managed.proxyHost'));
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

/** Where a text stops being JSON: `JSON.parse` says it for some faults only, and differently in every version. */
function faultyLine(content: string): number {
  const errors: ParseError[] = [];
  parse(withoutMark(content), errors, { disallowComments: true });
  return content.slice(0, errors[0]?.offset).split('\n').length;
}
