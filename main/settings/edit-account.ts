import type { AccountView, Request } from '../../preload/contract.ts';
import { isDeviceOnly, type Account } from '../monitor/watchlist.ts';
import { done, oneLine, wrong, type Edit } from './edit.ts';
import {
  longestText,
  repeated,
  repeatedIds,
  type AccountSettings,
  type CheckEndpoint,
  type Settings,
  type StoreSettings,
} from './schema.ts';

export type AccountDraft = Request<'settings.saveAccount'>;

/** All accounts there are, wherever they come from: IDs and merchant accounts must not meet twice. */
type Others = readonly Pick<
  Account,
  'id' | 'origin' | 'environment' | 'region' | 'merchantAccount' | 'endpoint'
>[];

export function saveAccount(
  settings: Settings,
  others: Others,
  draft: AccountDraft,
  checkEndpoint: CheckEndpoint,
): Edit<{ id: string }> {
  const present = draft.id === null ? null : others.find(({ id }) => id === draft.id);
  if (present === undefined) return wrong('not-found', 'id');
  if (present && present.origin !== 'settings') return wrong('managed');

  const read = readDraft(draft, checkEndpoint);
  if (!read.ok) return read;
  const twin = others.find((other) => other.id !== draft.id && sameAccount(other, read.account));
  if (twin) {
    return wrong('duplicate-account', 'merchantAccount', { merchantAccount: read.account.merchantAccount });
  }
  const taken = [...others, ...settings.accounts].map(({ id }) => id);
  const account = { id: draft.id ?? newAccountId(read.account.merchantAccount, taken), ...read.account };
  const accounts = present
    ? settings.accounts.map((other) => (other.id === account.id ? withImports(account, other) : other))
    : [...settings.accounts, account];
  return done({ ...settings, accounts }, { id: account.id });
}

/** What an import called a store is not in the form, and tells later whose its name is. */
function withImports(account: AccountSettings, before: AccountSettings): AccountSettings {
  const imported = new Map(before.stores.map(({ reference, importedName }) => [reference, importedName]));
  return {
    ...account,
    stores: account.stores.map((store) => {
      const importedName = imported.get(store.reference);
      return importedName === undefined ? store : { ...store, importedName };
    }),
  };
}

/** What the user wrote down of its terminals goes with it; the caller removes the key. */
export function removeAccount(settings: Settings, others: Others, id: AccountView['id']): Edit<null> {
  const present = others.find((other) => other.id === id);
  if (!present) return wrong('not-found', 'id');
  if (present.origin !== 'settings') return wrong('managed');
  return done(
    {
      ...settings,
      accounts: settings.accounts.filter((account) => account.id !== id),
      terminals: settings.terminals.filter(({ account }) => account !== id),
      openingHours: settings.openingHours.filter(({ account }) => account !== id),
      restarts: settings.restarts.filter(({ account }) => account !== id),
    },
    null,
  );
}

/** What `removeAccount` has taken away, as it was before; refused where something else is in its place by now. */
export function restoreAccount(settings: Settings, others: Others, before: Settings, id: string): Edit<null> {
  const account = before.accounts.find((one) => one.id === id);
  if (!account) return wrong('too-late');
  const { merchantAccount } = account;
  if (others.some((other) => other.id === id || sameAccount(other, account))) {
    return wrong('duplicate-account', '', { merchantAccount });
  }
  const of = (entry: { account: string }) => entry.account === id;
  return done(
    {
      ...settings,
      accounts: [...settings.accounts, account],
      terminals: [...settings.terminals, ...before.terminals.filter(of)],
      openingHours: [...settings.openingHours, ...before.openingHours.filter(of)],
      restarts: [...settings.restarts, ...before.restarts.filter(of)],
    },
    null,
  );
}

/** The draft as it would be saved, without a word on other accounts: also what *Test connection* asks with. */
export function readDraft(
  draft: AccountDraft,
  checkEndpoint: CheckEndpoint,
): { ok: true; account: Omit<AccountSettings, 'id'> } | Extract<Edit<never>, { ok: false }> {
  const merchantAccount = tidy(draft.merchantAccount);
  const fault = checkText('merchantAccount', merchantAccount);
  if (fault) return fault;

  const read = readEndpoint(draft.endpoint, checkEndpoint);
  if (!read.ok) return read;
  const { environment, region, source } = draft;
  const { endpoint } = read;
  if (source === 'connected-terminals' && isDeviceOnly({ environment, region, endpoint })) {
    return wrong('source-not-in-region', 'source');
  }

  const listed = readStores(draft.stores);
  if (!listed.ok) return listed;
  return {
    ok: true,
    account: { environment, region, merchantAccount, endpoint, source, stores: listed.stores },
  };
}

/** Null where none was typed: the vendor's own. */
export function readEndpoint(
  typed: string,
  checkEndpoint: CheckEndpoint,
): { ok: true; endpoint: string | null } | Extract<Edit<never>, { ok: false }> {
  const endpoint = tidy(typed);
  if (endpoint === '') return { ok: true, endpoint: null };
  const checked = checkEndpoint(endpoint);
  return checked.ok
    ? { ok: true, endpoint: checked.url }
    : wrong('endpoint-not-allowed', 'endpoint', { endpoint, context: checked.reason });
}

/** Empty rows are left out; what is wrong is told by its place among all of them. */
function readStores(
  typed: AccountDraft['stores'],
): { ok: true; stores: StoreSettings[] } | Extract<Edit<never>, { ok: false }> {
  const rows = typed
    .map(({ reference, name, id }, at) => ({
      reference: tidy(reference),
      name: oneLine(name),
      id: tidy(id),
      at,
    }))
    .filter(({ reference, name, id }) => reference !== '' || name !== '' || id !== '');
  if (rows.length === 0) return wrong('required', 'stores.0.reference');
  for (const { reference, name, id, at } of rows) {
    const fault =
      checkText(`stores.${at}.reference`, reference) ??
      (name === '' ? null : checkText(`stores.${at}.name`, name)) ??
      (id === '' ? null : checkText(`stores.${at}.id`, id));
    if (fault) return fault;
  }
  const [twice] = repeated(rows.map(({ reference }) => reference));
  const second = twice === undefined ? undefined : rows[twice];
  if (second) {
    return wrong('duplicate-store', `stores.${second.at}.reference`, { reference: second.reference });
  }
  const [sameId] = repeatedIds(rows);
  const other = sameId === undefined ? undefined : rows[sameId];
  if (other) return wrong('duplicate-store-id', `stores.${other.at}.id`);
  return {
    ok: true,
    stores: rows.map(({ reference, name, id }) => ({ reference, name: name || reference, id })),
  };
}

function checkText(field: string, value: string) {
  if (value === '') return wrong('required', field);
  return value.length > longestText
    ? wrong('out-of-range', field, { least: 1, most: longestText, context: 'characters' })
    : null;
}

/** Invisible characters go too. Not from names: some scripts, and emoji, need them. */
function tidy(typed: string): string {
  return oneLine(typed.replaceAll(/\p{Cf}/gu, ''));
}

/** In test there is one host for all regions, so the region makes no difference there. */
export function sameAccount(one: Others[number], other: Omit<Others[number], 'id' | 'origin'>): boolean {
  return (
    one.merchantAccount === other.merchantAccount &&
    one.environment === other.environment &&
    one.endpoint === other.endpoint &&
    (one.environment === 'test' || one.region === other.region)
  );
}

/** A readable ID, since it also names the variable `TILLWATCH_API_KEY_<ID>`. */
export function newAccountId(merchantAccount: string, taken: readonly string[]): string {
  const slug =
    merchantAccount
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .slice(0, 50)
      .replaceAll(/^-+|-+$/g, '') || 'account';
  // IDs that differ in case or punctuation only would share a variable.
  const used = new Set(taken.map((id) => id.toLowerCase().replaceAll(/[^a-z0-9]/g, '-')));
  let id = slug;
  for (let more = 2; used.has(id.toLowerCase()); more++) id = `${slug}-${more}`;
  return id;
}
